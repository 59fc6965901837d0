using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Adds existing tags to contacts, conversations, tickets, companies, articles and snippets.</summary>
/// <remarks>New-IntercomTag creates a tag.</remarks>
/// <example>
/// <para>Adds a tag to every contact that matches a query.</para>
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
/// <para>Adds a tag to a company, and returns the company.</para>
/// <code>Get-IntercomCompany -Name 'Iris Health' | Add-IntercomTag VIP -PassThru</code>
/// <outcome>$output[0].Name -eq 'Iris Health' -and $output[0].Tags.Name -contains 'VIP'</outcome>
/// </example>
/// <example>
/// <para>Creates a tag, and adds it to a conversation. Only existing tags can be added.</para>
/// <code>
/// $tag = New-IntercomTag 'Outage of today'
/// Get-IntercomConversation 100120 | Add-IntercomTag $tag
/// </code>
/// <outcome>(Get-IntercomConversation 100120).Tags.Name -contains 'Outage of today'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Add, "IntercomTag", SupportsShouldProcess = true)]
[OutputType(typeof(Intercom.Contact), typeof(Intercom.Conversation), typeof(Intercom.Ticket), typeof(Intercom.Company),
    typeof(Intercom.Article), typeof(Intercom.InternalArticle), typeof(Intercom.ContentSnippet))]
[Operation("POST", "contacts/{ContactId}/tags", ParameterSet = "Contact", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Tag))]
[Operation("POST", "conversations/{ConversationId}/tags", ParameterSet = "Conversation", Retry = RetryClass.Idempotent,
    Returns = typeof(Intercom.Tag))]
[Operation("POST", "tickets/{TicketId}/tags", ParameterSet = "Ticket", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Tag))]
[Operation("POST", "tags", ParameterSet = "Company", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.Tag))]
[Operation("POST", "articles/{ArticleId}/tags", ParameterSet = "Article", Retry = RetryClass.Idempotent,
    Returns = typeof(Intercom.Tag), Since = "2.16")]
[Operation("POST", "internal_articles/{InternalArticleId}/tags", ParameterSet = "InternalArticle", Retry = RetryClass.Idempotent,
    Returns = typeof(Intercom.Tag), Since = "2.16")]
[Operation("POST", "content_snippets/{ContentSnippetId}/tags", ParameterSet = "ContentSnippet", Retry = RetryClass.Idempotent,
    Returns = typeof(Intercom.Tag), Since = "2.16")]
[Undo(typeof(TagChange))]
public sealed class AddTagCommand : IntercomWriteCommand
{
    /// <summary>One or more tags, by name, by id or as objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Alias("TagName", "TagId")]
    [ArgumentCompleter(typeof(NameCompleter<Tag>)), IntercomId("TagId"), NameOf(typeof(Tag)), Body("id")]
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
    /// The admin who adds the tag to anything but a contact or company, by id, email address or name. The default is the admin who owns the
    /// access token.
    /// </summary>
    [Parameter, OnlyFor("Conversation", "Ticket", "Article", "InternalArticle", "ContentSnippet")]
    [ActingAdmin("admin_id", ParameterSets = "Conversation, Ticket, Article, InternalArticle, ContentSnippet")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Returns the tagged object, read again after the change.</summary>
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
            // For content, Intercom requires the admin only where another one is meant.
            "Article" or "InternalArticle" or "ContentSnippet" => stated.Select(work => ContentTagging.ThenRead(
                input.Has(nameof(AdminId)) ? work : work with { Admin = null }, input.ParameterSet)),
            _ => stated.Select(work => work.ThenRead<GetConversationCommand>(typeof(Intercom.Conversation))),
        };
        return works.Select(work => work with { Doing = $"Add tag {work.Names[0].Name} to {work.Resource}" });
    }
}
