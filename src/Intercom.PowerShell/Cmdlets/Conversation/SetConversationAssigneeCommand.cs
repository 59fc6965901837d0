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
/// <para>Assigns a conversation to a team and to one of its teammates.</para>
/// <code>Set-IntercomConversationAssignee 100120 ines@sandbox.example -ToTeam Billing</code>
/// <outcome>
/// $conversation = Get-IntercomConversation 100120
/// $writes.Count -eq 2 -and $conversation.TeamAssigneeId -eq '6002' -and $conversation.AdminAssigneeId -eq '5003'
/// </outcome>
/// </example>
/// <example>
/// <para>Unassigns a conversation.</para>
/// <code>Set-IntercomConversationAssignee 100120 -Unassign</code>
/// <outcome>$writes.Count -eq 1 -and -not (Get-IntercomConversation 100120).AdminAssigneeId</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomConversationAssignee", SupportsShouldProcess = true, DefaultParameterSetName = "Id")]
[Alias("Assign-IntercomConversation"), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "assignment")]
[Undo(typeof(AssigneeChange))]
public sealed class SetConversationAssigneeCommand : ConversationActionCommand
{
    /// <summary>The id of one or more conversations.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = "Piped", ValueFromPipeline = true)]
    [Alias("Id"), IntercomId("ConversationId", IsNumber = true), ArgumentCompleter(typeof(PipedAssigneeCompleter))]
    public override string[] ConversationId { get; set; } = [];

    /// <summary>The admin to assign to, by email address, name or id.</summary>
    [Parameter(Position = 1, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "Piped"), Alias("AdminEmail"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Admin>)), NameOf(typeof(Admin)), Body("assignee_id")]
    public string? ToAdmin { get; set; }

    /// <summary>
    /// The team to assign to, by name or id. With -ToAdmin, the conversation is first assigned to the team and then to the admin, which are
    /// two requests.
    /// </summary>
    [Parameter, Alias("TeamName"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Team>)), NameOf(typeof(Team)), Body("assignee_id")]
    public string? ToTeam { get; set; }

    /// <summary>Removes the assignee from the conversation.</summary>
    [Parameter]
    public SwitchParameter Unassign { get; set; }

    /// <summary>A message to add to the assignment. With -ToAdmin and -ToTeam, it is added to the assignment to the admin.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var assignees = new[] { nameof(ToTeam), nameof(ToAdmin) }.Where(input.Has).ToList();
        if (assignees.Count == 0 && !Unassign) throw CommandErrors.MissingAssignee();
        if (assignees.Count > 0 && Unassign) throw CommandErrors.AssignedAndUnassigned(assignees);
        foreach (var work in base.PlanWork(input))
        {
            if (Unassign) yield return Assigned(work, "admin", "0") with { Doing = $"Assign {work.Resource} to nobody{Saying(work)}" };
            foreach (var assignee in assignees)
            {
                var isLast = assignee == assignees[assignees.Count - 1];
                var (type, name) = assignee == nameof(ToTeam) ? ("team", ToTeam) : ("admin", ToAdmin);
                yield return Assigned(isLast ? work : work.With(work.Request.WithBody(WithoutMessage(work.Request.Body!))), type, null) with
                {
                    Names = work.Names.Where(each => each.Parameter == assignee).ToList(), IsLast = isLast,
                    Doing = $"Assign {work.Resource} to {type} {name}{(isLast ? Saying(work) : "")}",
                };
            }
        }
    }

    private static Work Assigned(Work work, string type, string? assignee)
    {
        var body = (JsonObject)work.Request.Body!.DeepClone();
        body["type"] = type;
        if (assignee is not null) body["assignee_id"] = assignee;
        return work.With(work.Request.WithBody(body));
    }

    private static JsonObject WithoutMessage(JsonNode body)
    {
        var rest = (JsonObject)body.DeepClone();
        rest.Remove("body");
        return rest;
    }
}
