using System.Collections;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Creates or updates custom object instances, matched by the id in your own system.</summary>
/// <example>
/// <para>Creates an order, or updates the existing order with this number.</para>
/// <code>
/// $values = @{ order_number = 'A-4'; total_amount = 99.5 }
/// Set-IntercomCustomObject Order A-4 -CustomAttribute $values -PassThru
/// </code>
/// <outcome>$output[0].ExternalId -eq 'A-4' -and $output[0].CustomAttributes.total_amount -eq 99.5</outcome>
/// </example>
/// <example>
/// <para>Creates orders from CSV rows, with one call per row.</para>
/// <code>
/// $orders = @'
/// ExternalId,ExternalCreatedAt
/// A-5,2026-03-01
/// A-6,2026-03-02
/// '@ | ConvertFrom-Csv
/// $orders | Set-IntercomCustomObject Order
/// </code>
/// <outcome>
/// $writes.Count -eq 2
/// $made = 'A-5', 'A-6' | ForEach-Object { Get-IntercomCustomObject Order -ExternalId $_ }
/// Test-Same ($made | ForEach-Object { $_.ExternalCreatedAt.ToString('yyyy-MM-dd') }) '2026-03-01', '2026-03-02'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomCustomObject", SupportsShouldProcess = true), OutputType(typeof(Intercom.CustomObject))]
[Operation("POST", "custom_object_instances/{CustomObjectType}", Retry = RetryClass.Idempotent)]
public sealed class SetCustomObjectCommand : IntercomWriteCommand
{
    /// <summary>The identifier of the custom object type, such as Order.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("CustomObjectType")]
    public string? CustomObjectType { get; set; }

    /// <summary>The instance's id in your own system.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, IntercomId("ExternalId")]
    [Body("external_id")]
    public string? ExternalId { get; set; }

    /// <summary>When the instance was created in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("external_created_at"), DateInput]
    public DateTime? ExternalCreatedAt { get; set; }

    /// <summary>When the instance was last changed in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("external_updated_at"), DateInput]
    public DateTime? ExternalUpdatedAt { get; set; }

    /// <summary>Attribute values by name: @{ order_number = 'A-1'; total = 99.5 }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CustomAttributes"), Body("custom_attributes")]
    [ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? CustomAttribute { get; set; }

    /// <summary>Returns the created or updated instance.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work =>
    {
        var named = work.To(new ApiResource(Wiring.Noun, ExternalId, CustomObjectType) { Key = $"{CustomObjectType}/{ExternalId}" });
        return named with { Doing = $"Create or update {named.Resource}{WorkText.Fields(named, "external_id")}" };
    });
}
