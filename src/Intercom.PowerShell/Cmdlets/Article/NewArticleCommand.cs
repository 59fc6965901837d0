namespace Intercom.PowerShell;

/// <summary>Creates help center articles, as drafts unless -State published is specified.</summary>
/// <example>
/// <para>Creates a draft.</para>
/// <code>New-IntercomArticle 'Pay by invoice' -Body '&lt;p&gt;Open Settings.&lt;/p&gt;'</code>
/// <outcome>
/// $output[0].State -eq 'draft' -and $output[0].Title -eq 'Pay by invoice'
/// (Get-IntercomArticle $output[0].Id).Body -eq '&lt;p&gt;Open Settings.&lt;/p&gt;'
/// </outcome>
/// </example>
/// <example>
/// <para>Creates a published article in a collection for each row.</para>
/// <code>
/// $rows = @(
///     [pscustomobject]@{ Title = 'Billing days'; Body = '&lt;p&gt;The 1st.&lt;/p&gt;' }
///     [pscustomobject]@{ Title = 'Currencies'; Body = '&lt;p&gt;Euro.&lt;/p&gt;' }
/// )
/// $rows | New-IntercomArticle -State published -Collection Billing
/// </code>
/// <outcome>
/// Test-Same $output.Title 'Billing days', 'Currencies'
/// $output | Test-Each { $_.State -eq 'published' -and $_.ParentId -eq 8102 }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomArticle", SupportsShouldProcess = true), OutputType(typeof(Article))]
[Operation("POST", "articles")]
public sealed class NewArticleCommand : ArticleFieldsCommand
{
    /// <summary>The title, in the default language.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("title")]
    public string? Title { get; set; }

    /// <summary>The collection to put the article in, by name or id. By default, the article does not belong to a collection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("ParentId", "CollectionId"), IntercomId("CollectionId")]
    [ArgumentCompleter(typeof(NameCompleter<Collection>)), NameOf(typeof(Collection)), Body("parent_id", Form = WireForm.Integer)]
    public string? Collection { get; set; }

    /// <summary>The admin who is the author, by id, email address or name. The default is the admin who owns the access token.</summary>
    [Parameter, IntercomId("AdminId"), ActingAdmin("author_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? AuthorId { get; set; }
}
