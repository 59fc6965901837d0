using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Merges a lead into a user, and deletes the lead permanently.</summary>
/// <remarks>
/// The user receives the lead's data, and the lead's id stops working. Intercom merges only leads into users. If the piped source is known
/// to be a user, the cmdlet refuses it before anything is sent.
/// </remarks>
/// <example>
/// <para>Shows that a lead would be merged into a user, without merging them.</para>
/// <code>
/// $lead = Get-IntercomContact -Email yuki.holm39@pinecrest-games.example
/// $user = Get-IntercomContact -ExternalId user-1
/// $lead | Merge-IntercomContact -Into $user -WhatIf
/// </code>
/// <outcome>
/// $writes.Count -eq 0 -and $whatif.Count -eq 1
/// "$whatif" -match $lead.Id -and "$whatif" -match $user.Id -and $lead.Role -eq 'lead'
/// </outcome>
/// </example>
/// <example>
/// <para>Merges a lead into the user with the same email address, without a confirmation prompt. The lead is deleted permanently.</para>
/// <code>
/// $lead = New-IntercomContact -Role lead -Email jane@acme.example
/// $user = New-IntercomContact jane@acme.example -Name 'Jane Doe'
/// if ($lead.Email -eq $user.Email) {
///     $lead | Merge-IntercomContact -Into $user -Confirm:$false
/// }
/// </code>
/// <outcome>
/// $writes[-1].Path -eq 'contacts/merge' -and $writes.Count -eq 3
/// Test-Same (Get-IntercomContact -Email jane@acme.example).Id $user.Id
/// </outcome>
/// </example>
[Cmdlet(VerbsData.Merge, "IntercomContact", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(Contact))]
[Operation("POST", "contacts/merge")]
public sealed class MergeContactCommand : IntercomWriteCommand
{
    /// <summary>The id of the lead to merge into the user.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId"), Body("from")]
    public string? ContactId { get; set; }

    /// <summary>The user to keep, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 1), IntercomId("ContactId"), Body("into")]
    public string? Into { get; set; }

    /// <summary>
    /// Merges contacts that share neither an email address nor a telephone number. From version 2.16 of the API on, Intercom rejects them
    /// by default. Earlier versions do not compare.
    /// </summary>
    [Parameter, Body("skip_duplicate_validation"), Since("2.16")]
    public SwitchParameter SkipDuplicateValidation { get; set; }

    /// <summary>Returns with the user which contacts were merged into it, in MergeHistory. Requires version 2.16 of the API.</summary>
    [Parameter, Query("include_merge_history"), Since("2.16")]
    public SwitchParameter IncludeMergeHistory { get; set; }

    /// <summary>Returns the user with the data of the lead.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        ApiPath.Escape(nameof(ContactId), ContactId);
        ApiPath.Escape(nameof(Into), Into);
        if (string.Equals(ContactId!.Trim(), Into!.Trim(), StringComparison.Ordinal))
        {
            throw CommandErrors.MergedIntoItself(ContactId);
        }
        if (string.Equals(input.Piped?.Properties["Role"]?.Value as string, "user", StringComparison.OrdinalIgnoreCase))
        {
            throw CommandErrors.MergedUser(ContactId);
        }
        var (lead, user) = (Wiring.ResourceOf(nameof(ContactId), ContactId, input.Piped), Wiring.ResourceOf(nameof(Into), Into, null));
        return base.PlanWork(input).Select(work => work.To(user) with { Doing = $"Merge {lead} into {user}" });
    }
}
