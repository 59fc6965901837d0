using System;
using System.Collections.Generic;
using System.Linq;

namespace Intercom.Query;

/// <summary>What can be searched.</summary>
public enum SearchResource
{
    /// <summary>Contacts.</summary>
    Contact,

    /// <summary>Conversations.</summary>
    Conversation,

    /// <summary>Tickets.</summary>
    Ticket,
}

/// <summary>What a field holds.</summary>
public enum FieldType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A time, as Unix seconds on the wire.</summary>
    Date,

    /// <summary>Whatever the workspace defined for the attribute.</summary>
    Attribute,
}

/// <summary>The operators of Intercom's searches.</summary>
[Flags]
public enum QueryOperators
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>=</c></summary>
    Equal = 1,

    /// <summary><c>!=</c></summary>
    NotEqual = 2,

    /// <summary><c>IN</c></summary>
    In = 4,

    /// <summary><c>NIN</c></summary>
    NotIn = 8,

    /// <summary><c>&lt;</c></summary>
    Less = 16,

    /// <summary><c>&gt;</c></summary>
    Greater = 32,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual = 64,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual = 128,

    /// <summary><c>~</c></summary>
    Contains = 256,

    /// <summary><c>!~</c></summary>
    NotContains = 512,

    /// <summary><c>^</c></summary>
    StartsWith = 1024,

    /// <summary><c>$</c></summary>
    EndsWith = 2048,
}

/// <summary>The operators' spellings on the wire.</summary>
public static class WireOperators
{
    private static readonly (QueryOperators Operator, string Wire)[] All =
    [
        (QueryOperators.Equal, "="), (QueryOperators.NotEqual, "!="), (QueryOperators.In, "IN"), (QueryOperators.NotIn, "NIN"), (QueryOperators.Less, "<"), (QueryOperators.Greater, ">"),
        (QueryOperators.LessOrEqual, "<="), (QueryOperators.GreaterOrEqual, ">="), (QueryOperators.Contains, "~"), (QueryOperators.NotContains, "!~"), (QueryOperators.StartsWith, "^"), (QueryOperators.EndsWith, "$"),
    ];

    /// <summary>Every spelling, in the order of Intercom's description.</summary>
    public static IReadOnlyList<string> Words { get; } = All.Select(pair => pair.Wire).ToArray();

    /// <summary>The operator of a spelling; none for an unknown one.</summary>
    public static QueryOperators Parse(string wire) => Array.Find(All, pair => string.Equals(pair.Wire, wire.Trim(), StringComparison.OrdinalIgnoreCase)).Operator;

    /// <summary>The spelling of an operator.</summary>
    public static string Wire(this QueryOperators single) => Array.Find(All, pair => pair.Operator == single).Wire;

    /// <summary>The spellings of several operators.</summary>
    public static string Spell(this QueryOperators several) => string.Join(" ", All.Where(pair => (several & pair.Operator) != 0).Select(pair => pair.Wire));
}

/// <summary>One field that a search accepts.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Operators">The operators that Intercom takes on it.</param>
public sealed record SearchField(string Name, FieldType Type, QueryOperators Operators)
{
    /// <summary>The words that the field can hold, where they are a closed set.</summary>
    public IReadOnlyList<string> KnownValues { get; init; } = [];

    /// <summary>True when times are matched by whole days in the workspace's time zone.</summary>
    public bool IsDayGrained { get; init; }

    /// <summary>The spelling that Intercom's own table prints, where it has a typing error.</summary>
    public string? PrintedName { get; init; }

    /// <summary>The name as PowerShell writes it: <c>LastSeenAt</c>, <c>Source.Author.Name</c>.</summary>
    public string PascalName => FieldNames.Pascal(Name);
}
