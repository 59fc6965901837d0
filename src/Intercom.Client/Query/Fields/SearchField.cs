using System.Text.Json;

namespace Intercom.Query;

/// <summary>A field that can be searched: its names, its type, and what Intercom accepts on it.</summary>
public sealed class SearchField
{
    private string? _pascalName;
    private Tuple<string, SearchField>? _changed;

    internal SearchField(SearchResource resource, string name, FieldType type, QueryOperator operators)
    {
        Resource = resource;
        Name = name;
        Type = type;
        Operators = operators;
        ItemPath = name;
    }

    /// <summary>The resource that the field belongs to.</summary>
    public SearchResource Resource { get; }

    /// <summary>The name on the wire, such as <c>source.author.email</c>.</summary>
    public string Name { get; }

    /// <summary>The name as PowerShell writes it, such as <c>Source.Author.Email</c>.</summary>
    public string PascalName => _pascalName ??= ToPascal(Name);

    /// <summary>The field's type. <see cref="FieldType.Attribute"/> until the type in the workspace is known.</summary>
    public FieldType Type { get; }

    /// <summary>The operators that Intercom accepts on the field.</summary>
    public QueryOperator Operators { get; }

    /// <summary>The operators that work: those that Intercom accepts, and those that are rewritten into them.</summary>
    public QueryOperator UsableOperators =>
        Operators | QueryOperators.Set | ((Operators & QueryOperators.Order) == 0 ? QueryOperator.None : QueryOperators.OrderOrEqual);

    /// <summary>The known values of the field. Empty when they are not listed.</summary>
    public IReadOnlyList<string> KnownValues { get; internal init; } = [];

    /// <summary>True when the field accepts only <see cref="KnownValues"/>.</summary>
    public bool OnlyKnownValues { get; internal init; }

    /// <summary>
    /// The misspelt name in Intercom's own table, when it differs. Which of the two the server accepts is not documented.
    /// </summary>
    public string? PrintedName { get; internal init; }

    /// <summary>True when every item has a value, so that comparing with null is useless.</summary>
    public bool AlwaysSet { get; internal init; }

    /// <summary>False for a field that is in none of Intercom's tables.</summary>
    public bool Documented { get; internal init; } = true;

    /// <summary>The dotted JSON path of the value in an item of the response. Null when the response does not contain it.</summary>
    public string? ItemPath { get; internal init; }

    /// <summary>True when Intercom compares each word of the text separately: the body of a conversation's first message.</summary>
    public bool ByWord => Resource == SearchResource.Conversation && Name == "source.body";

    /// <summary>The version of the API that this description applies to first. Null for 2.14 and earlier versions.</summary>
    public string? Since { get; internal init; }

    /// <summary>True for a date of contacts that is matched to the second, as since version 2.17.</summary>
    internal bool IsExact { get; init; }

    /// <summary>True when the field matches whole calendar days: dates of contacts, in the workspace's time zone.</summary>
    public bool DayGrained => Type == FieldType.Date && Resource == SearchResource.Contact && !IsExact;

    /// <summary>The field as a version of the API has it.</summary>
    internal SearchField In(string version)
    {
        // Fields are shared by all threads, so version and field are replaced together.
        if (_changed is not { } known || known.Item1 != version)
            _changed = known = new(version, FieldTables.Changed(this, version) ?? this);
        return known.Item2;
    }

    /// <summary>
    /// The kind of JSON value that is sent: String, Number, True (for either boolean), or Undefined where the workspace decides.
    /// </summary>
    public JsonValueKind JsonKind => Type switch
    {
        FieldType.String => JsonValueKind.String,
        FieldType.Boolean => JsonValueKind.True,
        FieldType.Attribute => JsonValueKind.Undefined,
        _ => JsonValueKind.Number,
    };

    /// <summary>True when the field accepts the operator.</summary>
    public bool Accepts(QueryOperator @operator) => @operator != QueryOperator.None && (Operators & @operator) == @operator;

    /// <summary>
    /// The known value that a text means, in any case, in words (In progress for in_progress), or as an answer spells it; null for
    /// another text.
    /// </summary>
    public string? SearchWord(string text) =>
        Array.Find(FieldTables.AnswerWords, row =>
            row.Resource == Resource && row.Name == Name && string.Equals(row.Answer, text, StringComparison.OrdinalIgnoreCase)).Search
        ?? KnownValues.FirstOrDefault(value => string.Equals(value, text.Trim().Replace(' ', '_'), StringComparison.OrdinalIgnoreCase));

    /// <summary>The wire name.</summary>
    public override string ToString() => Name;

    /// <summary>
    /// Upper-cases the words of a snake_case name; what follows an attribute prefix is a name of the workspace and stays.
    /// </summary>
    internal static string ToPascal(string name)
    {
        var attribute = FieldTables.AttributePrefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        var end = attribute?.Length ?? name.Length;
        var words = name.Substring(0, end).Split('.').Select(part => string.Concat(part.Split('_').Select(Capitalise)));
        return string.Join(".", words) + name.Substring(end);

        static string Capitalise(string word) =>
            word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word.Substring(1);
    }
}
