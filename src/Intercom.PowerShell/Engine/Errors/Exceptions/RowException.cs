namespace Intercom.PowerShell;

/// <summary>
/// The exception that is thrown when a column of a piped row contains an unusable value. The row is the target of the error.
/// </summary>
public sealed class RowException : ArgumentException, ICodedError
{
    internal RowException(Fault fault, Exception? inner = null) : base(fault.Message, inner) => Code = fault.Code;

    /// <inheritdoc/>
    public string Code { get; }
}
