namespace Intercom.PowerShell;

/// <summary>Nothing in the workspace or the session has the name that was given, or more than one thing has it.</summary>
public sealed class NameNotFoundException : ItemNotFoundException, ICodedError
{
    internal NameNotFoundException(Fault fault) : base(fault.Message) => Code = fault.Code;

    /// <inheritdoc/>
    public string Code { get; }
}
