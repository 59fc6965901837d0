using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the contacts that were merged into users.</summary>
/// <remarks>Leads do not have a merge history: for a lead, Intercom answers that it does not exist.</remarks>
/// <example>
/// <para>Lists the leads that were merged into a user.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-123 | Get-IntercomMergeHistory
/// </code>
/// <outcome>$output.Count -eq 2 -and ($output | Test-Each { $_.SourceContactRole -eq 'lead' })</outcome>
/// </example>
/// <example>
/// <para>Merges a lead into a user, and shows when.</para>
/// <code>
/// $lead = New-IntercomContact -Role lead -Email user@x.example
/// $user = New-IntercomContact user@x.example
/// $lead | Merge-IntercomContact -Into $user -Confirm:$false
/// ($user | Get-IntercomMergeHistory).MergedAt
/// </code>
/// <outcome>$output[0] -gt (Get-Date).AddHours(-1) -and $writes.Count -eq 3</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomMergeHistory", SupportsPaging = true), OutputType(typeof(MergedContact))]
[Operation("GET", "contacts/{ContactId}/merge_history", Paging = PageShape.Next, Items = "data", PageSize = 150, Since = "2.16")]
public sealed class GetMergeHistoryCommand : IntercomReadCommand
{
    /// <summary>The id of one or more users.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>The order: desc (default) returns the latest merge first, and asc last.</summary>
    [Parameter, ValidateSet("asc", "desc"), Query("order"), Trim]
    public string? Order { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        ((MergedContact)item).ContactId = ListedId;
        yield return item;
    }
}
