namespace Intercom.Query;

/// <summary>How much a note matters.</summary>
public enum QueryNoteKind
{
    /// <summary>Useful to know. The query is sent as written.</summary>
    Information,

    /// <summary>Another query with the same meaning is sent.</summary>
    Rewritten,

    /// <summary>The query is sent, but may not match what was intended.</summary>
    Warning,

    /// <summary>Intercom would refuse or misread the query, so it is not sent.</summary>
    Error,
}

/// <summary>A note about a query before it is sent.</summary>
public sealed class QueryNote
{
    internal QueryNote(QueryNoteKind kind, string message, string? remedy = null, QueryFilter? filter = null)
    {
        Kind = kind;
        Message = remedy is null ? message : $"{message} {remedy}";
        Remedy = remedy;
        Filter = filter;
    }

    internal QueryNote(QueryNoteKind kind, Fault fault, QueryFilter? filter = null) : this(kind, fault.Problem, fault.Remedy, filter) =>
        Code = fault.Code;

    /// <summary>How much it matters.</summary>
    public QueryNoteKind Kind { get; }

    /// <summary>The stable code of an error, such as <c>operator_not_supported</c>. Null for a note without one.</summary>
    internal string? Code { get; }

    /// <summary>The whole text, including the remedy. It names the field and the operator of a filter.</summary>
    public string Message { get; }

    /// <summary>What to do about it, if anything.</summary>
    public string? Remedy { get; }

    /// <summary>The filter, as the same object as in the query. Null when the note applies to the whole query.</summary>
    public QueryFilter? Filter { get; }

    /// <summary>The kind and the message.</summary>
    public override string ToString() => $"{Kind}: {Message}";
}
