using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Writes internal articles, which only the team sees.</summary>
/// <example>
/// <para>Creates an article. Its owner and author is the teammate of the token.</para>
/// <code>New-IntercomInternalArticle 'On call' -Body '&lt;p&gt;Who answers at night.&lt;/p&gt;'</code>
/// <outcome>$output[0].Title -eq 'On call' -and "$($output[0].OwnerId)" -eq (Get-IntercomAdmin -Me).Id</outcome>
/// </example>
/// <example>
/// <para>Creates an article that belongs to somebody else.</para>
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
    /// <summary>The title.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("title")]
    public string? Title { get; set; }

    /// <summary>The text as HTML.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <summary>The admin who wrote it, by id, e-mail address or name; by default the one whose token it is.</summary>
    [Parameter, IntercomId("AdminId"), ActingAdmin("author_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? AuthorId { get; set; }

    /// <summary>The admin who owns it; by default the author.</summary>
    [Parameter, IntercomId("AdminId"), NameOf(typeof(Admin), NumbersAreIds = true), Body("owner_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter)), FromRow]
    public string? OwnerId { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work => work.SentBy(static (request, context) =>
    {
        // The author is known by now, also when it is the connection's own admin.
        var body = request.Body!.DeepClone();
        body["owner_id"] ??= body["author_id"]?.DeepClone();
        return context.SendAsync(request.WithBody(body));
    }));
}
