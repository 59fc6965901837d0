namespace Intercom.PowerShell;

/// <summary>There is no connection and no token to make one with.</summary>
public sealed class NotConnectedException : Exception, ICodedError
{
    internal NotConnectedException(Fault fault) : base(fault.Message) => Code = fault.Code;

    /// <inheritdoc/>
    public string Code { get; }
}
