namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of internal articles.</summary>
/// <example>
/// <para>Changes the title of an article.</para>
/// <code>Set-IntercomInternalArticle 9504 -Title 'Who is on call'</code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomInternalArticle 9504).Title -eq 'Who is on call'</outcome>
/// </example>
/// <example>
/// <para>Transfers all articles of one teammate to another, and returns them.</para>
/// <code>
/// Get-IntercomInternalArticle | Where-Object OwnerId -eq 5001 |
///     Set-IntercomInternalArticle -OwnerId tomas@sandbox.example -PassThru
/// </code>
/// <outcome>$output.Count -eq 5 -and ($output | Test-Each { "$($_.OwnerId)" -eq '5002' })</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomInternalArticle", SupportsShouldProcess = true), OutputType(typeof(InternalArticle))]
[Operation("PUT", "internal_articles/{InternalArticleId}")]
public sealed class SetInternalArticleCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more internal articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("InternalArticleId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] InternalArticleId { get; set; } = [];

    /// <summary>The article's title.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("title")]
    public string? Title { get; set; }

    /// <summary>The article's text as HTML.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <summary>The admin who wrote the article, by id, email address or name.</summary>
    [Parameter, IntercomId("AdminId"), NameOf(typeof(Admin), NumbersAreIds = true), Body("author_id", Form = WireForm.Integer)]
    [ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? AuthorId { get; set; }

    /// <summary>The admin who owns the article, by id, email address or name.</summary>
    [Parameter, IntercomId("AdminId"), NameOf(typeof(Admin), NumbersAreIds = true), Body("owner_id", Form = WireForm.Integer)]
    [ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? OwnerId { get; set; }

    /// <summary>Returns the changed article.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
