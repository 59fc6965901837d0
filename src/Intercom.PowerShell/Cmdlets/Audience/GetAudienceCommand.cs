using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the audiences of the workspace, or gets them by id or name.</summary>
/// <example>
/// <para>Lists the audiences with their conditions.</para>
/// <code>Get-IntercomAudience</code>
/// <outcome>Test-Same $output.Name 'Enterprise accounts', 'Leads'</outcome>
/// </example>
/// <example>
/// <para>Shows the conditions of one audience.</para>
/// <code>(Get-IntercomAudience 'Enterprise accounts').Predicates</code>
/// <outcome>"$output" -eq 'custom_attributes.plan eq enterprise'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomAudience", SupportsPaging = true), OutputType(typeof(Intercom.Audience))]
[Operation("GET", "audiences", ParameterSet = "List", Paging = PageShape.Page, Items = "data", Since = "2.16")]
[Operation("GET", "audiences/{AudienceId}", ParameterSet = "Id", Since = "2.16")]
public sealed class GetAudienceCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more audiences. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("AudienceId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(Audience)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] AudienceId { get; set; } = [];

    /// <summary>Returns only audiences with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<Audience>))]
    public override string[] Name { get; set; } = [];
}
