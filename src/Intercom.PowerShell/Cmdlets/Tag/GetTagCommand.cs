namespace Intercom.PowerShell;

/// <summary>Lists the tags of the workspace or of a contact, or gets them by id.</summary>
/// <example>
/// <para>Lists the tags.</para>
/// <code>Get-IntercomTag</code>
/// <outcome>$output.Count -eq 12 -and $output.Name -contains 'VIP'</outcome>
/// </example>
/// <example>
/// <para>Lists all tags of a contact.</para>
/// <code>Get-IntercomContact -ExternalId user-1 | Get-IntercomTag</code>
/// <outcome>
/// $output.Count -eq 12
/// $calls.Count -eq 2
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTag"), OutputType(typeof(Intercom.Tag))]
[Operation("GET", "tags", ParameterSet = "List", Items = "data")]
[Operation("GET", "tags/{TagId}", ParameterSet = "Id")]
[Operation("GET", "contacts/{ContactId}/tags", ParameterSet = "Contact", Items = "data")]
public sealed class GetTagCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more tags. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("TagId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(Tag)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] TagId { get; set; } = [];

    /// <summary>Returns all tags of these contacts, not only the first ten.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ContactId"), Selects("Contact")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Returns only tags with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List", "Contact"), SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<Tag>))]
    public override string[] Name { get; set; } = [];
}
