using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the reporting datasets that can be exported, with their columns.</summary>
/// <example>
/// <para>Lists the datasets that can be exported.</para>
/// <code>Get-IntercomReportingDataset</code>
/// <outcome>Test-Same $output.Id 'conversation', 'call'</outcome>
/// </example>
/// <example>
/// <para>Lists the columns of one dataset.</para>
/// <code>(Get-IntercomReportingDataset conversation).Attributes</code>
/// <outcome>$output.Id -contains 'conversation_started_at' -and $output.Count -eq 5</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomReportingDataset"), OutputType(typeof(ReportingDataset))]
[Operation("GET", "export/reporting_data/get_datasets", Items = "data")]
public sealed class GetReportingDatasetCommand : IntercomReadCommand
{
    /// <summary>Returns only the datasets with these ids. Wildcards are allowed.</summary>
    [Parameter(Position = 0), SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(IdCompleter))]
    public string[]? DatasetId { get; set; }

    /// <inheritdoc/>
    protected override Func<object, bool>? Keeps
    {
        get
        {
            if (DatasetId is null) return null;
            var patterns = DatasetId.Select(id => new WildcardPattern(id, WildcardOptions.IgnoreCase)).ToList();
            return item => item is ReportingDataset { Id: { } id } && patterns.Exists(pattern => pattern.IsMatch(id));
        }
    }
}
