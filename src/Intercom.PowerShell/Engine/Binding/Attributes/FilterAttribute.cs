using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// Marks a parameter that searches by a field. The search matches all parameters. A parameter with several values matches any of them.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilterAttribute(string field) : Attribute
{
    /// <summary>The field of the search.</summary>
    public string Field { get; } = field;

    /// <summary>The operator for a single value.</summary>
    public QueryOperator Operator { get; set; } = QueryOperator.Equal;

    /// <summary>True for text in which a * at the start and at the end is a wildcard.</summary>
    public bool HasWildcards { get; set; }

    /// <summary>True for contacts, which can be specified by email address or name as well as by id.</summary>
    public bool IsContact { get; set; }
}
