namespace Intercom.PowerShell;

/// <summary>Reports columns that match no parameter, once per pipeline, even when the binder rejects the row.</summary>
internal sealed class UnknownColumns
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _headings = [];
    private readonly List<string> _properties = [];

    /// <summary>Checks an input. A column that a script block reads is used.</summary>
    public void Look(PSObject input, RowColumns columns, Func<BlockReads> blocks)
    {
        if (!RowObject.HasProperties(input) || PipedObject.KindOf(input) is not null) return;
        var kept = RowObject.IsRow(input) ? _headings : _properties;
        foreach (var heading in columns.Unknown(input))
        {
            if (_seen.Add(heading) && !blocks().Includes(heading)) kept.Add(heading);
        }
    }

    /// <summary>The warning about new columns since the last call; null if there is nothing to report.</summary>
    public string? Warning(string command, RowColumns columns)
    {
        if (_headings.Count == 0) return null;
        var text = Text(command, columns, _headings);
        _headings.Clear();
        return text;
    }

    /// <summary>The verbose message about properties of files, processes and similar objects; null if there is nothing to report.</summary>
    public string? Note(string command)
    {
        if (_properties.Count == 0) return null;
        var text = $"Properties that match no parameter of {command}, and are not sent: {ColumnNames.Listed(_properties)}.";
        _properties.Clear();
        return text;
    }

    /// <summary>
    /// A hint for errors about missing parameters, with the unmatched columns of a piped row. Empty when all columns match.
    /// </summary>
    /// <param name="input">The input.</param>
    /// <param name="columns">The columns that the cmdlet accepts.</param>
    /// <param name="wanted">The parameters that are missing.</param>
    public static string Hint(CommandInput input, RowColumns columns, params string[] wanted) =>
        input.Shape == InputShape.Row && RowObject.IsRow(input.Piped!) ? Hint(columns.Unknown(input.Piped!), wanted) : "";

    private static string Hint(IReadOnlyList<string> unknown, IReadOnlyList<string> wanted)
    {
        if (unknown.Count == 0) return "";
        var meant = unknown.Select(heading => (Heading: heading, Parameter: ColumnNames.Nearest(heading, wanted)))
            .FirstOrDefault(pair => pair.Parameter is not null);
        var example = $"Select-Object *, @{{ n = '{meant.Parameter ?? wanted[0]}'; e = '{meant.Heading ?? "heading of the column"}' }}";
        return $" No parameter matches the row's columns {ColumnNames.Listed(unknown)}. To rename a column, use {example}.";
    }

    private static string Text(string command, RowColumns columns, IReadOnlyCollection<string> headings)
    {
        const int Most = 8;
        var isOne = headings.Count == 1;
        var notFromRows = headings.Select(heading => columns.OnlyOnCommandLine.FirstOrDefault(name =>
            ColumnNames.Fold(name) == ColumnNames.Fold(heading))).Where(name => name is not null).ToList();
        var near = from heading in headings.Take(Most)
                   let parameter = ColumnNames.Nearest(heading, columns.Names)
                   where parameter is not null && !notFromRows.Contains(parameter)
                   select $"Did you mean '{parameter}' instead of '{heading}'?";
        var hints = near.Take(3).Concat(notFromRows.Take(3).Select(name => $"Specify -{name} on the command line.")).ToList();
        return $"The column{(isOne ? "" : "s")} {ColumnNames.Listed(headings, Most)} {(isOne ? "matches" : "match")} no parameter of "
            + $"{command}, and {(isOne ? "is" : "are")} not sent.{string.Concat(hints.Select(hint => " " + hint))}";
    }
}
