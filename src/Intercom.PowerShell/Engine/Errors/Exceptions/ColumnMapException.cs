namespace Intercom.PowerShell;

/// <summary>
/// The exception that is thrown when -ColumnMap does not match the cmdlet or the input. It ends the command, because every row would lose
/// the same cells.
/// </summary>
public sealed class ColumnMapException : ArgumentException, ICodedError
{
    internal ColumnMapException(Fault fault) : base(fault.Message) => Code = fault.Code;

    /// <inheritdoc/>
    public string Code { get; }
}
