using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Finds contacts that match a filter.</summary>
/// <remarks>
/// The filter is checked and completed before it is sent (see New-IntercomQuery). A new or changed contact can take minutes to appear in a
/// search.
/// </remarks>
/// <example>
/// <para>Finds the users of two plans.</para>
/// <code>
/// Search-IntercomContact @{
///     role = 'user'; 'custom_attributes.plan' = 'premium', 'enterprise'
/// }
/// </code>
/// <outcome>
/// $output | Test-Each { $_.Role -eq 'user' -and $_.CustomAttributes.plan -in 'premium', 'enterprise' }
/// $output.Count -eq @(Get-IntercomContact | Where-Object { $_.CustomAttributes.plan -in 'premium', 'enterprise' }).Count
/// </outcome>
/// </example>
/// <example>
/// <para>
/// Finds contacts who signed up in the last 30 days, exact to the second. Intercom itself compares contact dates by whole days.
/// </para>
/// <code>
/// $start = (Get-Date).AddDays(-30)
/// Search-IntercomContact { $_.SignedUpAt -gt $start } -Exact
/// </code>
/// <outcome>
/// $output | Test-Each { $_.SignedUpAt -gt $start }
/// $output.Count -eq @(Get-IntercomContact | Where-Object SignedUpAt -gt $start).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Finds the ten users who were seen most recently.</para>
/// <code>
/// Search-IntercomContact @{ role = 'user' } `
///     -SortBy last_seen_at -Descending -First 10
/// </code>
/// <outcome>
/// $output.Count -eq 10
/// $output.LastSeenAt | Test-Sorted -Descending
/// $output[0].LastSeenAt -eq (Get-IntercomContact | Where-Object Role -eq user | Measure-Object LastSeenAt -Maximum).Maximum
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomContact", SupportsPaging = true), OutputType(typeof(Contact))]
[Operation("POST", "contacts/search", Retry = RetryClass.Safe, Paging = PageShape.Search, PageSize = 150)]
public sealed class SearchContactCommand : SearchCommand
{
    /// <summary>
    /// Returns with each contact which contacts were merged into it, in MergeHistory. Users only. Requires version 2.16 of the API.
    /// </summary>
    [Parameter, Query("include_merge_history"), Since("2.16")]
    public SwitchParameter IncludeMergeHistory { get; set; }

    private protected override SearchResource Resource => SearchResource.Contact;
}
