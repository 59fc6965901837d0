namespace Intercom.PowerShell;

/// <summary>The file of -Checkpoint cannot be used. Nothing more is sent then, because it could not be recorded.</summary>
public sealed class CheckpointException : Exception, ICodedError
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">What is wrong: <c>checkpoint_mismatch</c>, <c>checkpoint_damaged</c>, <c>checkpoint_in_use</c>,
    /// <c>checkpoint_failed</c> or <c>checkpoint_missing</c>.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">The cause below, if any.</param>
    public CheckpointException(string code, string message, Exception? inner = null) : base(message, inner) => Code = code;

    /// <summary>
    /// What is wrong: <c>checkpoint_mismatch</c>, <c>checkpoint_damaged</c>, <c>checkpoint_in_use</c>, <c>checkpoint_failed</c> or
    /// <c>checkpoint_missing</c>.
    /// </summary>
    public string Code { get; }
}
