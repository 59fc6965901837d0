namespace Intercom.PowerShell;

/// <summary>Assigns conversations to an admin or a team, or unassigns them.</summary>
/// <example>
/// <para>Assigns a conversation to a teammate with a message that explains why.</para>
/// <code>
/// Set-IntercomConversationAssignee 100120 tomas@sandbox.example `
///     -Body 'You know this customer.'
/// </code>
/// <outcome>
/// $conversation = Get-IntercomConversation 100120 -PlainText
/// $writes.Count -eq 1 -and $conversation.AdminAssigneeId -eq '5002'
/// $conversation.ConversationParts[-1].Body -eq 'You know this customer.'
/// </outcome>
/// </example>
/// <example>
/// <para>Assigns the open conversations that mention an invoice to a team.</para>
/// <code>
/// Search-IntercomConversation {
///     $_.State -eq 'open' -and $_.Source.Body -like '*invoice*'
/// } | Set-IntercomConversationAssignee -ToTeam Billing
/// </code>
/// <outcome>
/// $found = Before { Get-IntercomConversation | Where-Object { $_.State -eq 'open' -and $_.Source.Body -match 'invoice' } }
/// $writes.Count -eq @($found).Count
/// ($found.Id | Get-IntercomConversation) | Test-Each { $_.TeamAssigneeId -eq '6002' }
/// </outcome>
/// </example>
/// <example>
/// <para>Unassigns a conversation.</para>
/// <code>Set-IntercomConversationAssignee 100120 -Unassign</code>
/// <outcome>$writes.Count -eq 1 -and -not (Get-IntercomConversation 100120).AdminAssigneeId</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomConversationAssignee", SupportsShouldProcess = true, DefaultParameterSetName = "Admin")]
[Alias("Assign-IntercomConversation"), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "assignment")]
[BodyValue("type", "admin", ParameterSet = "Admin"), BodyValue("type", "admin", ParameterSet = "PipedAdmin")]
[BodyValue("type", "team", ParameterSet = "Team"), BodyValue("type", "admin", ParameterSet = "Nobody")]
[BodyValue("assignee_id", "0", ParameterSet = "Nobody")]
public sealed class SetConversationAssigneeCommand : ConversationActionCommand
{
    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Admin", ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = "PipedAdmin", ValueFromPipeline = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Team", ValueFromPipeline = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Nobody", ValueFromPipeline = true)]
    [Alias("Id"), IntercomId("ConversationId", IsNumber = true), ArgumentCompleter(typeof(PipedAssigneeCompleter))]
    public override string[] ConversationId { get; set; } = [];

    /// <summary>The admin to assign to, by email address, name or id.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Admin", ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "PipedAdmin"), Alias("AdminEmail"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Admin>)), NameOf(typeof(Admin)), Body("assignee_id")]
    public string? ToAdmin { get; set; }

    /// <summary>The team to assign to, by name or id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Team"), Alias("TeamName"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Team>)), NameOf(typeof(Team)), Body("assignee_id")]
    public string? ToTeam { get; set; }

    /// <summary>Removes the assignee from the conversation.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Nobody")]
    public SwitchParameter Unassign { get; set; }

    /// <summary>A message to add to the assignment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var to = Unassign ? "nobody" : ToTeam is null ? $"admin {ToAdmin}" : $"team {ToTeam}";
        return base.PlanWork(input).Select(work => work with { Doing = $"Assign {work.Resource} to {to}{Saying(work)}" });
    }
}
