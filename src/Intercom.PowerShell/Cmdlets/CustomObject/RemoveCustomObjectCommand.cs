using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Deletes custom object instances permanently, by Intercom's id or by the id in your own system.</summary>
/// <example>
/// <para>Shows what would be deleted without deleting anything.</para>
/// <code>Remove-IntercomCustomObject Order -ExternalId A-3 -WhatIf</code>
/// <outcome>$whatif.Count -eq 1 -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one order without a confirmation prompt.</para>
/// <code>Remove-IntercomCustomObject Order -ExternalId A-3 -Confirm:$false</code>
/// <outcome>
/// $writes.Count -eq 1 -and $writes[0].Method -eq 'DELETE'
/// $null -eq $(try { Get-IntercomCustomObject Order -ExternalId A-3 -ErrorAction Stop } catch { })
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomCustomObject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "custom_object_instances/{CustomObjectType}/{CustomObjectId}", ParameterSet = "Id", Resource = nameof(CustomObjectId),
    Returns = typeof(object))]
[Operation("DELETE", "custom_object_instances/{CustomObjectType}", ParameterSet = "ExternalId", Returns = typeof(object))]
public sealed class RemoveCustomObjectCommand : IntercomWriteCommand
{
    /// <summary>The identifier of the custom object type, such as Order.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("CustomObjectType")]
    public string? CustomObjectType { get; set; }

    /// <summary>Intercom's id of one or more instances.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true), Alias("Id"), IntercomId("CustomObjectId"), Selects("Id")]
    public string[] CustomObjectId { get; set; } = [];

    /// <summary>The instance's id in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ExternalId"), Selects("ExternalId"), Query("external_id")]
    public string? ExternalId { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work =>
    {
        var id = input.ParameterSet == "Id" ? work.Resource.Id : ExternalId;
        return work.To(new ApiResource(Wiring.Noun, id, work.Resource.Name ?? CustomObjectType) { Key = work.Request.RelativeUri });
    });
}
