using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>A pattern with wildcards, as a comparison that Intercom can search for.</summary>
internal static class QueryPattern
{
    /// <summary>Returns the operator and the text without wildcards.</summary>
    /// <exception cref="QueryException">The pattern matches every text, or has wildcards elsewhere than at its ends.</exception>
    public static (QueryOperator Operator, string Text) Read(string pattern, string field)
    {
        var inner = pattern.Trim('*');
        if (inner.IndexOfAny(['*', '?', '[', ']', '`']) >= 0) throw CommandErrors.PatternTooRich(pattern);
        if (inner.Length == 0) throw CommandErrors.PatternOfNothing(pattern, pattern.Length == 0, field);
        var starts = pattern.StartsWith("*", StringComparison.Ordinal);
        var ends = pattern.EndsWith("*", StringComparison.Ordinal);
        return (starts && ends ? QueryOperator.Contains : ends ? QueryOperator.StartsWith : starts
            ? QueryOperator.EndsWith : QueryOperator.Equal, inner);
    }
}
