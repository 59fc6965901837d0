namespace Intercom.PowerShell;

/// <summary>Gets custom object instances by Intercom's id, or by the id in your own system.</summary>
/// <example>
/// <para>Gets an order by its number in your own system.</para>
/// <code>Get-IntercomCustomObject Order -ExternalId A-1</code>
/// <outcome>$output.Count -eq 1 -and $output[0].ExternalId -eq 'A-1'</outcome>
/// </example>
/// <example>
/// <para>Gets several orders by their numbers.</para>
/// <code>
/// 'A-1', 'A-2' |
///     ForEach-Object { Get-IntercomCustomObject Order -ExternalId $_ }
/// </code>
/// <outcome>Test-Same $output.ExternalId 'A-1', 'A-2'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomCustomObject"), OutputType(typeof(Intercom.CustomObject))]
[Operation("GET", "custom_object_instances/{CustomObjectType}/{CustomObjectId}", ParameterSet = "Id")]
[Operation("GET", "custom_object_instances/{CustomObjectType}", ParameterSet = "ExternalId")]
public sealed class GetCustomObjectCommand : IntercomReadCommand
{
    /// <summary>The identifier of the custom object type, such as Order.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("CustomObjectType")]
    public string? CustomObjectType { get; set; }

    /// <summary>Intercom's id of one or more instances.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true), Alias("Id"), IntercomId("CustomObjectId"), Selects("Id")]
    public string[] CustomObjectId { get; set; } = [];

    /// <summary>The instance's id in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Query("external_id"), Trim, Selects("ExternalId")]
    public string? ExternalId { get; set; }
}
