using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Assigns conversations to an admin or a team, or to nobody.</summary>
[Cmdlet(VerbsCommon.Set, "IntercomConversationAssignee", SupportsShouldProcess = true, DefaultParameterSetName = "Admin"), Alias("Assign-IntercomConversation"), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "assignment")]
[BodyValue("type", "admin", ParameterSet = "Admin"), BodyValue("type", "team", ParameterSet = "Team"), BodyValue("type", "admin", ParameterSet = "Nobody")]
[BodyValue("assignee_id", "0", ParameterSet = "Nobody")]
public sealed class SetConversationAssigneeCommand : ConversationActionCommand
{
    /// <summary>The admin to assign to, by e-mail address, name or id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Admin"), Alias("AdminEmail"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(AdminEmailCompleter)), NameOf(NameKind.Admin), Body("assignee_id")]
    public string? ToAdmin { get; set; }

    /// <summary>The team to assign to, by name or id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Team"), Alias("TeamName"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(TeamCompleter)), NameOf(NameKind.Team), Body("assignee_id")]
    public string? ToTeam { get; set; }

    /// <summary>Takes the conversation from whoever has it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Nobody")]
    public SwitchParameter Unassign { get; set; }

    /// <summary>A message beside the assignment.</summary>
    [Parameter, ValidateNotNullOrEmpty, Body("body")]
    public string? Body { get; set; }
}
