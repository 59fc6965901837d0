using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the side conversations of conversations, with all their messages.</summary>
/// <remarks>Side conversations are threads of teammates inside a conversation. Contacts do not see them.</remarks>
/// <example>
/// <para>Lists the side conversations of a conversation.</para>
/// <code>Get-IntercomConversation 100120 | Get-IntercomSideConversation</code>
/// <outcome>$output.Count -eq 1 -and $output[0].ConversationId -eq '100120' -and $output[0].TotalCount -eq 2</outcome>
/// </example>
/// <example>
/// <para>Shows what was said in the side conversations of two conversations.</para>
/// <code>
/// (Get-IntercomSideConversation 100119, 100120).ConversationParts |
///     Select-Object CreatedAt, Author, Body
/// </code>
/// <outcome>$output.Count -eq 3 -and ($output | Test-Each { $_.Author -and $_.Body })</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomSideConversation", SupportsPaging = true), OutputType(typeof(SideConversation))]
[Operation("GET", "conversations/{ConversationId}/side_conversations", Paging = PageShape.Page, Items = "side_conversations",
    PageSize = 50, Since = "2.16")]
public sealed class GetSideConversationCommand : IntercomReadCommand
{
    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        ((SideConversation)item).ConversationId = ListedId;
        yield return item;
    }
}
