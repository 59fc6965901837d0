using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Removes tags from contacts, conversations, tickets, companies, articles and snippets.</summary>
/// <remarks>-FromWorkspace deletes the tag itself.</remarks>
/// <example>
/// <para>Shows which tag would be deleted. Intercom refuses to delete a tag that something depends on.</para>
/// <code>Remove-IntercomTag Newsletter -FromWorkspace -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Removes a tag from one contact. The tag itself is not deleted.</para>
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
/// if (-not $tag) { throw 'The tag Beta tester does not exist.' }
/// Search-IntercomContact @{ tag_id = $tag.Id } | Remove-IntercomTag $tag
/// </code>
/// <outcome>$writes.Count -eq 24 -and -not (Search-IntercomContact @{ tag_id = '7010' })</outcome>
/// </example>
/// <example>
/// <para>Deletes a tag that was just created without a confirmation prompt.</para>
/// <code>
/// $tag = New-IntercomTag 'Spring fair'
/// Remove-IntercomTag $tag -FromWorkspace -Confirm:$false
/// </code>
/// <outcome>$writes.Count -eq 2 -and $writes[-1].Method -eq 'DELETE' -and (Get-IntercomTag).Count -eq 12</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomTag", SupportsShouldProcess = true)]
[OutputType(typeof(Intercom.Contact), typeof(Intercom.Conversation), typeof(Intercom.Ticket), typeof(Intercom.Company),
    typeof(Intercom.Article), typeof(Intercom.InternalArticle), typeof(Intercom.ContentSnippet))]
[Operation("DELETE", "contacts/{ContactId}/tags/{Tag}", ParameterSet = "Contact", Returns = typeof(Intercom.Tag))]
[Operation("DELETE", "conversations/{ConversationId}/tags/{Tag}", ParameterSet = "Conversation", Returns = typeof(Intercom.Tag))]
[Operation("DELETE", "tickets/{TicketId}/tags/{Tag}", ParameterSet = "Ticket", Returns = typeof(Intercom.Tag))]
[Operation("DELETE", "tags/{Tag}", ParameterSet = "Workspace", Returns = typeof(object))]
[Operation("POST", "tags", ParameterSet = "Company", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Tag))]
[Operation("DELETE", "articles/{ArticleId}/tags/{Tag}", ParameterSet = "Article", Returns = typeof(Intercom.Tag), Since = "2.16")]
[Operation("DELETE", "internal_articles/{InternalArticleId}/tags/{Tag}", ParameterSet = "InternalArticle",
    Returns = typeof(Intercom.Tag), Since = "2.16")]
[Operation("DELETE", "content_snippets/{ContentSnippetId}/tags/{Tag}", ParameterSet = "ContentSnippet",
    Returns = typeof(Intercom.Tag), Since = "2.16")]
[Undo(typeof(TagChange))]
public sealed class RemoveTagCommand : IntercomWriteCommand
{
    /// <summary>One or more tags, by name, by id or as objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Alias("TagName", "TagId")]
    [ArgumentCompleter(typeof(NameCompleter<Tag>)), IntercomId("TagId"), NameOf(typeof(Tag))]
    public string[] Tag { get; set; } = [];

    /// <summary>The id of one or more contacts.</summary>
    [Parameter(ValueFromPipeline = true), IntercomId("ContactId"), Selects("Contact")]
    public string[] ContactId { get; set; } = [];

    /// <summary>The id of one or more conversations.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ConversationId"), Selects("Conversation")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The id of one or more tickets, not the number that the inbox shows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("TicketId"), Selects("Ticket")]
    public string[] TicketId { get; set; } = [];

    /// <summary>Deletes the tag itself from the workspace.</summary>
    [Parameter, Selects("Workspace")]
    public SwitchParameter FromWorkspace { get; set; }

    /// <summary>Intercom's id of one or more companies, not the id in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("CompanyId"), Selects("Company")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>The id of one or more help center articles.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ArticleId"), Selects("Article")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ArticleId { get; set; } = [];

    /// <summary>The id of one or more internal articles.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("InternalArticleId"), Selects("InternalArticle")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] InternalArticleId { get; set; } = [];

    /// <summary>The id of one or more content snippets.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ContentSnippetId"), Selects("ContentSnippet")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ContentSnippetId { get; set; } = [];

    /// <summary>
    /// The admin who removes the tag from a conversation or ticket, by id, email address or name. The default is the admin who owns the
    /// access token.
    /// </summary>
    [Parameter, OnlyFor("Conversation", "Ticket")]
    [ActingAdmin("admin_id", ParameterSets = "Conversation, Ticket"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Returns the object that the tag was removed from, read again after the change.</summary>
    [Parameter, OnlyFor("Contact", "Conversation", "Ticket", "Company", "Article", "InternalArticle", "ContentSnippet")]
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
            "Article" or "InternalArticle" or "ContentSnippet" => stated.Select(work => ContentTagging.ThenRead(work, input.ParameterSet)),
            "Conversation" => stated.Select(work => work.ThenRead<GetConversationCommand>(typeof(Intercom.Conversation))),
            _ => stated.Select(work => work.ThenForget() with { Impact = ConfirmImpact.High }),
        };
        return works.Select(work => work with
        {
            Doing = FromWorkspace ? $"Delete tag {work.Names[0].Name} from the workspace"
                : $"Remove tag {work.Names[0].Name} from {work.Resource}",
        });
    }
}
