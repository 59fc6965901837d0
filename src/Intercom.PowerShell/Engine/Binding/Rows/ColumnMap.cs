using System.Collections;

namespace Intercom.PowerShell;

/// <summary>The columns of a file and the names that a cmdlet knows them by (-ColumnMap).</summary>
internal sealed class ColumnMap
{
    private readonly Dictionary<string, string> _targets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a map, and checks its targets.</summary>
    /// <param name="given">The columns with their targets.</param>
    /// <param name="columns">The columns that the cmdlet accepts.</param>
    /// <param name="command">The name of the cmdlet.</param>
    /// <exception cref="ColumnMapException">A target does not exist, or two columns have the same one.</exception>
    public ColumnMap(Hashtable given, RowColumns columns, string command)
    {
        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry pair in given)
        {
            var (column, target) = ($"{pair.Key}".Trim(), $"{pair.Value}".Trim());
            if (columns.TargetKey(target) is not { } key)
            {
                throw CommandErrors.UnknownMapTarget(column, target, command, ColumnNames.Nearest(target, columns.Names), columns.Targets);
            }
            if (used.TryGetValue(key, out var other)) throw CommandErrors.TwoMappedColumns(other, column, target);
            used[key] = column;
            _targets[column] = target;
        }
    }

    /// <summary>The name that the cmdlet knows a column by.</summary>
    public string TargetOf(string heading) => _targets.TryGetValue(heading.Trim(), out var target) ? target : heading;

    /// <summary>True for a column of the map.</summary>
    public bool Has(string heading) => _targets.ContainsKey(heading.Trim());

    /// <summary>True when a row has all columns of the map.</summary>
    public bool Fits(IEnumerable<string> headings) =>
        _targets.Keys.All(column => headings.Any(heading => string.Equals(heading.Trim(), column, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Rejects a row that lacks a column of the map, or has another column for one of its targets.</summary>
    /// <param name="headings">The headings of the row.</param>
    /// <param name="columns">The columns that the cmdlet accepts, with this map.</param>
    /// <exception cref="ColumnMapException">The row does not match the map.</exception>
    public void Check(IReadOnlyList<string> headings, RowColumns columns)
    {
        var present = headings.Select(heading => heading.Trim()).ToList();
        foreach (var (column, target) in _targets.Select(pair => (pair.Key, pair.Value)))
        {
            if (!present.Contains(column, StringComparer.OrdinalIgnoreCase))
            {
                throw CommandErrors.MappedColumnMissing(column, ColumnNames.Nearest(column, present), present);
            }
            var key = columns.TargetKey(target);
            if (present.Find(heading => !Has(heading) && columns.TargetKey(heading) == key) is { } other)
            {
                throw CommandErrors.TwoMappedColumns(column, other, target);
            }
        }
    }
}
