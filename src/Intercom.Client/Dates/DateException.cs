namespace Intercom.Dates;

/// <summary>A value that is not a date, or that could be two dates.</summary>
internal sealed class DateException(Fault fault) : FormatException(fault.Message), ICodedError
{
    /// <inheritdoc/>
    public string Code => fault.Code;

    /// <summary>The problem and the remedy apart.</summary>
    public Fault Fault => fault;
}
