using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets the banners that contacts see at this moment. Intercom counts each returned banner as shown.</summary>
/// <remarks>
/// Use this cmdlet to show the banners on a surface of your own, and only when you are about to show them. Each call records an impression
/// of every banner that it returns. A request that may have been executed is therefore not repeated.
/// </remarks>
/// <example>
/// <para>Gets the banners to show to a contact. This records an impression of each.</para>
/// <code>Get-IntercomContact -ExternalId user-123 | Get-IntercomBanner</code>
/// <outcome>$output.Count -eq 2 -and ($output | Test-Each { $_.ViewId -and $_.ContactId })</outcome>
/// </example>
/// <example>
/// <para>Gets the links that the banners of a contact lead to.</para>
/// <code>
/// (Get-IntercomContact -ExternalId user-123 | Get-IntercomBanner).Action |
///     Where-Object Type -eq url | Select-Object Label, Target
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].Label -eq 'Read more'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomBanner"), OutputType(typeof(Banner))]
[Operation("GET", "contacts/{ContactId}/banners", Items = "data", Retry = RetryClass.Once, Since = "2.16")]
public sealed class GetBannerCommand : IntercomReadCommand
{
    /// <summary>The id of one or more contacts.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        ((Banner)item).ContactId = ListedId;
        yield return item;
    }
}
