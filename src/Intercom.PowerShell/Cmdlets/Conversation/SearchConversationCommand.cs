using System.Management.Automation;
using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Searches conversations. The filter is checked and completed before it is sent; see New-IntercomQuery. What is found has no parts; pipe it to Get-IntercomConversation to read each with all of them.</summary>
[Cmdlet(VerbsCommon.Search, "IntercomConversation", SupportsPaging = true), OutputType(typeof(Conversation))]
[Operation("POST", "conversations/search", Retry = RetryClass.Safe, Paging = PageShape.Search, Items = "conversations", PageSize = 50)]
public sealed class SearchConversationCommand : SearchCommand
{
    private protected override SearchResource Resource => SearchResource.Conversation;
}
