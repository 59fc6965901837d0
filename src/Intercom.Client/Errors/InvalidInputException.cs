namespace Intercom;

/// <summary>An input that cannot be used as it was given; nothing was sent for it.</summary>
public sealed class InvalidInputException : ArgumentException, ICodedError
{
    /// <summary>Creates the exception from a problem and its remedy.</summary>
    /// <param name="code">The stable code, such as <c>missing_id</c>.</param>
    /// <param name="problem">What was given and what is wrong with it, as a sentence.</param>
    /// <param name="remedy">What to do about it, as a sentence.</param>
    /// <param name="inner">The underlying cause, if any.</param>
    public InvalidInputException(string code, string problem, string remedy, Exception? inner = null)
        : this(new Fault(code, problem, remedy), inner) { }

    internal InvalidInputException(Fault fault, Exception? inner = null) : base(fault.Message, inner)
    {
        Code = fault.Code;
        Remedy = fault.Remedy;
    }

    /// <inheritdoc/>
    public string Code { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
