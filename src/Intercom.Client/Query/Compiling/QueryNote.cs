namespace Intercom.Query;

/// <summary>How much a note matters.</summary>
public enum QueryNoteKind
{
    /// <summary>Worth knowing; the query does what it says.</summary>
    Information,

    /// <summary>Another query with the same meaning is sent.</summary>
    Rewritten,

    /// <summary>The query is sent, but may not do what was meant.</summary>
    Warning,

    /// <summary>Intercom would refuse or misread the query; it is not sent.</summary>
    Error,
}

/// <summary>Something to say about a query before it is sent.</summary>
public sealed class QueryNote
{
    internal QueryNote(QueryNoteKind kind, string message, string? remedy = null, QueryFilter? filter = null)
    {
        Kind = kind;
        Message = remedy is null ? message : $"{message} {remedy}";
        Remedy = remedy;
        Filter = filter;
    }

    /// <summary>How much it matters.</summary>
    public QueryNoteKind Kind { get; }

    /// <summary>What is to be said, remedy included; names the field and the operator where it is about a filter.</summary>
    public string Message { get; }

    /// <summary>What to do about it, if anything.</summary>
    public string? Remedy { get; }

    /// <summary>The filter that it is about, by reference the one of the query that was given; null when it is about the whole.</summary>
    public QueryFilter? Filter { get; }

    /// <summary>The kind and the message.</summary>
    public override string ToString() => $"{Kind}: {Message}";
}
