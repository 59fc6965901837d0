using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Searches the internal articles, which only teammates see.</summary>
/// <remarks>
/// Intercom's search for internal articles accepts a folder, but not a phrase. This cmdlet therefore reads all articles in the folder, and
/// matches the phrase in title and text itself, ignoring case.
/// </remarks>
/// <example>
/// <para>Finds the internal articles that mention refunds.</para>
/// <code>Search-IntercomInternalArticle refund</code>
/// <outcome>$output | Test-Each { "$($_.Title) $($_.Body)" -match 'refund' }</outcome>
/// </example>
/// <example>
/// <para>Lists all internal articles.</para>
/// <code>Search-IntercomInternalArticle</code>
/// <outcome>Test-Same $output.Id (Before { Get-IntercomInternalArticle }).Id</outcome>
/// </example>
[Cmdlet(VerbsCommon.Search, "IntercomInternalArticle", SupportsPaging = true), OutputType(typeof(Intercom.InternalArticle))]
[Operation("GET", "internal_articles/search", Paging = PageShape.Page, Items = "data.internal_articles")]
public sealed class SearchInternalArticleCommand : IntercomReadCommand
{
    /// <summary>The phrase to search for. Without a phrase, all articles are returned.</summary>
    [Parameter(Position = 0), ValidateNotNullOrEmpty]
    public string? Phrase { get; set; }

    /// <summary>Returns only articles in this folder.</summary>
    [Parameter, ValidateNotNullOrEmpty, Query("folder_id")]
    public string? FolderId { get; set; }

    /// <inheritdoc/>
    protected override Func<object, bool>? Keeps => Phrase is not { } phrase ? null
        : item => item is Intercom.InternalArticle article && (Has(article.Title, phrase) || Has(article.Body, phrase));

    private static bool Has(string? text, string phrase) => text?.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) >= 0;
}
