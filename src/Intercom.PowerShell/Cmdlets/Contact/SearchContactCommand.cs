using System.Management.Automation;
using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Searches contacts. The filter is checked and completed before it is sent; see New-IntercomQuery. A contact made or changed a moment ago may take minutes to be found.</summary>
[Cmdlet(VerbsCommon.Search, "IntercomContact", SupportsPaging = true), OutputType(typeof(Contact))]
[Operation("POST", "contacts/search", Retry = RetryClass.Safe, Paging = PageShape.Search, PageSize = 150)]
public sealed class SearchContactCommand : SearchCommand
{
    private protected override SearchResource Resource => SearchResource.Contact;
}
