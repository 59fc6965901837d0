using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the versions of articles, the newest first, or gets them by id with their texts.</summary>
/// <remarks>The list does not contain the texts. Pipe a version of it to the cmdlet to get its text.</remarks>
/// <example>
/// <para>Lists the versions of an article.</para>
/// <code>Get-IntercomArticleVersion 9007</code>
/// <outcome>
/// Test-Same $output.Title 'Import contacts', 'Import contacts (beta)'
/// $output[0].State -eq 'published' -and $output[1].State -eq 'draft'
/// </outcome>
/// </example>
/// <example>
/// <para>Gets the text of the oldest version.</para>
/// <code>
/// Get-IntercomArticleVersion 9007 | Select-Object -Last 1 |
///     Get-IntercomArticleVersion | ForEach-Object Body
/// </code>
/// <outcome>"$output" -match 'Import contacts \(beta\)'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomArticleVersion", SupportsPaging = true), OutputType(typeof(ArticleVersion))]
[Operation("GET", "articles/{ArticleId}/versions", ParameterSet = "List", Paging = PageShape.Page, Items = "data", Since = "2.16")]
[Operation("GET", "articles/{ArticleId}/versions/{ArticleVersionId}", ParameterSet = "Id", Resource = nameof(ArticleVersionId),
    Since = "2.16")]
public sealed class GetArticleVersionCommand : IntercomReadCommand
{
    /// <summary>The id of the article.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("ArticleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? ArticleId { get; set; }

    /// <summary>The id of one or more versions of the article.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleVersionId"), Selects("Id")]
    public string[] ArticleVersionId { get; set; } = [];

    /// <summary>The code of the language whose versions or text to return, such as en.</summary>
    [Parameter, Alias("Language"), ValidateNotNullOrEmpty, Query("locale")]
    public string? Locale { get; set; }
}
