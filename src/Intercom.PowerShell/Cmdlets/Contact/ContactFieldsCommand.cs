using System.Collections;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomContact share.</summary>
public abstract class ContactFieldsCommand : IntercomWriteCommand
{
    /// <summary>The contact's id in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("external_id"), Trim]
    public string? ExternalId { get; set; }

    /// <summary>The contact's telephone number, with the country code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("phone"), Trim]
    public string? Phone { get; set; }

    /// <summary>The contact's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("name")]
    public string? Name { get; set; }

    /// <summary>The web address of the contact's picture.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("avatar"), Trim]
    public string? Avatar { get; set; }

    /// <summary>When the contact signed up for your product.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("signed_up_at"), DateInput]
    public DateTime? SignedUpAt { get; set; }

    /// <summary>When the contact was last seen.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("last_seen_at"), DateInput]
    public DateTime? LastSeenAt { get; set; }

    /// <summary>The admin who owns the contact, by id, email address or name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("OwnerId"), ArgumentCompleter(typeof(NameCompleter<Admin>))]
    [NameOf(typeof(Admin)), Body("owner_id", Form = WireForm.Integer, TextSince = ApiChanges.TextOwner)]
    public string? Owner { get; set; }

    /// <summary>$true when the contact does not want emails.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("unsubscribed_from_emails"), Truth]
    public bool? UnsubscribedFromEmails { get; set; }

    /// <summary>
    /// $true when you have verified that the email address belongs to the contact. Requires -Email in the same command, and version 2.16 of
    /// the API.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("email_verified"), Truth, Since("2.16")]
    public bool? EmailVerified { get; set; }

    /// <summary>
    /// Custom attributes by name, such as @{ plan = 'premium' }. Dates become Unix seconds, and $null clears an attribute. The attributes
    /// must be defined in the workspace.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CustomAttributes"), Body("custom_attributes"), AttributesOf("contact")]
    [ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? CustomAttribute { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (input.Has(nameof(EmailVerified)) && !input.Has("Email")) throw CommandErrors.VerifiedWithoutEmail();
        return base.PlanWork(input);
    }
}
