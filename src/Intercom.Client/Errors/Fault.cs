namespace Intercom;

/// <summary>What an error says, as plain data. Each room throws it as its own type of exception.</summary>
/// <param name="Code">The stable code, such as <c>two_dates</c>.</param>
/// <param name="Problem">What was given and what is wrong with it: one sentence with its full stop.</param>
/// <param name="Remedy">What to do about it, as one or more sentences.</param>
internal sealed record Fault(string Code, string Problem, string Remedy)
{
    /// <summary>The whole message.</summary>
    public string Message => Remedy.Length == 0 ? Problem : $"{Problem} {Remedy}";
}
