using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// Reads the columns of a row that set single values of a hashtable parameter, such as <c>CustomAttributes.plan</c> of -CustomAttribute.
/// </summary>
/// <param name="column">The hashtable parameter.</param>
/// <param name="given">The value of the parameter so far; null without one.</param>
/// <param name="isOnCommandLine">True when the command line set that value, which then takes precedence.</param>
internal sealed class RowTable(RowColumn column, object? given, bool isOnCommandLine)
{
    private readonly Hashtable _table = Copy(given);
    private readonly Dictionary<string, string> _headings = new(StringComparer.Ordinal);

    /// <summary>The names whose values are text of the row, and have the types of the workspace.</summary>
    public HashSet<string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>The merged values.</summary>
    public Hashtable Value => _table;

    /// <summary>True when the row has a value.</summary>
    public bool IsSet => _headings.Count > 0;

    /// <summary>Reads a cell. A blank cell leaves the value unchanged.</summary>
    /// <exception cref="RowException">Another column sets the same name to another value.</exception>
    public void Read(string name, PSPropertyInfo cell, RowReading reading)
    {
        var held = reading.ValueOf(cell);
        if (reading.IsBlank(held) && !reading.ClearsEmpty) return;
        if (reading.IsBlank(held)) held = null;
        if (_table.ContainsKey(name))
        {
            if (isOnCommandLine && !_headings.ContainsKey(name)) return;
            var (other, value) = (_headings.TryGetValue(name, out var first) ? first : column.Parameter, _table[name]);
            if (held is null || Equals(RowObject.Shown(value), RowObject.Shown(held))) return;
            if (value is not null)
            {
                throw CommandErrors.TwoColumns(
                    other, cell.Name, $"{column.Parameter} {name}", RowObject.Shown(value), RowObject.Shown(held));
            }
        }
        _table[name] = held;
        _headings[name] = cell.Name;
        if (held is string) Texts.Add(name);
    }

    // Intercom's names are case-sensitive.
    private static Hashtable Copy(object? given)
    {
        var copy = new Hashtable(StringComparer.Ordinal);
        if (RowObject.Unwrapped(given) is IDictionary table)
        {
            foreach (DictionaryEntry pair in table) copy[pair.Key is string name ? name : $"{pair.Key}"] = pair.Value;
        }
        return copy;
    }
}
