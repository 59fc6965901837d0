namespace Intercom.PowerShell;

/// <summary>Reads tagged content after the change, because the operations answer with the tag.</summary>
internal static class ContentTagging
{
    /// <summary>The work, which reads the content with -PassThru.</summary>
    /// <param name="work">The work.</param>
    /// <param name="kind">The kind of content: Article, InternalArticle or ContentSnippet.</param>
    public static Work ThenRead(Work work, string kind) => kind switch
    {
        "Article" => work.ThenRead<GetArticleCommand>(typeof(Article)),
        "InternalArticle" => work.ThenRead<GetInternalArticleCommand>(typeof(InternalArticle)),
        _ => work.ThenRead<GetContentSnippetCommand>(typeof(ContentSnippet)),
    };
}
