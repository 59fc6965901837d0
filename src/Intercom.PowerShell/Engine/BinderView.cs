using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// What PowerShell's binder must see on a piped object so that it hands it over: it refuses a row whose heading for a mandatory parameter is not the parameter's
/// own name. The properties that are added for it are taken away again before anybody else sees the object.
/// </summary>
internal sealed class BinderView
{
    private PSObject? _shown;
    private readonly List<string> _added = [];

    /// <summary>Shows the binder an input, and takes away what the one before was shown with.</summary>
    public void Show(PSObject? input, RowColumns columns)
    {
        Withdraw();
        if (!RowObject.HasProperties(input) || PipedObject.KindOf(input) is not null || !RowObject.IsRow(input!)) return;
        _shown = input;
        foreach (var (column, cells) in columns.Of(input!))
        {
            if (column.IsBoundByName && column.IsEverMandatory && !IsFound(input!, column)) Add(column.Parameter, cells[0]);
        }
    }

    /// <summary>Shows the binder an input that the cmdlet refuses, with whatever is mandatory: the binder's own error would not say what the input is.</summary>
    public void ShowAnything(PSObject input, IEnumerable<PropertyInfo> parameters)
    {
        Withdraw();
        _shown = input;
        foreach (var property in parameters.Where(property => property.GetCustomAttributes<ParameterAttribute>().Any(set => set.Mandatory && (set.ValueFromPipeline || set.ValueFromPipelineByPropertyName))))
        {
            object value = property.GetCustomAttribute<OneOfAttribute>()?.Words[0] ?? (property.PropertyType == typeof(System.Uri) ? "https://example.com" : "0");
            foreach (var name in new[] { property.Name, property.GetCustomAttribute<IntercomIdAttribute>()?.Property }.Distinct())
            {
                if (name is null || _added.Contains(name)) continue;
                // In front of a property of the same name, which may be null.
                input.Properties.Add(new PSNoteProperty(name, value));
                _added.Add(name);
            }
        }
    }

    /// <summary>Takes away what was added.</summary>
    public void Withdraw()
    {
        foreach (var name in _added) _shown!.Properties.Remove(name);
        _added.Clear();
        _shown = null;
    }

    private static bool IsFound(PSObject input, RowColumn column) => column.Aliases.Prepend(column.Parameter).Any(name => input.Properties[name] is not null);

    private void Add(string name, PSPropertyInfo cell)
    {
        _shown!.Properties.Add(new PSAliasProperty(name, cell.Name));
        _added.Add(name);
    }
}
