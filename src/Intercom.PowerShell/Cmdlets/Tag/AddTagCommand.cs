using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Tags contacts, conversations, tickets or companies with a tag that exists (New-IntercomTag makes one).</summary>
/// <example>
/// <para>Tags every contact that a query finds.</para>
/// <code>
/// Search-IntercomContact @{ 'custom_attributes.plan' = 'enterprise' } |
///     Add-IntercomTag VIP
/// </code>
/// <outcome>
/// $found = @(Before { Get-IntercomContact | Where-Object { $_.CustomAttributes.plan -eq 'enterprise' } })
/// $tagged = (Search-IntercomContact @{ tag_id = '7001' }).Id
/// $found | Test-Each { $_.Id -in $tagged }
/// $tagged.Count -eq @(Before { @($found.Id) + @((Search-IntercomContact @{ tag_id = '7001' }).Id) | Sort-Object -Unique }).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Tags a company, and shows it.</para>
/// <code>Get-IntercomCompany -Name 'Iris Health' | Add-IntercomTag VIP -PassThru</code>
/// <outcome>$output[0].Name -eq 'Iris Health' -and $output[0].Tags.Name -contains 'VIP'</outcome>
/// </example>
/// <example>
/// <para>Creates a tag, and tags a conversation with it. Only tags that exist can be added.</para>
/// <code>
/// $tag = New-IntercomTag 'Outage of today'
/// Get-IntercomConversation 100120 | Add-IntercomTag $tag
/// </code>
/// <outcome>(Get-IntercomConversation 100120).Tags.Name -contains 'Outage of today'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Add, "IntercomTag", SupportsShouldProcess = true), OutputType(typeof(Intercom.Contact), typeof(Intercom.Conversation), typeof(Intercom.Ticket), typeof(Intercom.Company))]
[Operation("POST", "contacts/{ContactId}/tags", ParameterSet = "Contact", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Tag))]
[Operation("POST", "conversations/{ConversationId}/tags", ParameterSet = "Conversation", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Tag))]
[Operation("POST", "tickets/{TicketId}/tags", ParameterSet = "Ticket", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Tag))]
[Operation("POST", "tags", ParameterSet = "Company", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Tag))]
public sealed class AddTagCommand : IntercomWriteCommand
{
    /// <summary>The tag or several tags, by name, by id or as objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Alias("TagName", "TagId"), ArgumentCompleter(typeof(NameCompleter<Tag>)), IntercomId("TagId"), NameOf(typeof(Tag)), Body("id")]
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

    /// <summary>Intercom's id of the company (not the one in your own system).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Company", ValueFromPipelineByPropertyName = true), IntercomId("CompanyId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>The admin who tags a conversation or ticket, by id, e-mail address or name; by default the one whose token it is.</summary>
    [Parameter(ParameterSetName = "Conversation"), Parameter(ParameterSetName = "Ticket"), ActingAdmin("admin_id", ParameterSets = "Conversation, Ticket"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Gives what was tagged, read afresh.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var stated = base.PlanWork(input);
        var works = input.ParameterSet switch
        {
            "Company" => CompanyTagging.Works(Wiring, stated, CompanyId, untag: false),
            "Contact" => stated.Select(work => work.ThenRead<GetContactCommand>(typeof(Intercom.Contact))),
            "Ticket" => stated.Select(work => work.ThenRead<GetTicketCommand>(typeof(Intercom.Ticket))),
            _ => stated.Select(work => work.ThenRead<GetConversationCommand>(typeof(Intercom.Conversation))),
        };
        return works.Select(work => work with { Doing = $"Add tag {work.Names[0].Name} to {work.Resource}" });
    }
}
