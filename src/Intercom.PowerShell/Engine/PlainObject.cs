using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Shows plain values as PowerShell objects, all the way down.</summary>
internal static class PlainObject
{
    /// <summary>An object for a bag, an array for an array, the value itself for the rest.</summary>
    public static object? Of(object? value)
    {
        switch (value)
        {
            case AttributeBag bag:
                var shown = new PSObject();
                foreach (var pair in bag) shown.Properties.Add(new PSNoteProperty(pair.Key, Of(pair.Value)));
                return shown;
            case ItemList<object?> items: return items.Select(Of).ToArray();
            default: return value;
        }
    }
}
