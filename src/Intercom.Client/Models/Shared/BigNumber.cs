namespace Intercom;

/// <summary>
/// A number as Intercom sent it, which no type of .NET holds, such as <c>1e400</c>: it is sent back with the same digits. Smaller
/// numbers are long, double or decimal.
/// </summary>
/// <param name="digits">The number as JSON writes it.</param>
public sealed class BigNumber(string digits) : IEquatable<BigNumber>
{
    /// <summary>The number as JSON writes it.</summary>
    public string Digits { get; } = digits;

    /// <inheritdoc/>
    public override string ToString() => Digits;

    /// <inheritdoc/>
    public bool Equals(BigNumber? other) => other?.Digits == Digits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BigNumber);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Digits);
}
