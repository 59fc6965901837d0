namespace Intercom.PowerShell;

/// <summary>Lists the segments of the workspace, a contact or a company, or gets them by id.</summary>
/// <remarks>Segments are created in Intercom itself, not through the API.</remarks>
/// <example>
/// <para>Lists the segments, with the number of people in each.</para>
/// <code>Get-IntercomSegment -IncludeCount</code>
/// <outcome>$output.Count -eq 3 -and ($output | Test-Each { $_.Count -gt 0 })</outcome>
/// </example>
/// <example>
/// <para>Lists the segments that a contact is in.</para>
/// <code>Get-IntercomContact -ExternalId user-123 | Get-IntercomSegment</code>
/// <outcome>Test-Same $output.Name 'Active'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomSegment"), OutputType(typeof(Intercom.Segment))]
[Operation("GET", "segments", ParameterSet = "List", Items = "segments")]
[Operation("GET", "segments/{SegmentId}", ParameterSet = "Id")]
[Operation("GET", "contacts/{ContactId}/segments", ParameterSet = "Contact", Items = "data")]
[Operation("GET", "companies/{CompanyId}/segments", ParameterSet = "Company", Items = "data")]
public sealed class GetSegmentCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more segments. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("SegmentId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(Segment)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] SegmentId { get; set; } = [];

    /// <summary>Returns the segments that these contacts are in, by contact id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ContactId"), Selects("Contact")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Returns the segments that these companies are in, by Intercom's id of the company.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("CompanyId"), Selects("Company")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];

    /// <summary>Returns only segments with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List", "Contact", "Company"), SupportsWildcards]
    public override string[] Name { get; set; } = [];

    /// <summary>Includes the number of people in each segment.</summary>
    [Parameter, OnlyFor("List"), Query("include_count")]
    public SwitchParameter IncludeCount { get; set; }
}
