using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets custom object instances by Intercom's id or by the id in your own system, or lists them.</summary>
/// <remarks>A list is read with version 2.16 of the API, even if the connection has an earlier one.</remarks>
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
/// <example>
/// <para>Lists all orders.</para>
/// <code>Get-IntercomCustomObject Order</code>
/// <outcome>$output.ExternalId -contains 'A-1' -and $output.Count -eq 3</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomCustomObject", SupportsPaging = true), OutputType(typeof(Intercom.CustomObject))]
[Operation("GET", "custom_object_instances/{CustomObjectType}", ParameterSet = ListSet, Paging = PageShape.Page, PageSize = 150)]
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

    /// <summary>Lists only the instances that refer to this contact.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ContactId"), Query("references_contact_id"), Since("2.16")]
    [Selects(ListSet)]
    public string? ContactId { get; set; }

    /// <summary>Lists only the instances that refer to this conversation.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ConversationId"), Query("references_conversation_id"), Since("2.16")]
    [Selects(ListSet)]
    public string? ConversationId { get; set; }

    /// <summary>The instance's id in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Query("external_id"), Trim, Selects("ExternalId")]
    public string? ExternalId { get; set; }

    /// <inheritdoc/>
    protected override ApiRequest Complete(ApiRequest request) =>
        OperationSet == ListSet ? request.WithSince(ApiChanges.ListedCustomObjects) : request;
}
