using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Takes a tag off contacts, conversations, tickets or companies. With -FromWorkspace the tag itself is deleted.</summary>
/// <example>
/// <para>Shows what deleting a tag would do. Intercom refuses to delete a tag that something depends on.</para>
/// <code>Remove-IntercomTag Newsletter -FromWorkspace -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Removes a tag from one contact. The tag itself stays.</para>
/// <code>Get-IntercomContact -ExternalId user-123 | Remove-IntercomTag VIP</code>
/// <outcome>
/// $writes.Count -eq 1 -and (Get-IntercomTag).Name -contains 'VIP'
/// -not (Get-IntercomContact -ExternalId user-123 | Get-IntercomTag)
/// </outcome>
/// </example>
/// <example>
/// <para>Removes a tag from every contact that has it. Run it with -WhatIf first.</para>
/// <code>
/// $tag = Get-IntercomTag -Name 'Beta tester'
/// if (-not $tag) { throw 'There is no tag Beta tester.' }
/// Search-IntercomContact @{ tag_id = $tag.Id } | Remove-IntercomTag $tag
/// </code>
/// <outcome>$writes.Count -eq 24 -and -not (Search-IntercomContact @{ tag_id = '7010' })</outcome>
/// </example>
/// <example>
/// <para>Deletes a tag without asking: one that was just created.</para>
/// <code>
/// $tag = New-IntercomTag 'Spring fair'
/// Remove-IntercomTag $tag -FromWorkspace -Confirm:$false
/// </code>
/// <outcome>$writes.Count -eq 2 -and $writes[-1].Method -eq 'DELETE' -and (Get-IntercomTag).Count -eq 12</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomTag", SupportsShouldProcess = true), OutputType(typeof(Intercom.Contact), typeof(Intercom.Conversation), typeof(Intercom.Ticket), typeof(Intercom.Company))]
[Operation("DELETE", "contacts/{ContactId}/tags/{Tag}", ParameterSet = "Contact", Returns = typeof(Intercom.Tag))]
[Operation("DELETE", "conversations/{ConversationId}/tags/{Tag}", ParameterSet = "Conversation", Returns = typeof(Intercom.Tag))]
[Operation("DELETE", "tickets/{TicketId}/tags/{Tag}", ParameterSet = "Ticket", Returns = typeof(Intercom.Tag))]
[Operation("DELETE", "tags/{Tag}", ParameterSet = "Workspace", Returns = typeof(object))]
[Operation("POST", "tags", ParameterSet = "Company", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Tag))]
public sealed class RemoveTagCommand : IntercomWriteCommand
{
    /// <summary>The tag or several tags, by name, by id or as objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Alias("TagName", "TagId"), ArgumentCompleter(typeof(NameCompleter<Tag>)), IntercomId("TagId"), NameOf(typeof(Tag))]
    public string[] Tag { get; set; } = [];

    /// <summary>The contact's id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Contact", ValueFromPipeline = true), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>The conversation's id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Conversation", ValueFromPipelineByPropertyName = true), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The ticket's id (not the number that the inbox shows).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Ticket", ValueFromPipelineByPropertyName = true), IntercomId("TicketId")]
    public string[] TicketId { get; set; } = [];

    // By property name as well: a set that takes no pipeline input would make the binder settle on one of the other sets before it has seen what is piped.
    /// <summary>Deletes the tag itself, everywhere.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Workspace", ValueFromPipelineByPropertyName = true)]
    public SwitchParameter FromWorkspace { get; set; }

    /// <summary>Intercom's id of the company (not the one in your own system).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Company", ValueFromPipelineByPropertyName = true), IntercomId("CompanyId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>The admin who takes the tag off a conversation or ticket, by id, e-mail address or name; by default the one whose token it is.</summary>
    [Parameter(ParameterSetName = "Conversation"), Parameter(ParameterSetName = "Ticket"), ActingAdmin("admin_id", ParameterSets = "Conversation, Ticket"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Gives what the tag was taken off, read afresh.</summary>
    [Parameter(ParameterSetName = "Contact"), Parameter(ParameterSetName = "Conversation"), Parameter(ParameterSetName = "Ticket"), Parameter(ParameterSetName = "Company")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var stated = base.PlanWork(input);
        var works = input.ParameterSet switch
        {
            "Company" => CompanyTagging.Works(Wiring, stated, CompanyId, untag: true),
            "Contact" => stated.Select(work => work.ThenRead<GetContactCommand>(typeof(Intercom.Contact))),
            "Ticket" => stated.Select(work => work.ThenRead<GetTicketCommand>(typeof(Intercom.Ticket))),
            "Conversation" => stated.Select(work => work.ThenRead<GetConversationCommand>(typeof(Intercom.Conversation))),
            _ => stated.Select(work => work.ThenForget() with { Impact = ConfirmImpact.High }),
        };
        return works.Select(work => work with
        {
            Doing = FromWorkspace ? $"Delete tag {work.Names[0].Name} from the workspace" : $"Remove tag {work.Names[0].Name} from {work.Resource}",
        });
    }
}
