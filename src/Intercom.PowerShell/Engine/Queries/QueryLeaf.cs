using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Reads one condition from a field, an operator and a value, as New-IntercomQuery takes them.</summary>
internal static class QueryLeaf
{
    /// <summary>Reads the condition.</summary>
    /// <param name="field">The field.</param>
    /// <param name="word">The operator, in Intercom's or in PowerShell's spelling.</param>
    /// <param name="given">The value, or several.</param>
    /// <param name="invocation">The command, where only $null as it is written asks for null.</param>
    /// <exception cref="QueryException">There is no such operator, or the value could match everything.</exception>
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
