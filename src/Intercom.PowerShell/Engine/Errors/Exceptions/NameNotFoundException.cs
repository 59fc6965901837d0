namespace Intercom.PowerShell;

/// <summary>The exception that is thrown when a name does not exist in the workspace or session, or is ambiguous.</summary>
public sealed class NameNotFoundException : ItemNotFoundException, ICodedError
{
    internal NameNotFoundException(Fault fault) : base(fault.Message) => Code = fault.Code;

    /// <inheritdoc/>
    public string Code { get; }
}
