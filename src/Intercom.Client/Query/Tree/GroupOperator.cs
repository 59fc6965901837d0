namespace Intercom.Query;

/// <summary>How the conditions of a group are combined.</summary>
public enum GroupOperator
{
    /// <summary><c>AND</c>: all must hold.</summary>
    And,

    /// <summary><c>OR</c>: at least one must hold.</summary>
    Or,
}
