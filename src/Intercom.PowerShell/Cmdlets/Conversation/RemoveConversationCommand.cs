using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Deletes conversations for good, with all replies, attributes and files in them. Reports still count them.</summary>
/// <example>
/// <para>Shows what would be deleted.</para>
/// <code>Search-IntercomConversation { $_.state -eq 'closed' } -First 2 | Remove-IntercomConversation -WhatIf</code>
/// </example>
/// <example>
/// <para>Deletes one conversation without the question.</para>
/// <code>Get-IntercomConversation -First 1 | Remove-IntercomConversation -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomConversation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "conversations/{ConversationId}", Returns = typeof(object))]
public sealed class RemoveConversationCommand : IntercomWriteCommand
{
    /// <summary>The conversation's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <inheritdoc/>
    protected override bool IsSilent => true;
}
