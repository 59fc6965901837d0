using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>Starts exports of reporting datasets: a row for each conversation, call or whatever the dataset holds.</summary>
/// <remarks>Five exports may be pending in a workspace; beyond that Intercom answers job_limit_exceeded. Without -AttributeId the dataset's columns are all exported.</remarks>
/// <example>
/// <para>Exports the conversations of the last 30 days to a file.</para>
/// <code>
/// Start-IntercomReportingExport conversation (Get-Date).AddDays(-30) |
///     Wait-IntercomReportingExport -ClientId app1 |
///     Save-IntercomReportingExport conversations.csv
/// </code>
/// <outcome>@(Get-Content conversations.csv).Count -gt 50</outcome>
/// </example>
/// <example>
/// <para>Exports two columns of the last week.</para>
/// <code>
/// $columns = 'conversation_id', 'conversation_started_at'
/// Start-IntercomReportingExport conversation (Get-Date).AddDays(-7) `
///     -AttributeId $columns | Wait-IntercomReportingExport -ClientId app1 |
///     Save-IntercomReportingExport week.csv
/// </code>
/// <outcome>
/// $rows = @(Get-Content week.csv)
/// $rows.Count -gt 5 -and ($rows[0] -split ',').Count -eq 2
/// </outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "IntercomReportingExport", SupportsShouldProcess = true), OutputType(typeof(ReportingExport))]
[Operation("POST", "export/reporting_data/enqueue")]
public sealed class StartReportingExportCommand : IntercomWriteCommand
{
    /// <summary>The dataset; Get-IntercomReportingDataset lists them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), IntercomId("DatasetId"), Body("dataset_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? DatasetId { get; set; }

    /// <summary>The beginning of the time to export.</summary>
    [Parameter(Mandatory = true, Position = 1), Body("start_time"), DateInput]
    public DateTime From { get; set; }

    /// <summary>The end of the time to export; by default now. A date without a time of day, such as 2024-05-31, includes that day; a [datetime] is a point in time.</summary>
    [Parameter(Position = 2), Body("end_time"), DateInput(IsEnd = true)]
    public DateTime To { get; set; }

    /// <summary>The columns to export, by id; by default all that the dataset has.</summary>
    [Parameter, ValidateNotNullOrEmpty, Body("attribute_ids"), ArgumentCompleter(typeof(IdCompleter))]
    public string[]? AttributeId { get; set; }

    /// <inheritdoc/>
    protected override Dictionary<string, object?> BoundNow()
    {
        var bound = base.BoundNow();
        if (!bound.ContainsKey(nameof(To))) bound[nameof(To)] = To = DateTime.UtcNow;
        return bound;
    }

    /// <inheritdoc/>
    protected override void Validate(IReadOnlyDictionary<string, object?> bound) => ExportRange.Check(From, To);

    /// <inheritdoc/>
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        var send = base.Sending(operation, bound);
        var client = Session.Client;
        var known = (InputObject?.BaseObject as ReportingDataset)?.Attributes?.Select(attribute => attribute.Id).OfType<string>().ToList();
        return async (request, cancellation) =>
        {
            var body = (JsonObject)request.Body!.DeepClone();
            if (!body.ContainsKey("attribute_ids")) body["attribute_ids"] = new JsonArray([.. (known ?? await ColumnsAsync(client, body["dataset_id"]!.ToString(), cancellation).ConfigureAwait(false)).Select(id => (JsonNode)id)]);
            return await send(request.WithBody(body), cancellation).ConfigureAwait(false);
        };
    }

    private async Task<List<string>> ColumnsAsync(IntercomClient client, string dataset, CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var item in Pager.Stream(client, CommandPlan.RequestOf<GetReportingDatasetCommand>(""), typeof(ReportingDataset), null, Sink, cancellation).ConfigureAwait(false))
        {
            var known = (ReportingDataset)item;
            if (known.Id == dataset) return known.Attributes?.Select(attribute => attribute.Id).OfType<string>().ToList() ?? [];
            ids.Add(known.Id ?? "");
        }
        throw new ItemNotFoundException($"There is no dataset '{dataset}'. This workspace has {string.Join(", ", ids)}.");
    }
}
