namespace Intercom.PowerShell;

/// <summary>Creates internal articles, which only teammates see.</summary>
/// <example>
/// <para>Creates an article. Its owner and author is the admin who owns the access token.</para>
/// <code>New-IntercomInternalArticle 'On call' -Body '&lt;p&gt;Who answers at night.&lt;/p&gt;'</code>
/// <outcome>$output[0].Title -eq 'On call' -and "$($output[0].OwnerId)" -eq (Get-IntercomAdmin -Me).Id</outcome>
/// </example>
/// <example>
/// <para>Creates an article with another teammate as owner and author.</para>
/// <code>
/// New-IntercomInternalArticle 'Escalation' -Body '&lt;p&gt;Call the lead.&lt;/p&gt;' `
///     -OwnerId tomas@sandbox.example -AuthorId tomas@sandbox.example
/// </code>
/// <outcome>"$($output[0].OwnerId)" -eq '5002' -and "$($output[0].AuthorId)" -eq '5002'</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomInternalArticle", SupportsShouldProcess = true), OutputType(typeof(InternalArticle))]
[Operation("POST", "internal_articles")]
public sealed class NewInternalArticleCommand : IntercomWriteCommand
{
    /// <summary>The article's title.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("title")]
    public string? Title { get; set; }

    /// <summary>The article's text as HTML.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <summary>
    /// The admin who wrote the article, by id, email address or name. The default is the admin who owns the access token.
    /// </summary>
    [Parameter, IntercomId("AdminId"), ActingAdmin("author_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? AuthorId { get; set; }

    /// <summary>The admin who owns the article, by id, email address or name. The default is the author.</summary>
    [Parameter, IntercomId("AdminId"), NameOf(typeof(Admin), NumbersAreIds = true), Body("owner_id", Form = WireForm.Integer)]
    [ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? OwnerId { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input)
        .Select(work => work.SentBy(static (request, context) =>
    {
        // The author is known at this point, even when it is the connection's own admin.
        var body = request.Body!.DeepClone();
        body["owner_id"] ??= body["author_id"]?.DeepClone();
        return context.SendAsync(request.WithBody(body));
    }));
}
