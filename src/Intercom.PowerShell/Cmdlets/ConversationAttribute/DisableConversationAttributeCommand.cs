namespace Intercom.PowerShell;

/// <summary>Archives custom attributes of conversations. The API cannot restore them.</summary>
/// <example>
/// <para>Shows which attribute would be archived: Root cause.</para>
/// <code>Disable-IntercomConversationAttribute 'Root cause' -WhatIf</code>
/// <outcome>$writes.Count -eq 0 -and "$whatif" -match 'Archive conversation attribute Root cause'</outcome>
/// </example>
/// <example>
/// <para>Archives an attribute without a confirmation prompt, and returns it.</para>
/// <code>
/// Get-IntercomConversationAttribute 'Root cause' |
///     Disable-IntercomConversationAttribute -PassThru -Confirm:$false
/// </code>
/// <outcome>
/// $output[0].Archived -and $writes.Count -eq 1
/// (Get-IntercomConversationAttribute).Name -notcontains 'Root cause'
/// </outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Disable, "IntercomConversationAttribute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Alias("Archive-IntercomConversationAttribute"), OutputType(typeof(Intercom.ConversationAttribute))]
[Operation("DELETE", "conversations/attributes/{ConversationAttributeId}", Since = "2.16")]
public sealed class DisableConversationAttributeCommand : IntercomWriteCommand
{
    /// <summary>One or more attributes, by id, by name or as objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationAttributeId")]
    [NameOf(typeof(ConversationAttribute), NumbersAreIds = true), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ConversationAttributeId { get; set; } = [];

    /// <summary>Returns the archived attribute.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
