using System.Collections;
using System.Management.Automation.Internal;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// What PowerShell's binder must see on a piped object so that it hands it over: it refuses a row whose heading for a mandatory parameter
/// is not the parameter's own name. The properties that are added for it are taken away again before anybody else sees the object.
/// </summary>
internal sealed class BinderView
{
    private PSObject? _shown;
    private readonly List<string> _added = [];
    private readonly List<(PSPropertyInfo Cell, object? Value)> _replaced = [];

    /// <summary>Shows the binder an input, and takes away what the one before was shown with.</summary>
    public void Show(PSObject? input, RowColumns columns)
    {
        Withdraw();
        if (!RowObject.HasProperties(input) || PipedObject.KindOf(input) is not null || !RowObject.IsRow(input!)) return;
        _shown = input;
        foreach (var (column, cells) in columns.Of(input!))
        {
            if (!column.IsBoundByName) continue;
            var seen = SeenFor(input!, column);
            var filled = cells.Where(cell => !column.IsNothing(cell)).ToList();
            if (filled.Count == 0 && !column.IsMandatoryInAll)
            {
                // The binder passes over what is not there. A blank cell makes it refuse the row, or choose another parameter set.
                if (seen is not null) Replace(seen.Name, AutomationNull.Value);
            }
            else if (seen is not null || column.IsEverMandatory)
            {
                // What the binder refuses ends the binding of the row, ahead of the inputs before.
                if (filled.Count == 0 || filled.Exists(column.IsBeyondBinder)) Replace(seen?.Name ?? column.Parameter, column.Anything());
                else if (seen is null) Add(column.Parameter, filled[0]);
                else if (!filled.Exists(cell => cell.Name == seen.Name)) Replace(seen.Name, filled[0].Value);
            }
        }
    }

    /// <summary>
    /// Shows the binder an input that the cmdlet refuses, with whatever is mandatory: the binder's own error would not say what the input
    /// is.
    /// </summary>
    public void ShowAnything(PSObject input, IEnumerable<PropertyInfo> parameters)
    {
        Withdraw();
        _shown = input;
        foreach (var property in parameters.Where(property => property.Name != nameof(IntercomWriteCommand.InputObject)))
        {
            var sets = property.GetCustomAttributes<ParameterAttribute>()
                .Where(set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName).ToList();
            // What the object holds under the name of a parameter may be refused by that parameter's own check.
            if (!sets.Exists(set => set.Mandatory) && (sets.Count == 0 || !RowColumn.AliasesOf(property).Prepend(property.Name)
                .Any(name => input.Properties[name] is not null))) continue;
            foreach (var name in new[] { property.Name, property.GetCustomAttribute<IntercomIdAttribute>()?.Property }.Distinct())
            {
                if (name is null || _added.Contains(name)) continue;
                // In front of a property of the same name.
                input.Properties.Add(new PSNoteProperty(name, Anything(property)));
                _added.Add(name);
            }
        }
    }

    /// <summary>
    /// Shows a value in place of one that the binder should not see: the row is read again, with the formats of -DateFormat and errors that
    /// name the column.
    /// </summary>
    private void Replace(string name, object? value)
    {
        var present = _shown!.Properties[name];
        if (present is PSNoteProperty { IsInstance: true, IsSettable: true })
        {
            // Its place among the columns must stay.
            _replaced.Add((present, present.Value));
            present.Value = value;
        }
        // In front of a property that the object has by its kind, such as a column of a DataRow.
        else if (present is null or { IsInstance: false } or { MemberType: PSMemberTypes.Property })
        {
            _shown.Properties.Add(new PSNoteProperty(name, value));
            _added.Add(name);
        }
    }

    private static object? Anything(PropertyInfo property)
    {
        if (property.GetCustomAttribute<OneOfAttribute>() is { } words) return words.Words[0];
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(Uri) ? "https://example.com" : type == typeof(Hashtable) ? new Hashtable() : type == typeof(DateTime)
            ? DateTime.UtcNow : type.IsValueType ? Activator.CreateInstance(type) : "0";
    }

    /// <summary>Takes away what was added.</summary>
    public void Withdraw()
    {
        foreach (var (cell, value) in _replaced) cell.Value = value;
        _replaced.Clear();
        foreach (var name in _added) _shown!.Properties.Remove(name);
        _added.Clear();
        _shown = null;
    }

    /// <summary>The property that the binder takes for the column; null when it finds none.</summary>
    private static PSPropertyInfo? SeenFor(PSObject input, RowColumn column) =>
        column.Aliases.Prepend(column.Parameter).Select(name => input.Properties[name]).FirstOrDefault(property => property is not null);

    private void Add(string name, PSPropertyInfo cell)
    {
        _shown!.Properties.Add(new PSAliasProperty(name, cell.Name));
        _added.Add(name);
    }
}
