using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>What Intercom answers when a contact was archived, unarchived, blocked or deleted.</summary>
public sealed class ContactStatus : IntercomObject
{
    /// <summary>Intercom's id of the contact.</summary>
    public string? Id { get; set; }

    /// <summary>The contact's id in your own system.</summary>
    public string? ExternalId { get; set; }

    /// <summary>True when the contact is archived now, false when it is not any more.</summary>
    public bool? Archived { get; set; }

    /// <summary>True when the contact is blocked.</summary>
    public bool? Blocked { get; set; }

    /// <summary>True when the contact was deleted.</summary>
    public bool? Deleted { get; set; }

    /// <summary>What became of the contact: <c>archived</c>, <c>active</c>, <c>blocked</c> or <c>deleted</c>.</summary>
    [JsonIgnore]
    public string? Status => this switch
    {
        { Deleted: true } => "deleted",
        { Blocked: true } => "blocked",
        { Archived: true } => "archived",
        { Archived: false } => "active",
        _ => null,
    };

    /// <summary>The contact's id and what became of it.</summary>
    public override string ToString() => $"contact {Id}: {Status}";
}
