using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Creates instances of a custom object type, or changes those that exist: the id in your own system decides.</summary>
/// <example>
/// <para>Writes down an order, or changes it when it is there already.</para>
/// <code>Set-IntercomCustomObject Order A-4 -CustomAttribute @{ order_number = 'A-4'; total_amount = 99.5 } -PassThru</code>
/// </example>
/// <example>
/// <para>Writes down orders from rows, one call each.</para>
/// <code>
/// $orders = [pscustomobject]@{ ExternalId = 'A-5'; ExternalCreatedAt = '2026-03-01' }, [pscustomobject]@{ ExternalId = 'A-6'; ExternalCreatedAt = '2026-03-02' }
/// $orders | Set-IntercomCustomObject Order
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomCustomObject", SupportsShouldProcess = true), OutputType(typeof(Intercom.CustomObject))]
[Operation("POST", "custom_object_instances/{CustomObjectType}", Retry = RetryClass.Idempotent)]
public sealed class SetCustomObjectCommand : IntercomWriteCommand
{
    /// <summary>The identifier of the custom object type, such as Order.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("CustomObjectType")]
    public string? CustomObjectType { get; set; }

    /// <summary>The instance's id in your own system.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, IntercomId("ExternalId"), Body("external_id")]
    public string? ExternalId { get; set; }

    /// <summary>When the instance was created in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("external_created_at"), DateInput]
    public DateTime? ExternalCreatedAt { get; set; }

    /// <summary>When the instance was last changed in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("external_updated_at"), DateInput]
    public DateTime? ExternalUpdatedAt { get; set; }

    /// <summary>The attributes by name: @{ order_number = 'A-1'; total = 99.5 }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CustomAttributes"), Body("custom_attributes"), ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? CustomAttribute { get; set; }

    /// <summary>Gives the instance as it is now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override string? ResourceKey(ApiRequest request, OperationAttribute operation) => request.Path + "/" + (request.Body as JsonObject)?["external_id"];

    /// <inheritdoc/>
    protected override string Describe(ApiRequest request, OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) => $"{CustomObjectType} {ExternalId}";
}
