using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Converts a visitor to a contact, or merges the visitor into an existing contact.</summary>
/// <remarks>
/// If the contact exists, the visitor is merged into it. Otherwise the visitor becomes a contact with the specified identifiers. The
/// visitor no longer exists afterwards.
/// </remarks>
/// <example>
/// <para>Converts a visitor to a user with the email address that the visitor provided.</para>
/// <code>
/// Get-IntercomVisitor 3ecf64d0-0000-4e9f-88e1-000000000001 |
///     Convert-IntercomVisitor -Email violet@alder-works.example
/// </code>
/// <outcome>$writes.Count -eq 1 -and $output[0].Email -eq 'violet@alder-works.example' -and $output[0].Role -eq 'user'</outcome>
/// </example>
/// <example>
/// <para>Shows what would be done to merge a visitor into a contact without changing anything.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-1
/// Get-IntercomVisitor 3ecf64d0-0000-4e9f-88e1-000000000002 |
///     Convert-IntercomVisitor -ContactId $contact.Id -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Merges a visitor into an existing contact.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-1
/// Convert-IntercomVisitor -ContactId $contact.Id `
///     -UserId 3ecf64d0-0000-4e9f-88e1-000000000002
/// </code>
/// <outcome>$writes.Count -eq 1 -and $output[0].Id -eq $contact.Id</outcome>
/// </example>
[Cmdlet(VerbsData.Convert, "IntercomVisitor", SupportsShouldProcess = true), OutputType(typeof(Contact))]
[Operation("POST", "visitors/convert")]
public sealed class ConvertVisitorCommand : IntercomWriteCommand
{
    /// <summary>The visitor's id, as assigned by Intercom.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("VisitorId"), Selects("Id"), Body("visitor.id")]
    public string? VisitorId { get; set; }

    /// <summary>The user id that the Messenger assigned to the visitor's browser.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("UserId"), Selects("UserId"), Body("visitor.user_id")]
    public string? UserId { get; set; }

    /// <summary>The role of the resulting contact: user (default) or lead.</summary>
    [Parameter, OneOf("user", "lead"), ArgumentCompleter(typeof(RoleCompleter)), Body("type")]
    public string Role { get; set; } = "user";

    /// <summary>The existing contact to merge the visitor into, by Intercom's id.</summary>
    [Parameter, IntercomId("ContactId"), Body("user.id")]
    public string? ContactId { get; set; }

    /// <summary>The id in your own system, of an existing contact or for the new contact.</summary>
    [Parameter, ValidateNotNullOrEmpty, Body("user.user_id"), Trim]
    public string? ExternalId { get; set; }

    /// <summary>The email address, of an existing contact or for the new contact.</summary>
    [Parameter, ValidateNotNullOrEmpty, Body("user.email"), Trim]
    public string? Email { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (string.IsNullOrWhiteSpace(ContactId) && string.IsNullOrWhiteSpace(ExternalId) && string.IsNullOrWhiteSpace(Email))
        {
            throw CommandErrors.VisitorWithoutContact();
        }
        Role = Role.ToLowerInvariant();
        var visitor = input.ParameterSet == "Id"
            ? Wiring.ResourceOf(nameof(VisitorId), VisitorId, input.Piped) : new ApiResource(Wiring.Noun, UserId);
        return base.PlanWork(input.Supply(nameof(Role), Role))
            .Select(work => work.To(visitor) with { Doing = $"Convert {visitor} to {Role} {ContactId ?? ExternalId ?? Email}" });
    }
}
