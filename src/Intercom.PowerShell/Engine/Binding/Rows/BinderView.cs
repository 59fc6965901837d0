using System.Collections;
using System.Management.Automation.Internal;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// Prepares a piped object for PowerShell's parameter binder, which rejects a row whose heading for a mandatory parameter differs from the
/// parameter's name. The added properties are removed before any other code sees the object.
/// </summary>
internal sealed class BinderView
{
    private PSObject? _prepared;
    private readonly List<string> _added = [];
    private readonly List<(PSPropertyInfo Cell, object? Value)> _replaced = [];
    private readonly List<(PSObject Row, string Name)> _ids = [];

    /// <summary>Prepares an input for the binder, and restores the previous one.</summary>
    public void Prepare(PSObject? input, RowColumns columns)
    {
        Restore();
        RemoveIds();
        if (!RowObject.HasProperties(input) || PipedObject.KindOf(input) is not null || !RowObject.IsRow(input!)) return;
        _prepared = input;
        foreach (var (column, cells) in columns.Of(input!))
        {
            if (!column.IsBoundByName) continue;
            var seen = BoundProperty(input!, column);
            var filled = cells.Where(cell => !column.IsEmpty(cell)).ToList();
            if (filled.Count == 0 && !column.IsMandatoryInAll)
            {
                // The binder skips missing values. A blank cell would make it reject the row, or choose another parameter set.
                if (seen is not null) Replace(seen.Name, AutomationNull.Value);
            }
            else if (seen is not null || column.IsEverMandatory)
            {
                // A value that the binder rejects would end the binding of the row, and its error would precede those of earlier inputs.
                if (filled.Count == 0 || filled.Exists(column.IsRejectedByBinder))
                {
                    Replace(seen?.Name ?? column.Parameter, column.Placeholder());
                }
                else if (seen is null && columns.Map is null) Add(column.Parameter, filled[0]);
                else if (seen is null) Replace(column.Parameter, filled[0].Value);
                else if (!filled.Exists(cell => cell.Name == seen.Name)) Replace(seen.Name, filled[0].Value);
            }
        }
        if (columns.Map is { } map) Rename(input!, columns, map);
    }

    /// <summary>
    /// Hides the columns of -ColumnMap from the binder under their own names. Ids, which the binder reads itself, get the names of the map,
    /// until the input was read.
    /// </summary>
    private void Rename(PSObject row, RowColumns columns, ColumnMap map)
    {
        var prepared = _replaced.ConvertAll(cell => cell.Cell.Name);
        foreach (var cell in row.Properties.Where(cell => map.Has(cell.Name)).ToList())
        {
            var target = map.TargetOf(cell.Name);
            if (string.Equals(target, cell.Name, StringComparison.OrdinalIgnoreCase) || prepared.Contains(cell.Name)) continue;
            if (!columns.IsRead(cell.Name) && row.Properties[target] is null)
            {
                row.Properties.Add(new PSNoteProperty(target, cell.Value));
                _ids.Add((row, target));
            }
            Replace(cell.Name, AutomationNull.Value);
        }
    }

    /// <summary>True for an id that was added for -ColumnMap.</summary>
    public bool IsAdded(string name) => _ids.Exists(id => id.Name == name);

    /// <summary>Removes the ids that were added for -ColumnMap.</summary>
    public void RemoveIds()
    {
        foreach (var (row, name) in _ids) row.Properties.Remove(name);
        _ids.Clear();
    }

    /// <summary>
    /// Adds every mandatory property to an input that the cmdlet rejects, because the binder's own error would not say what the input is.
    /// </summary>
    public void PrepareRejected(PSObject input, IEnumerable<PropertyInfo> parameters)
    {
        Restore();
        _prepared = input;
        foreach (var property in parameters.Where(property => property.Name != SharedParameters.InputObject))
        {
            var sets = property.GetCustomAttributes<ParameterAttribute>()
                .Where(set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName).ToList();
            // A property with the name of a parameter may fail that parameter's validation.
            if (!sets.Exists(set => set.Mandatory) && (sets.Count == 0 || !RowColumn.AliasesOf(property).Prepend(property.Name)
                .Any(name => input.Properties[name] is not null))) continue;
            foreach (var name in new[] { property.Name, property.GetCustomAttribute<IntercomIdAttribute>()?.Property }.Distinct())
            {
                if (name is null || _added.Contains(name)) continue;
                // The new property hides an existing one of the same name.
                input.Properties.Add(new PSNoteProperty(name, Placeholder(property)));
                _added.Add(name);
            }
        }
    }

    /// <summary>
    /// Replaces a value that the binder must not see. The row is read again later, with the formats of -DateFormat and errors that name the
    /// column.
    /// </summary>
    private void Replace(string name, object? value)
    {
        var present = _prepared!.Properties[name];
        if (present is PSNoteProperty { IsInstance: true, IsSettable: true })
        {
            // Changed in place, so that the column order is kept.
            _replaced.Add((present, present.Value));
            present.Value = value;
        }
        // The new property hides one that the type defines, such as a column of a DataRow.
        else if (present is null or { IsInstance: false } or { MemberType: PSMemberTypes.Property })
        {
            _prepared.Properties.Add(new PSNoteProperty(name, value));
            _added.Add(name);
        }
    }

    private static object? Placeholder(PropertyInfo property)
    {
        if (property.GetCustomAttribute<OneOfAttribute>() is { } words) return words.Words[0];
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(Uri) ? "https://example.com" : type == typeof(Hashtable) ? new Hashtable() : type == typeof(DateTime)
            ? DateTime.UtcNow : type.IsValueType ? Activator.CreateInstance(type) : "0";
    }

    /// <summary>Removes the added properties.</summary>
    public void Restore()
    {
        // A cell may have been replaced twice.
        for (var at = _replaced.Count - 1; at >= 0; at--) _replaced[at].Cell.Value = _replaced[at].Value;
        _replaced.Clear();
        foreach (var name in _added) _prepared!.Properties.Remove(name);
        _added.Clear();
        _prepared = null;
    }

    /// <summary>The property that the binder uses for the column; null if none exists.</summary>
    private static PSPropertyInfo? BoundProperty(PSObject input, RowColumn column) =>
        column.Aliases.Prepend(column.Parameter).Select(name => input.Properties[name]).FirstOrDefault(property => property is not null);

    private void Add(string name, PSPropertyInfo cell)
    {
        _prepared!.Properties.Add(new PSAliasProperty(name, cell.Name));
        _added.Add(name);
    }
}
