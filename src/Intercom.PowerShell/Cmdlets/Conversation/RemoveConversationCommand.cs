namespace Intercom.PowerShell;

/// <summary>Deletes conversations permanently, with all replies, attributes and files.</summary>
/// <remarks>Reports still count deleted conversations, except with -RetainMetrics $false.</remarks>
/// <example>
/// <para>Shows which conversations would be deleted: the closed ones with a tag.</para>
/// <code>
/// $tag = Get-IntercomTag -Name Security
/// Search-IntercomConversation @{ state = 'closed'; tag_ids = $tag.Id } |
///     Remove-IntercomConversation -WhatIf
/// </code>
/// <outcome>
/// $whatif.Count -eq @(Get-IntercomConversation | Where-Object { $_.State -eq 'closed' -and $_.Tags.Name -contains 'Security' }).Count
/// $whatif.Count -gt 0 -and $writes.Count -eq 0
/// </outcome>
/// </example>
/// <example>
/// <para>Deletes one conversation by its id, without a confirmation prompt.</para>
/// <code>Remove-IntercomConversation 100116 -Confirm:$false</code>
/// <outcome>
/// $writes.Count -eq 1 -and $writes[0].Method -eq 'DELETE'
/// Test-Same (Get-IntercomConversation).Id (Before { Get-IntercomConversation | Where-Object Id -ne 100116 }).Id
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomConversation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "conversations/{ConversationId}", Returns = typeof(object))]
public sealed class RemoveConversationCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>
    /// $false also removes the conversations from reports. The token then needs the permission to delete conversations and metrics. The
    /// default is $true.
    /// </summary>
    [Parameter, Query("retain_metrics"), Since("2.16"), Truth]
    public bool RetainMetrics { get; set; } = true;
}
