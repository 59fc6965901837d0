namespace Intercom.PowerShell;

/// <summary>The file of -Checkpoint cannot be used. Nothing more is sent then, because it could not be recorded.</summary>
public sealed class CheckpointException : Exception, ICodedError
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">What is wrong, such as <c>checkpoint_in_use</c>. about_Intercom_Errors lists the codes.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">The cause below, if any.</param>
    public CheckpointException(string code, string message, Exception? inner = null) : base(message, inner) => Code = code;

    /// <summary>What is wrong, such as <c>checkpoint_in_use</c>. about_Intercom_Errors lists the codes.</summary>
    public string Code { get; }
}
