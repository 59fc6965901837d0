namespace Intercom.PowerShell;

/// <summary>Tells of the columns that no parameter takes: each once for a pipeline, also where the binder refuses the row.</summary>
internal sealed class UnknownColumns
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _headings = [];
    private readonly List<string> _properties = [];

    /// <summary>Looks at an input. A column that a script block reads is used.</summary>
    public void Look(PSObject input, RowColumns columns, Func<BlockReads> blocks)
    {
        if (!RowObject.HasProperties(input) || PipedObject.KindOf(input) is not null) return;
        var kept = RowObject.IsRow(input) ? _headings : _properties;
        foreach (var heading in columns.Unknown(input))
        {
            if (_seen.Add(heading) && !blocks().Includes(heading)) kept.Add(heading);
        }
    }

    /// <summary>What to warn of since the last time; null for nothing.</summary>
    public string? Warning(string command, RowColumns columns)
    {
        if (_headings.Count == 0) return null;
        var text = Text(command, columns, _headings);
        _headings.Clear();
        return text;
    }

    /// <summary>The properties of files, processes and the like, which nobody meant to send; null for none.</summary>
    public string? Note(string command)
    {
        if (_properties.Count == 0) return null;
        var text = $"No parameter of {command} takes the properties {ColumnNames.Listed(_properties)}.";
        _properties.Clear();
        return text;
    }

    /// <summary>For errors about what is missing: what a piped row has instead. Empty when nothing of it was passed over.</summary>
    /// <param name="input">The input.</param>
    /// <param name="columns">The columns that the cmdlet takes.</param>
    /// <param name="wanted">The parameters that are missing.</param>
    public static string Hint(CommandInput input, RowColumns columns, params string[] wanted) =>
        input.Shape == InputShape.Row && RowObject.IsRow(input.Piped!) ? Hint(columns.Unknown(input.Piped!), wanted) : "";

    private static string Hint(IReadOnlyList<string> unknown, IReadOnlyList<string> wanted)
    {
        if (unknown.Count == 0) return "";
        var meant = unknown.Select(heading => (Heading: heading, Parameter: ColumnNames.Nearest(heading, wanted)))
            .FirstOrDefault(pair => pair.Parameter is not null);
        var example = $"Select-Object *, @{{ n = '{meant.Parameter ?? wanted[0]}'; e = '{meant.Heading ?? "heading of the column"}' }}";
        return $" No parameter takes the row's columns {ColumnNames.Listed(unknown)}. Rename the column that holds it, such as {example}.";
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
                   select $"for '{heading}' the nearest is -{parameter}";
        var hints = near.Take(3).Concat(notFromRows.Take(3).Select(name => $"-{name} is taken from the command line only")).ToList();
        return $"No parameter of {command} takes the column{(isOne ? "" : "s")} {ColumnNames.Listed(headings, Most)}, and "
            + $"{(isOne ? "its values are" : "their values are")} not sent{(hints.Count > 0 ? ": " + string.Join(", ", hints) : "")}.";
    }
}
