namespace Intercom.PowerShell;

/// <summary>A piped row cannot be used, because of what one of its columns contains. The row is the target of the error.</summary>
public sealed class RowException : ArgumentException, ICodedError
{
    internal RowException(Fault fault, Exception? inner = null) : base(fault.Message, inner) => Code = fault.Code;

    /// <inheritdoc/>
    public string Code { get; }
}
