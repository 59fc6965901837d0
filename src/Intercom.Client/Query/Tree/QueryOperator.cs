namespace Intercom.Query;

/// <summary>Intercom's search operators. A filter has one, a field accepts a set.</summary>
[Flags]
public enum QueryOperator
{
    /// <summary>No operator.</summary>
    None = 0,

    /// <summary><c>=</c></summary>
    Equal = 1,

    /// <summary><c>!=</c>. It also matches items without a value.</summary>
    NotEqual = 2,

    /// <summary><c>IN</c>: one of several values.</summary>
    In = 4,

    /// <summary><c>NIN</c>: none of several values. It also matches items without a value.</summary>
    NotIn = 8,

    /// <summary><c>&lt;</c></summary>
    Less = 16,

    /// <summary><c>&gt;</c></summary>
    Greater = 32,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual = 64,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual = 128,

    /// <summary><c>~</c>: the text contains the value.</summary>
    Contains = 256,

    /// <summary><c>!~</c>: the text does not contain the value. It also matches items without a value.</summary>
    NotContains = 512,

    /// <summary><c>^</c>: the text starts with the value.</summary>
    StartsWith = 1024,

    /// <summary><c>$</c>: the text ends with the value.</summary>
    EndsWith = 2048,
}
