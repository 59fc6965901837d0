namespace Intercom.PowerShell;

/// <summary>The exception that is thrown when the session has neither a connection nor a token to create one.</summary>
public sealed class NotConnectedException : Exception, ICodedError
{
    internal NotConnectedException(Fault fault) : base(fault.Message) => Code = fault.Code;

    /// <inheritdoc/>
    public string Code { get; }
}
