namespace Intercom.PowerShell;

/// <summary>
/// The exception that is thrown when the file of Connect-Intercom -LogPath cannot be used. No further changes are sent, because they could
/// not be recorded.
/// </summary>
public sealed class ChangeLogException : Exception, ICodedError
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">The error code, such as <c>log_not_written</c>. about_Intercom_Errors lists the codes.</param>
    /// <param name="message">The problem and its remedy.</param>
    /// <param name="inner">The cause, if any.</param>
    public ChangeLogException(string code, string message, Exception? inner = null) : base(message, inner) => Code = code;

    /// <summary>The error code, such as <c>log_not_written</c>. about_Intercom_Errors lists the codes.</summary>
    public string Code { get; }
}
