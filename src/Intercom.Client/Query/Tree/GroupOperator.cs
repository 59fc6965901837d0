namespace Intercom.Query;

/// <summary>How the conditions of a group are combined.</summary>
public enum GroupOperator
{
    /// <summary><c>AND</c>: all conditions must match.</summary>
    And,

    /// <summary><c>OR</c>: at least one condition must match.</summary>
    Or,
}
