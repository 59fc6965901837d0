using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets help center collections by id or name, or lists them.</summary>
/// <example>
/// <para>Lists all collections.</para>
/// <code>Get-IntercomCollection</code>
/// <outcome>Test-Same $output.Name 'Getting started', 'Billing', 'Integrations', 'Your first week'</outcome>
/// </example>
/// <example>
/// <para>Gets the collection that an article is in.</para>
/// <code>
/// $article = Get-IntercomArticle 9002
/// Get-IntercomCollection $article.ParentId
/// </code>
/// <outcome>Test-Same $output.Name 'Getting started'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomCollection", SupportsPaging = true), OutputType(typeof(Collection))]
[Operation("GET", "help_center/collections", ParameterSet = "List", Paging = PageShape.Page, Items = "data")]
[Operation("GET", "help_center/collections/{CollectionId}", ParameterSet = "Id")]
public sealed class GetCollectionCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more collections. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CollectionId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(Collection)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] CollectionId { get; set; } = [];

    /// <summary>Returns only collections with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<Collection>))]
    public override string[] Name { get; set; } = [];
}
