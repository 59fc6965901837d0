namespace Intercom.PowerShell;

/// <summary>Closes conversations.</summary>
/// <example>
/// <para>Closes a conversation with a last message to the customer.</para>
/// <code>Close-IntercomConversation 100120 'Solved. Write again when you need us.'</code>
/// <outcome>
/// $conversation = Get-IntercomConversation 100120 -PlainText
/// $writes.Count -eq 1 -and $conversation.State -eq 'closed'
/// $conversation.ConversationParts[-1].Body -eq 'Solved. Write again when you need us.'
/// </outcome>
/// </example>
/// <example>
/// <para>Shows which open conversations with a tag would be closed. The script stops if the tag does not exist.</para>
/// <code>
/// $tag = Get-IntercomTag -Name Urgent
/// if (-not $tag) { throw 'The tag Urgent does not exist.' }
/// Search-IntercomConversation @{ state = 'open'; tag_ids = $tag.Id } |
///     Close-IntercomConversation -WhatIf
/// </code>
/// <outcome>
/// $tagged = Before { Get-IntercomConversation | Where-Object { $_.State -eq 'open' -and $_.Tags.Name -contains 'Urgent' } }
/// $whatif.Count -eq @($tagged).Count -and $writes.Count -eq 0
/// $tagged | Test-Each { "$whatif" -match $_.Id }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Close, "IntercomConversation", SupportsShouldProcess = true, DefaultParameterSetName = "Id")]
[OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "close"), BodyValue("type", "admin")]
[Undo(typeof(StateChange))]
public sealed class CloseConversationCommand : ConversationActionCommand
{
    private readonly BodyTemplates _templates = new();

    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = "Piped", ValueFromPipeline = true)]
    [Alias("Id"), IntercomId("ConversationId", IsNumber = true)]
    public override string[] ConversationId { get; set; } = [];

    /// <summary>A last message, which the customer sees.</summary>
    [Parameter(Position = 1, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "Piped", ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <summary>
    /// Treats -Body as a template. A placeholder such as {{ first_name | fallback:"there" }} is replaced with an
    /// attribute of the contact: one of the API, first_name, last_name, location.city, or a custom attribute by its name. Values in -Body
    /// are escaped for HTML. A contact without a value is an error unless there is a fallback. When the piped object does not have the
    /// values, the contact is read, each one once. Without this switch, a placeholder is an error.
    /// -AsTemplate:$false sends the text unchanged.
    /// </summary>
    [Parameter]
    public SwitchParameter AsTemplate { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) =>
        base.PlanWork(input).Select(work => AsTemplate ? _templates.Fill(work) : work)
            .Select(work => work with { Doing = $"Close {work.Resource}{Saying(work, AsTemplate)}" });
}
