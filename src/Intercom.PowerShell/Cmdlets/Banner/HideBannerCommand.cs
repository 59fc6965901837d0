using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Hides banners from contacts, as if they had dismissed them. The Messenger does not show them again either.</summary>
/// <example>
/// <para>Shows which banner would be hidden from a contact: the one about maintenance.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-123 | Get-IntercomBanner |
///     Where-Object Title -eq 'Planned maintenance' |
///     Hide-IntercomBanner -WhatIf
/// </code>
/// <outcome>$writes.Count -eq 0 -and "$whatif" -match 'Hide banner view .*Planned maintenance.* from contact'</outcome>
/// </example>
/// <example>
/// <para>Hides all banners that a contact sees, and returns what was hidden.</para>
/// <code>
/// $ada = Get-IntercomContact -ExternalId user-123
/// $ada | Get-IntercomBanner | Hide-IntercomBanner -PassThru
/// </code>
/// <outcome>
/// $writes.Count -eq 2 -and ($output | Test-Each { $_.Dismissed })
/// -not ($ada | Get-IntercomBanner)
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Hide, "IntercomBanner", SupportsShouldProcess = true), OutputType(typeof(BannerDismissal))]
[Operation("POST", "contacts/{ContactId}/banners/{BannerViewId}/dismiss", Retry = RetryClass.Idempotent, Since = "2.16",
    Resource = nameof(BannerViewId))]
public sealed class HideBannerCommand : IntercomWriteCommand
{
    /// <summary>The ViewId of one or more banners from Get-IntercomBanner. It is not the id of the banner.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("ViewId"), IntercomId("BannerViewId")]
    public string[] BannerViewId { get; set; } = [];

    /// <summary>The id of the contact. A piped banner supplies it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), IntercomId("ContactId")]
    public string? ContactId { get; set; }

    /// <summary>Returns what was hidden.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var (contact, person) = (ContactId, Wiring.ResourceOf(nameof(ContactId), ContactId, input.Piped));
        var title = (input.Piped?.BaseObject as Banner)?.CalledAs;
        return base.PlanWork(input).Select(work => work.To(work.Resource with { Name = title }).SentBy(contact, SendAsync))
            .Select(work => work with { Doing = $"Hide {work.Resource} from {person}" });
    }

    private static async Task<object?> SendAsync(string? contact, ApiRequest request, SendContext context)
    {
        var answer = await context.SendAsync(request).ConfigureAwait(false);
        if (answer is BannerDismissal hidden) hidden.ContactId = contact;
        return answer;
    }
}
