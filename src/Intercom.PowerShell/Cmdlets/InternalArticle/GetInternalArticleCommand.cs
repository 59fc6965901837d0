using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the internal articles, which only the team sees, or gets some by id.</summary>
/// <example>
/// <para>Lists all of them.</para>
/// <code>Get-IntercomInternalArticle</code>
/// </example>
/// <example>
/// <para>Reads one whole.</para>
/// <code>(Get-IntercomInternalArticle -First 1 | Get-IntercomInternalArticle).Body</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomInternalArticle", DefaultParameterSetName = "List", SupportsPaging = true), OutputType(typeof(InternalArticle))]
[Operation("GET", "internal_articles", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "internal_articles/{InternalArticleId}", ParameterSet = "Id")]
public sealed class GetInternalArticleCommand : IntercomReadCommand
{
    /// <summary>The id of one or several of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("InternalArticleId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] InternalArticleId { get; set; } = [];
}
