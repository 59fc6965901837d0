namespace Intercom.PowerShell;

/// <summary>Reads a part of an input, or rejects the input.</summary>
internal interface IInputRule
{
    /// <summary>Applies the rule to an input, and returns the result.</summary>
    /// <exception cref="System.ArgumentException">The input is invalid. The message says why and what to do.</exception>
    CommandInput Apply(CommandInput input, InputContext context);
}

/// <summary>Reads a part of a planned request, or rejects the request.</summary>
internal interface IWorkRule
{
    /// <summary>Applies the rule to planned work, and returns the result.</summary>
    /// <exception cref="System.ArgumentException">The request cannot be sent. The message says why and what to do.</exception>
    Work Apply(Work work, InputContext context);
}
