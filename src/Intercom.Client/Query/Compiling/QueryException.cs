namespace Intercom.Query;

/// <summary>A query that cannot be read, or that Intercom would refuse. The message quotes the part at fault and says what to do.</summary>
public sealed class QueryException : Exception, ICodedError
{
    /// <summary>Creates the exception from a problem and its remedy, with the code <c>invalid_query</c>.</summary>
    /// <param name="problem">What was given and what is wrong with it, as a sentence.</param>
    /// <param name="remedy">What to do about it, as a sentence.</param>
    /// <param name="filter">The filter at fault, if there is a single one.</param>
    /// <param name="inner">The underlying cause, if any.</param>
    public QueryException(string problem, string remedy, QueryFilter? filter = null, Exception? inner = null)
        : this(new Fault("invalid_query", problem, remedy), filter, inner) { }

    internal QueryException(Fault fault, QueryFilter? filter = null, Exception? inner = null) : base(fault.Message, inner)
    {
        Code = fault.Code;
        Fault = fault;
        Filter = filter;
    }

    internal QueryException(IReadOnlyList<QueryNote> errors)
        : base(string.Join(Environment.NewLine, errors.Select(error => error.Message)))
    {
        Errors = errors;
        Code = errors[0].Code ?? "invalid_query";
        Fault = new Fault(Code, errors[0].Message, errors[0].Remedy ?? "");
        Filter = errors[0].Filter;
    }

    /// <inheritdoc/>
    public string Code { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy => Fault.Remedy;

    /// <summary>The filter at fault, as the same object as in the query. Null when no single filter is at fault.</summary>
    public QueryFilter? Filter { get; }

    /// <summary>Every error of a refused query. Empty when there is only this message.</summary>
    public IReadOnlyList<QueryNote> Errors { get; } = [];

    /// <summary>The problem and the remedy apart.</summary>
    internal Fault Fault { get; }
}
