namespace Intercom;

/// <summary>An export of a reporting dataset.</summary>
public sealed class ReportingExport : IntercomObject
{
    /// <summary>The id of the export's job.</summary>
    public string? JobIdentifier { get; set; }

    /// <summary>The state of the job. <c>complete</c> (not <c>completed</c>) once the data can be downloaded.</summary>
    public string? Status { get; set; }

    /// <summary>The address of the complete data, which requires the token.</summary>
    public string? DownloadUrl { get; set; }

    /// <summary>Until when the data can be fetched.</summary>
    public DateTime? DownloadExpiresAt { get; set; }

    /// <summary>The job and its status.</summary>
    public override string ToString() => $"{JobIdentifier}: {Status}";

    internal override string? CalledAs => Status;
}
