using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>Starts exports of reporting datasets, with one row per conversation, call or other record.</summary>
/// <remarks>
/// A workspace can have five pending exports. Beyond that, Intercom answers job_limit_exceeded. Without -AttributeId, all columns of the
/// dataset are exported.
/// </remarks>
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
/// <para>Exports two columns of the last seven days to a file.</para>
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
    /// <summary>The id of the dataset. Get-IntercomReportingDataset lists the datasets.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), IntercomId("DatasetId"), Body("dataset_id")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? DatasetId { get; set; }

    /// <summary>The start of the period to export.</summary>
    [Parameter(Mandatory = true, Position = 1), Body("start_time"), DateInput(IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime From { get; set; }

    /// <summary>
    /// The end of the period to export. The default is now. A date without a time of day, such as 2024-05-31, includes that day. A
    /// [datetime] is a point in time.
    /// </summary>
    [Parameter(Position = 2), Body("end_time"), DateInput(IsEnd = true, IsBack = true)]
    [ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime To { get; set; }

    /// <summary>The ids of the columns to export. The default is all columns of the dataset.</summary>
    [Parameter, ValidateNotNullOrEmpty, Body("attribute_ids"), ArgumentCompleter(typeof(IdCompleter))]
    public string[]? AttributeId { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!input.Has(nameof(To))) input = input.Supply(nameof(To), To = DateTime.UtcNow);
        ExportRange.Check(From, To);
        var known = (input.Piped?.BaseObject as ReportingDataset)?.Attributes?.Select(attribute => attribute.Id).OfType<string>().ToList();
        var dataset = Wiring.ResourceOf(nameof(DatasetId), DatasetId, input.Piped);
        return base.PlanWork(input).Select(
            work => work.SentBy(known, SendAsync) with { Doing = $"Start reporting export of {dataset} from {From:g} to {To:g}" });
    }

    /// <summary>Sends the request with all columns of the dataset, unless columns were specified.</summary>
    private static async Task<object?> SendAsync(List<string>? known, ApiRequest request, SendContext context)
    {
        var body = (JsonObject)request.Body!.DeepClone();
        if (!body.ContainsKey("attribute_ids"))
        {
            known ??= await ColumnsAsync(body["dataset_id"]!.ToString(), context).ConfigureAwait(false);
            body["attribute_ids"] = new JsonArray([.. known.Select(id => (JsonNode)id)]);
        }
        return await context.SendAsync(request.WithBody(body)).ConfigureAwait(false);
    }

    private static async Task<List<string>> ColumnsAsync(string dataset, SendContext context)
    {
        var ids = new List<string>();
        var list = CommandPlan.RequestOf<GetReportingDatasetCommand>("");
        await foreach (var item in Pager.Stream(context.Client, list, typeof(ReportingDataset), null, context.Sink, context.Cancellation)
            .ConfigureAwait(false))
        {
            var known = (ReportingDataset)item;
            if (known.Id == dataset) return known.Attributes?.Select(attribute => attribute.Id).OfType<string>().ToList() ?? [];
            ids.Add(known.Id ?? "");
        }
        throw CommandErrors.DatasetNotFound(dataset, ids);
    }
}
