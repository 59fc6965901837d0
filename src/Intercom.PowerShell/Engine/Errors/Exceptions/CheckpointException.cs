namespace Intercom.PowerShell;

/// <summary>
/// The exception that is thrown when the file of -Checkpoint cannot be used. No further requests are sent, because they could not be
/// recorded.
/// </summary>
public sealed class CheckpointException : Exception, ICodedError
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">The error code, such as <c>checkpoint_in_use</c>. about_Intercom_Errors lists the codes.</param>
    /// <param name="message">The problem and its remedy.</param>
    /// <param name="inner">The cause, if any.</param>
    public CheckpointException(string code, string message, Exception? inner = null) : base(message, inner) => Code = code;

    /// <summary>The error code, such as <c>checkpoint_in_use</c>. about_Intercom_Errors lists the codes.</summary>
    public string Code { get; }
}
