using System;
using System.Collections.Generic;
using System.Linq;

namespace Intercom.Query;

/// <summary>A query that cannot be read, or that Intercom would refuse. The message names the words at fault and says what to do.</summary>
public sealed class QueryException : Exception
{
    /// <summary>Creates the exception from a problem and its remedy.</summary>
    /// <param name="problem">What was given and what is wrong with it, as a sentence.</param>
    /// <param name="remedy">What to do about it, as a sentence.</param>
    /// <param name="filter">The filter at fault, if it is one.</param>
    /// <param name="inner">The cause below, if any.</param>
    public QueryException(string problem, string remedy, QueryFilter? filter = null, Exception? inner = null)
        : base($"{problem} {remedy}", inner)
    {
        Remedy = remedy;
        Filter = filter;
    }

    internal QueryException(IReadOnlyList<QueryNote> errors)
        : base(string.Join(Environment.NewLine, errors.Select(error => error.Message)))
    {
        Errors = errors;
        Remedy = errors[0].Remedy ?? "";
        Filter = errors[0].Filter;
    }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    /// <summary>The first filter at fault, by reference the one of the query; null when the fault is in no single filter.</summary>
    public QueryFilter? Filter { get; }

    /// <summary>Every error of a refused query; empty when there is only this message.</summary>
    public IReadOnlyList<QueryNote> Errors { get; } = [];
}
