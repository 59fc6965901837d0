using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Changes the title, read state, custom attributes or company of conversations.</summary>
/// <remarks>
/// To change the state or assignee, use Close-IntercomConversation, Open-IntercomConversation, Suspend-IntercomConversation or
/// Set-IntercomConversationAssignee.
/// </remarks>
/// <example>
/// <para>Marks a conversation as unread and returns it.</para>
/// <code>Set-IntercomConversation 100120 -Read $false -PassThru</code>
/// <outcome>$output[0].Id -eq '100120' -and -not $output[0].Read -and (Before { Get-IntercomConversation 100120 }).Read</outcome>
/// </example>
/// <example>
/// <para>Sets the title of the open conversations whose first message mentions dark mode.</para>
/// <code>
/// Search-IntercomConversation {
///     $_.State -eq 'open' -and $_.Source.Body -like '*dark*'
/// } | Set-IntercomConversation -Title 'Asks for dark mode'
/// </code>
/// <outcome>
/// $found = Before { Get-IntercomConversation | Where-Object { $_.State -eq 'open' -and $_.Source.Body -match 'dark mode' } }
/// $writes.Count -eq @($found).Count
/// ($found.Id | Get-IntercomConversation) | Test-Each { $_.Title -eq 'Asks for dark mode' }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomConversation", SupportsShouldProcess = true), OutputType(typeof(Conversation))]
[Operation("PUT", "conversations/{ConversationId}")]
public sealed class SetConversationCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The title of the conversation.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("title")]
    public string? Title { get; set; }

    /// <summary>$true marks the conversation as read, $false as unread.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("read"), Truth]
    public bool? Read { get; set; }

    /// <summary>
    /// Custom attributes by name, such as @{ topic = 'billing' }. Dates become Unix seconds. The attributes must be defined in the
    /// workspace.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CustomAttributes"), Body("custom_attributes"), AttributesOf("conversation")]
    [ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? CustomAttribute { get; set; }

    /// <summary>Intercom's id of the company that the conversation is about. $null removes the company.</summary>
    [Parameter, AllowNull, IntercomId("CompanyId"), Body("company_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? CompanyId { get; set; }

    /// <summary>With -PassThru, returns bodies as plain text instead of HTML.</summary>
    [Parameter]
    public SwitchParameter PlainText { get; set; }

    /// <summary>Returns the changed conversation.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) =>
        base.PlanWork(input).Select(work => PlainText ? work.With(work.Request.WithQuery(("display_as", "plaintext"))) : work);
}
