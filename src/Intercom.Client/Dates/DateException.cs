using System;

namespace Intercom.Dates;

/// <summary>A value that is not a date, or not certainly one date.</summary>
internal sealed class DateException(string problem, string remedy) : FormatException($"{problem} {remedy}")
{
    /// <summary>What was given and what is wrong with it.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
