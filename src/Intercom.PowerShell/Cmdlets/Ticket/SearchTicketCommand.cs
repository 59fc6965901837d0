using System.Management.Automation;
using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Searches tickets. The filter is checked and completed before it is sent; see New-IntercomQuery.</summary>
[Cmdlet(VerbsCommon.Search, "IntercomTicket", SupportsPaging = true), OutputType(typeof(Intercom.Ticket))]
[Operation("POST", "tickets/search", Retry = RetryClass.Safe, Paging = PageShape.Search, Items = "tickets", PageSize = 50)]
public sealed class SearchTicketCommand : SearchCommand
{
    private protected override SearchResource Resource => SearchResource.Ticket;
}
