using System.Text.RegularExpressions;

namespace Intercom.Docs.Views;

/// <summary>A column of a table or a line of a list.</summary>
/// <param name="Label">The heading.</param>
/// <param name="Value">A property, <c>{a script}</c>, or <c>@Name</c> of a method of ViewWords.</param>
/// <param name="Width">The width of the column; null for what is left.</param>
/// <param name="IsRight">True where the column is aligned to the right.</param>
/// <param name="IsWide">True for a column of the view Wide only.</param>
internal sealed record Column(string Label, string Value, int? Width = null, bool IsRight = false, bool IsWide = false);

/// <summary>What Views.txt says of one type.</summary>
/// <param name="Name">The type's name below the namespace Intercom.</param>
internal sealed record TypeView(string Name)
{
    /// <summary>The columns of the table; null when the type has only a list view.</summary>
    public IReadOnlyList<Column>? Table { get; set; }

    /// <summary>True when cells wrap to the next line.</summary>
    public bool IsWrapped { get; set; }

    /// <summary>The lines of the list; null when they are not said, empty for all properties.</summary>
    public IReadOnlyList<Column>? List { get; set; }

    /// <summary>The alias of Id; <c>-</c> for none, null where it follows from the type's name.</summary>
    public string? Id { get; set; }

    /// <summary>Properties that the class does not have.</summary>
    public List<Column> Members { get; } = [];

    /// <summary>Headings that scripts can use as properties, and that exports omit.</summary>
    public List<Column> Words { get; } = [];

    /// <summary>True for a property that the declarations add to the class.</summary>
    public bool Adds(string name) => Members.Concat(Words).Any(member => member.Label == name);

    /// <summary>True for a type that is shown, and not only given members.</summary>
    public bool IsShown => Table is not null || List is not null;
}

/// <summary>Reads the declarations of views, Views.txt; its first lines describe its syntax.</summary>
internal static partial class ViewFile
{
    /// <summary>The types in the order of the file.</summary>
    /// <param name="path">The path of Views.txt.</param>
    /// <exception cref="InvalidDataException">A line cannot be read, or says something a second time.</exception>
    public static IReadOnlyList<TypeView> Read(string path)
    {
        var types = new Dictionary<string, TypeView>(StringComparer.Ordinal);
        foreach (var (number, text) in Statements(path))
        {
            var words = Statement().Match(text);
            if (!words.Success) throw Wrong(number, text, "It is not a keyword, a type and its declaration");
            foreach (var name in words.Groups["types"].Value.Split(','))
            {
                if (!types.TryGetValue(name, out var type)) types.Add(name, type = new TypeView(name));
                if (TrySay(type, words.Groups["keyword"].Value, words.Groups["rest"].Value)) continue;
                throw Wrong(number, text, "It cannot be read, or is said twice");
            }
        }
        return [.. types.Values];
    }

    private static bool TrySay(TypeView type, string keyword, string text)
    {
        switch (keyword)
        {
            case "table" or "wrapped" when type.Table is null && Columns(text) is { Count: > 0 } columns:
                (type.Table, type.IsWrapped) = (columns, keyword == "wrapped");
                return true;
            case "list" when type.List is null && Columns(text) is { } lines && lines.All(line => line is { Width: null, IsWide: false }):
                type.List = lines;
                return true;
            case "id" when type.Id is null && Name().IsMatch(text):
                type.Id = text;
                return true;
            case "member" when Columns(text) is [{ Width: null } member]:
                type.Members.Add(member);
                return true;
            case "word" when Columns(text) is [{ Width: null } word]:
                type.Words.Add(word);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The columns; null when one of them cannot be read.</summary>
    private static List<Column>? Columns(string text)
    {
        var columns = new List<Column>();
        if (text.Length == 0) return columns;
        foreach (var part in text.Split(" | "))
        {
            var words = ColumnWords().Match(part.Trim());
            if (!words.Success) return null;
            var (label, value, width) = (words.Groups["label"], words.Groups["value"].Value, words.Groups["width"]);
            if (!label.Success && !Name().IsMatch(value)) return null;
            int? columnWidth = width.Success ? int.Parse(width.Value, CultureInfo.InvariantCulture) : null;
            columns.Add(new Column(
                label.Success ? label.Value : value, value, columnWidth, words.Groups["right"].Success, words.Groups["wide"].Success));
        }
        return columns;
    }

    /// <summary>The statements with the numbers of their first lines: comments and blank lines left out, continued lines joined.</summary>
    private static IEnumerable<(int Number, string Text)> Statements(string path)
    {
        var statement = (Number: 0, Text: "");
        foreach (var (number, line) in File.ReadLines(path).Select((line, index) => (index + 1, line.TrimEnd())))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == ' ' && statement.Number > 0)
            {
                statement.Text += " " + line.TrimStart();
                continue;
            }
            if (statement.Number > 0) yield return statement;
            statement = (number, line);
        }
        if (statement.Number > 0) yield return statement;
    }

    private static InvalidDataException Wrong(int number, string text, string reason) =>
        new($"Views.txt({number}): '{text}'. {reason}. The top of the file says what can stand there.");

    [GeneratedRegex(@"^(?<keyword>\w+) +(?<types>[\w.]+(,[\w.]+)*)( +(?<rest>\S.*))?$")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(?<wide>\+ )?((?<label>[^={]+) = )?(?<value>\{.+\}|@\w+|\w+)( (?<width>\d+)(?<right>>)?)?$")]
    private static partial Regex ColumnWords();

    [GeneratedRegex(@"^(\w+|-)$")]
    private static partial Regex Name();
}
