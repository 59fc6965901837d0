using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the ids of deleted conversations, with the time of their deletion.</summary>
/// <remarks>Use it to remove the same conversations from a copy of the workspace's data.</remarks>
/// <example>
/// <para>Lists the conversations that were deleted in the last 30 days.</para>
/// <code>
/// Get-IntercomDeletedConversation |
///     Where-Object DeletedAt -gt (Get-Date).AddDays(-30)
/// </code>
/// <outcome>
/// $output | Test-Each { $_.DeletedAt -gt (Get-Date).AddDays(-30) }
/// $output.Count -lt (Before { Get-IntercomDeletedConversation }).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Deletes a conversation, and finds it among the deleted ones.</para>
/// <code>
/// Remove-IntercomConversation 100116 -Confirm:$false
/// Get-IntercomDeletedConversation | Where-Object Id -eq 100116
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].MetricsRetained -and $output[0].DeletedAt -gt (Get-Date).AddHours(-1)</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomDeletedConversation", SupportsPaging = true), OutputType(typeof(DeletedConversation))]
[Operation("GET", "conversations/deleted", Paging = PageShape.Page, Items = "conversations", PageSize = 60, Since = "2.16")]
public sealed class GetDeletedConversationCommand : IntercomReadCommand
{
    /// <summary>The order: desc (default) returns the conversations that were deleted last first, and asc last.</summary>
    [Parameter, ValidateSet("asc", "desc"), Query("order"), Trim]
    public string? Order { get; set; }
}
