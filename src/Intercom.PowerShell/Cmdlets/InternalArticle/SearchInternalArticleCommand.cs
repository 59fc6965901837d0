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
/// <para>Searches what the team has written down for itself.</para>
/// <code>Search-IntercomInternalArticle refund</code>
/// </example>
/// <example>
/// <para>Lists all internal articles.</para>
/// <code>Search-IntercomInternalArticle</code>
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
