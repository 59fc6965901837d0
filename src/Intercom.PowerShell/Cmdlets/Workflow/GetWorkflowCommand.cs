using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets workflows by id, with their steps and rules.</summary>
/// <remarks>
/// Intercom does not list workflows. The address of a workflow in Intercom contains its id. Not all plans include this export.
/// </remarks>
/// <example>
/// <para>Gets a workflow.</para>
/// <code>Get-IntercomWorkflow 1501</code>
/// <outcome>$output[0].Title -eq 'Greet new visitors' -and $output[0].State -eq 'live' -and $output[0].ExportedAt</outcome>
/// </example>
/// <example>
/// <para>Saves the whole definition of a workflow as JSON.</para>
/// <code>
/// Get-IntercomWorkflow 1501 | ConvertTo-Json -Depth 20 |
///     Set-Content workflow.json
/// </code>
/// <outcome>(Get-Content workflow.json -Raw | ConvertFrom-Json).Snapshot.steps.Count -eq 2</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomWorkflow"), OutputType(typeof(Workflow))]
[Operation("GET", "export/workflows/{WorkflowId}", Since = "2.15")]
public sealed class GetWorkflowCommand : IntercomReadCommand
{
    /// <summary>The id of one or more workflows.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("WorkflowId")]
    public string[] WorkflowId { get; set; } = [];

    /// <inheritdoc/>
    private protected override Sending Reading(ApiRequest request) => static async (request, context) =>
    {
        var export = await context.SendAsync<WorkflowExport>(request).ConfigureAwait(false);
        if (export?.Workflow is not { } workflow) throw IntercomClient.EmptyAnswer(request);
        (workflow.ExportVersion, workflow.ExportedAt, workflow.AppId) = (export.ExportVersion, export.ExportedAt, export.AppId);
        return workflow;
    };
}
