using System;
using System.Collections.Generic;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Searches the internal articles, which only the team sees. Intercom's description of this search knows no phrase, only a folder;
/// so all articles of the folder are read, and the phrase is looked for on this side, in title and text, in any case.
/// </summary>
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
    /// <summary>The phrase to look for; without one, everything is given.</summary>
    [Parameter(Position = 0), ValidateNotNullOrEmpty]
    public string? Phrase { get; set; }

    /// <summary>Only articles of this folder.</summary>
    [Parameter, ValidateNotNullOrEmpty, Query("folder_id")]
    public string? FolderId { get; set; }

    /// <inheritdoc/>
    protected override Func<object, bool>? Keeps => Phrase is not { } phrase ? null
        : item => item is Intercom.InternalArticle article && (Has(article.Title, phrase) || Has(article.Body, phrase));

    private static bool Has(string? text, string phrase) => text?.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) >= 0;
}
