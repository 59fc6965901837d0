using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes the given fields of internal articles.</summary>
/// <example>
/// <para>Changes a title.</para>
/// <code>Get-IntercomInternalArticle -First 1 | Set-IntercomInternalArticle -Title 'Who is on call'</code>
/// </example>
/// <example>
/// <para>Hands all articles of one admin to another.</para>
/// <code>Get-IntercomInternalArticle | Where-Object OwnerId -eq 5001 | Set-IntercomInternalArticle -OwnerId 5002 -PassThru</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomInternalArticle", SupportsShouldProcess = true), OutputType(typeof(InternalArticle))]
[Operation("PUT", "internal_articles/{InternalArticleId}")]
public sealed class SetInternalArticleCommand : IntercomWriteCommand
{
    /// <summary>The id of one or several internal articles.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("InternalArticleId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] InternalArticleId { get; set; } = [];

    /// <summary>The title.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("title")]
    public string? Title { get; set; }

    /// <summary>The text as HTML.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <summary>The admin who wrote it.</summary>
    [Parameter, IntercomId("AdminId"), NameOf(NameKind.Admin, NumbersAreIds = true), Body("author_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? AuthorId { get; set; }

    /// <summary>The admin who owns it.</summary>
    [Parameter, IntercomId("AdminId"), NameOf(NameKind.Admin, NumbersAreIds = true), Body("owner_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? OwnerId { get; set; }

    /// <summary>Gives the changed article.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
