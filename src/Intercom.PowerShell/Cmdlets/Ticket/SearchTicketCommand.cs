using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Searches tickets.</summary>
/// <remarks>The query is checked and completed before it is sent. See New-IntercomQuery.</remarks>
/// <example>
/// <para>Finds the open tickets that were created in the last seven days.</para>
/// <code>
/// $week = (Get-Date).AddDays(-7)
/// Search-IntercomTicket { $_.Open -eq $true -and $_.CreatedAt -gt $week }
/// </code>
/// <outcome>$output | Test-Each { $_.Open -and $_.CreatedAt -gt $week }</outcome>
/// </example>
/// <example>
/// <para>Finds the five newest tickets in one state.</para>
/// <code>
/// Search-IntercomTicket @{ state = 'in_progress' } `
///     -SortBy created_at -Descending -First 5
/// </code>
/// <outcome>
/// $output.Count -eq 5 -and ($output | Test-Each { "$($_.TicketState)" -eq 'In progress' })
/// $output.CreatedAt | Test-Sorted -Descending
/// $output[0].Id -eq '300038'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomTicket", SupportsPaging = true), OutputType(typeof(Intercom.Ticket))]
[Operation("POST", "tickets/search", Retry = RetryClass.Safe, Paging = PageShape.Search, Items = "tickets", PageSize = 50)]
public sealed class SearchTicketCommand : SearchCommand
{
    private protected override SearchResource Resource => SearchResource.Ticket;
}
