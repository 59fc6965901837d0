using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Writes articles for the help center, as drafts unless -State published is given.</summary>
/// <example>
/// <para>Writes a draft.</para>
/// <code>New-IntercomArticle 'Reset your password' -Body '&lt;p&gt;Open Settings, then Security.&lt;/p&gt;'</code>
/// </example>
/// <example>
/// <para>Publishes the articles of a table with the columns Title and Body in a collection.</para>
/// <code>[pscustomobject]@{ Title = 'Billing days'; Body = '&lt;p&gt;On the first.&lt;/p&gt;' } | New-IntercomArticle -State published -Collection 'Getting started'</code>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomArticle", SupportsShouldProcess = true), OutputType(typeof(Article))]
[Operation("POST", "articles")]
public sealed class NewArticleCommand : ArticleFieldsCommand
{
    /// <summary>The title, in the default language.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("title")]
    public string? Title { get; set; }

    /// <summary>The collection that the article goes into, by name or id; without one it stands alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("ParentId", "CollectionId"), IntercomId("CollectionId"), ArgumentCompleter(typeof(CollectionCompleter)), NameOf(NameKind.Collection), Body("parent_id", Form = WireForm.Integer)]
    public string? Collection { get; set; }

    /// <summary>The admin who is the author, by id, e-mail address or name; by default the one whose token it is.</summary>
    [Parameter, IntercomId("AdminId"), ActingAdmin("author_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? AuthorId { get; set; }
}
