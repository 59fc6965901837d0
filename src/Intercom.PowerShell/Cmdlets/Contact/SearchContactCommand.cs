using System.Management.Automation;
using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Searches contacts. The filter is checked and completed before it is sent; see New-IntercomQuery. A contact made or changed a moment ago may take minutes to be found.</summary>
/// <example>
/// <para>Finds users of two plans.</para>
/// <code>Search-IntercomContact @{ role = 'user'; 'custom_attributes.plan' = 'premium', 'enterprise' }</code>
/// </example>
/// <example>
/// <para>Finds who signed up in the last 30 days, to the second; Intercom itself matches dates of contacts by whole days.</para>
/// <code>Search-IntercomContact { $_.SignedUpAt -gt (Get-Date).AddDays(-30) } -Exact</code>
/// </example>
/// <example>
/// <para>Finds the ten who were seen last.</para>
/// <code>Search-IntercomContact @{ role = 'user' } -SortBy last_seen_at -Descending -First 10</code>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomContact", SupportsPaging = true), OutputType(typeof(Contact))]
[Operation("POST", "contacts/search", Retry = RetryClass.Safe, Paging = PageShape.Search, PageSize = 150)]
public sealed class SearchContactCommand : SearchCommand
{
    private protected override SearchResource Resource => SearchResource.Contact;
}
