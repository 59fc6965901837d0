namespace Intercom;

/// <summary>An export of the delivery and engagement data of outbound content.</summary>
public sealed class DataExport : IntercomObject
{
    /// <summary>The id of the export's job.</summary>
    public string? JobIdentifier { get; set; }

    /// <summary><c>pending</c>, <c>in_progress</c>, <c>completed</c>, <c>failed</c>, <c>no_data</c> or <c>canceled</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The address of the complete data, which requires the token.</summary>
    public string? DownloadUrl { get; set; }

    /// <summary>Until when the data can be fetched, two days from its completion.</summary>
    public DateTime? DownloadExpiresAt { get; set; }

    /// <summary>The job and its status.</summary>
    public override string ToString() => $"{JobIdentifier}: {Status}";

    internal override string? CalledAs => Status;
}
