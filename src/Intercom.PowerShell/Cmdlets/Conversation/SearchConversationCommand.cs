using System.Management.Automation;
using Intercom.Http;
using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>Searches conversations. The filter is checked and completed before it is sent; see New-IntercomQuery. What is found has no parts; pipe it to Get-IntercomConversation to read each with all of them.</summary>
/// <example>
/// <para>Finds the open conversations in which the customer has waited for more than three days.</para>
/// <code>Search-IntercomConversation { $_.State -eq 'open' -and $_.WaitingSince -lt (Get-Date).AddDays(-3) }</code>
/// </example>
/// <example>
/// <para>Finds what is assigned to an admin.</para>
/// <code>
/// $admin = Get-IntercomAdmin | Where-Object Email -eq 'tomas@sandbox.example'
/// Search-IntercomConversation (New-IntercomQuery admin_assignee_id = $admin.Id)
/// </code>
/// </example>
/// <example>
/// <para>Counts what speaks of an invoice; only the number and one conversation travel.</para>
/// <code>(Search-IntercomConversation { $_.Source.Body -like '*invoice*' } -First 1 -IncludeTotalCount)[0]</code>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomConversation", SupportsPaging = true), OutputType(typeof(Conversation))]
[Operation("POST", "conversations/search", Retry = RetryClass.Safe, Paging = PageShape.Search, Items = "conversations", PageSize = 50)]
public sealed class SearchConversationCommand : SearchCommand
{
    private protected override SearchResource Resource => SearchResource.Conversation;
}
