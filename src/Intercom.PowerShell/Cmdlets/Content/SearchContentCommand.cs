using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Searches articles, internal articles, snippets, external pages and files.</summary>
/// <remarks>
/// Without a phrase, the search returns the latest items. An article contains its texts in Contents, one for each language.
/// </remarks>
/// <example>
/// <para>Finds all content that mentions refunds.</para>
/// <code>Search-IntercomContent refunds</code>
/// <outcome>$output.Title -contains 'Refunds' -and $output.Type -contains 'content_snippet'</outcome>
/// </example>
/// <example>
/// <para>Lists the snippets and internal articles that Fin does not use.</para>
/// <code>
/// Search-IntercomContent -ContentType content_snippet, internal_article `
///     -AiAgent $false
/// </code>
/// <outcome>
/// $output.Title -contains 'Lieferzeiten' -and $output.Title -notcontains 'Refunds'
/// $output | Test-Each { $_.Type -in 'content_snippet', 'internal_article' }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomContent", SupportsPaging = true), OutputType(typeof(ContentItem))]
[Operation("GET", "content/search", Paging = PageShape.Page, Items = "data", PageSize = 50, Since = "2.16")]
public sealed class SearchContentCommand : IntercomReadCommand
{
    /// <summary>The longest phrase that Intercom accepts.</summary>
    private const int MostPhrase = 500;

    /// <summary>The phrase to search for in titles and texts, at most 500 characters.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), TextInput, ValidateNotNullOrEmpty, Query("query")]
    public string? Phrase { get; set; }

    /// <summary>The types of items to return. The default is all of them.</summary>
    [Parameter, ValidateSet("article", "internal_article", "content_snippet", "external_content", "file_source_content")]
    public string[]? ContentType { get; set; }

    /// <summary>The states of the items to return: published or draft.</summary>
    [Parameter, ValidateSet("published", "draft"), Query("states")]
    public string[]? State { get; set; }

    /// <summary>The codes of the languages of the items to return, such as en.</summary>
    [Parameter, Alias("Language"), ValidateNotNullOrEmpty, Query("locales")]
    public string[]? Locale { get; set; }

    /// <summary>Returns items that have at least one of these tags, by name or id.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(NameCompleter<Tag>))]
    public string[]? Tag { get; set; }

    /// <summary>Returns only items that do not have any of these tags, by name or id.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(NameCompleter<Tag>))]
    public string[]? WithoutTag { get; set; }

    /// <summary>The ids of the folders of the items to return.</summary>
    [Parameter, ValidateNotNullOrEmpty, Query("folder_ids")]
    public string[]? FolderId { get; set; }

    /// <summary>Whether Fin may use the items to return.</summary>
    [Parameter, Truth]
    public bool? AiAgent { get; set; }

    /// <summary>Whether Copilot may use the items to return.</summary>
    [Parameter, Truth]
    public bool? Copilot { get; set; }

    /// <summary>Whether the sales agent may use the items to return.</summary>
    [Parameter, Truth]
    public bool? SalesAgent { get; set; }

    /// <summary>The admins who created the items to return, by id, email address or name.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(NameCompleter<Admin>))]
    public string[]? CreatedBy { get; set; }

    /// <summary>The admins who last changed the items to return, by id, email address or name.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(NameCompleter<Admin>))]
    public string[]? UpdatedBy { get; set; }

    /// <summary>Returns items created at or after this time.</summary>
    [Parameter, DateInput(IsBack = true), Query("created_at_after")]
    public DateTime? CreatedAfter { get; set; }

    /// <summary>Returns items created at or before this time.</summary>
    [Parameter, DateInput(IsBack = true, IsEnd = true), Query("created_at_before")]
    public DateTime? CreatedBefore { get; set; }

    /// <summary>Returns items last changed at or after this time.</summary>
    [Parameter, DateInput(IsBack = true), Query("updated_at_after")]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>Returns items last changed at or before this time.</summary>
    [Parameter, DateInput(IsBack = true, IsEnd = true), Query("updated_at_before")]
    public DateTime? UpdatedBefore { get; set; }

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request)
    {
        if (Phrase?.Length > MostPhrase) throw CommandErrors.TextTooLong(nameof(Phrase), Phrase.Length, MostPhrase);
        // The filter has another word for a snippet than the answer.
        var types = ContentType?.Select(type => type.ToLowerInvariant()).Select(type => type == "content_snippet" ? "snippet" : type);
        return request.WithQuery(
            ("content_types", Joined(types)), ("folder_entity_type", FolderId is null ? null : "folder"),
            ("any_tag_ids", Ids(typeof(Tag), Tag)),
            ("tag_ids", Ids(typeof(Tag), WithoutTag)), ("tag_operator", WithoutTag is null ? null : "NIN"),
            ("fin_service_state", Switch(AiAgent)), ("copilot_state", Switch(Copilot)), ("fin_sales_state", Switch(SalesAgent)),
            ("created_by_ids", Ids(typeof(Admin), CreatedBy)), ("last_updated_by_ids", Ids(typeof(Admin), UpdatedBy)));
    }

    private string? Ids(Type model, string[]? names) => Joined(names?.Select(name => IdOf(model, name)));

    private static string? Joined(IEnumerable<string>? words) => words is null ? null : string.Join(",", words);

    private static string? Switch(bool? state) => state is null ? null : state.Value ? "on" : "off";
}
