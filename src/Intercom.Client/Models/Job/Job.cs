namespace Intercom;

/// <summary>Work that Intercom does in the background, such as creating a ticket.</summary>
public sealed class Job : IntercomObject
{
    /// <summary>Intercom's id of the job.</summary>
    public string? Id { get; set; }

    /// <summary><c>pending</c>, <c>success</c> or <c>failed</c>.</summary>
    public string? Status { get; set; }

    /// <summary>Where the status can be read.</summary>
    public string? Url { get; set; }

    /// <summary>What the job makes, such as <c>ticket</c>.</summary>
    public string? ResourceType { get; set; }

    /// <summary>The id of the object that the job created. Null until then.</summary>
    public string? ResourceId { get; set; }

    /// <summary>The address of the object that the job created.</summary>
    public string? ResourceUrl { get; set; }

    /// <summary>The job and its status.</summary>
    public override string ToString() => $"{FirstOf(ResourceType, Type)} job {Id}: {Status}".Trim();
}
