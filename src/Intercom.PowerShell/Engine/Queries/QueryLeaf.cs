using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Creates a condition from the field, operator and value of New-IntercomQuery.</summary>
internal static class QueryLeaf
{
    /// <summary>Creates the condition.</summary>
    /// <param name="field">The field.</param>
    /// <param name="word">The operator, in Intercom's or PowerShell's notation.</param>
    /// <param name="given">The value or values.</param>
    /// <param name="invocation">The invocation, in which only a literal $null stands for null.</param>
    /// <exception cref="QueryException">The operator does not exist, or the value might match everything.</exception>
    public static QueryFilter Read(string field, string word, object? given, InvocationInfo invocation)
    {
        var operation = QueryWords.Operator(word);
        var value = WireBody.Unwrap(given);
        var values = value as object?[] ?? [value];
        if (Array.IndexOf(values, null) >= 0 && !WrittenCommand.Says(invocation, "null")) throw CommandErrors.NullFilterValue(field);
        if (Array.IndexOf(values, "") >= 0)
        {
            if ((operation & QueryOperators.Set) != 0) throw CommandErrors.EmptyFilterValue(field);
            if ((operation & QueryOperators.Text) != 0) throw CommandErrors.EmptySearchText(field);
        }
        return new QueryFilter(field, operation, value);
    }
}
