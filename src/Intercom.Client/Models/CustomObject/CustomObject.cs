namespace Intercom;

/// <summary>An instance of a custom object, such as an order. <c>Type</c> is the identifier of its kind.</summary>
public sealed class CustomObject : IntercomObject
{
    /// <summary>Intercom's id of the instance.</summary>
    public string? Id { get; set; }

    /// <summary>The instance's id in your own system.</summary>
    public string? ExternalId { get; set; }

    /// <summary>When the instance was created in your own system.</summary>
    public DateTime? ExternalCreatedAt { get; set; }

    /// <summary>When the instance was last changed in your own system.</summary>
    public DateTime? ExternalUpdatedAt { get; set; }

    /// <summary>When the instance was created in Intercom.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the instance was last changed in Intercom.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The attributes by name. Dates are Unix seconds, as Intercom sends them.</summary>
    public AttributeBag? CustomAttributes { get; set; }

    /// <summary>The kind and id.</summary>
    public override string ToString() => $"{Type} {FirstOf(ExternalId, Id)}".Trim();
}
