namespace Intercom;

/// <summary>
/// Named values without a fixed shape, such as custom attributes and event metadata: <c>$contact.CustomAttributes.plan</c>.
/// </summary>
public sealed class AttributeBag : Dictionary<string, object?>
{
    /// <summary>Creates an empty bag. Names are case-sensitive, as in Intercom.</summary>
    public AttributeBag() : base(StringComparer.Ordinal) { }

    /// <summary>The values as text: <c>plan=premium; seats=5</c>.</summary>
    public override string ToString() => string.Join("; ", this.Select(pair => $"{pair.Key}={Words.Of(pair.Value)}"));
}
