namespace Intercom.PowerShell;

/// <summary>
/// The exception that is thrown when a parameter cannot convert its value. PowerShell reports it with its own error id
/// (ParameterArgumentTransformationError), and with this exception as the inner one.
/// </summary>
public sealed class ParameterConversionException : ArgumentTransformationMetadataException, ICodedError
{
    internal ParameterConversionException(Fault fault, Exception? inner = null) : base(fault.Message, inner) => Code = fault.Code;

    /// <inheritdoc/>
    public string Code { get; }
}

/// <summary>
/// The exception that is thrown when a parameter does not accept its value. PowerShell reports it with its own error id
/// (ParameterArgumentValidationError), and with this exception as the inner one.
/// </summary>
public sealed class ParameterValidationException : ValidationMetadataException, ICodedError
{
    internal ParameterValidationException(Fault fault, Exception? inner = null) : base(fault.Message, inner) => Code = fault.Code;

    /// <inheritdoc/>
    public string Code { get; }
}
