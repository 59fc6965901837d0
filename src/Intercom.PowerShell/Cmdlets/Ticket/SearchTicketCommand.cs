using System.Management.Automation;
using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Searches tickets. The filter is checked and completed before it is sent; see New-IntercomQuery.</summary>
/// <example>
/// <para>Finds the open tickets that were made in the last week.</para>
/// <code>Search-IntercomTicket { $_.Open -and $_.CreatedAt -gt (Get-Date).AddDays(-7) }</code>
/// </example>
/// <example>
/// <para>Finds the tickets of one state, the latest first.</para>
/// <code>Search-IntercomTicket @{ state = 'in_progress' } -SortBy created_at -Descending -First 5</code>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomTicket", SupportsPaging = true), OutputType(typeof(Intercom.Ticket))]
[Operation("POST", "tickets/search", Retry = RetryClass.Safe, Paging = PageShape.Search, Items = "tickets", PageSize = 50)]
public sealed class SearchTicketCommand : SearchCommand
{
    private protected override SearchResource Resource => SearchResource.Ticket;
}
