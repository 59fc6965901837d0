namespace Intercom.PowerShell;

/// <summary>Reads something of an input, or refuses it.</summary>
internal interface IInputRule
{
    /// <summary>The input as the rule leaves it.</summary>
    /// <exception cref="System.ArgumentException">The input cannot be taken; the message says why and what to do.</exception>
    CommandInput Apply(CommandInput input, InputScene scene);
}

/// <summary>Reads something of a planned request, or refuses it.</summary>
internal interface IWorkRule
{
    /// <summary>The work as the rule leaves it.</summary>
    /// <exception cref="System.ArgumentException">The request cannot be sent; the message says why and what to do.</exception>
    Work Apply(Work work, InputScene scene);
}
