namespace Intercom.PowerShell;

/// <summary>The outcome of one input of a run that ended early.</summary>
internal enum RunOutcome
{
    /// <summary>The request succeeded.</summary>
    Applied,

    /// <summary>The request failed or was rejected.</summary>
    Failed,

    /// <summary>The request was sent, and may or may not have been applied.</summary>
    Unknown,

    /// <summary>The request was not sent.</summary>
    NotApplied,
}
