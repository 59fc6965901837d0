namespace Intercom.PowerShell;

/// <summary>Gets the drafts of published articles: the articles as they would be with the changes that are not yet published.</summary>
/// <remarks>An article without such changes does not have a draft, which is an error (not_found).</remarks>
/// <example>
/// <para>Compares the draft of an article with the text that customers read.</para>
/// <code>
/// Set-IntercomArticleDraft 9007 -Title 'Import contacts from a file'
/// (Get-IntercomArticle 9007).Title
/// (Get-IntercomArticleDraft 9007).Title
/// </code>
/// <outcome>
/// $output[0] -eq 'Import contacts' -and $output[1] -eq 'Import contacts from a file'
/// </outcome>
/// </example>
/// <example>
/// <para>Gets the drafts of all articles that have one.</para>
/// <code>
/// Set-IntercomArticleDraft 9007 -Body '&lt;p&gt;New.&lt;/p&gt;'
/// Get-IntercomArticle | Get-IntercomArticleDraft -ErrorAction SilentlyContinue
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].Id -eq '9007' -and $output[0].Body -eq '&lt;p&gt;New.&lt;/p&gt;'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomArticleDraft"), OutputType(typeof(Article))]
[Operation("GET", "articles/{ArticleId}/draft", Since = "2.16")]
public sealed class GetArticleDraftCommand : IntercomReadCommand
{
    /// <summary>The id of one or more published articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ArticleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ArticleId { get; set; } = [];
}
