namespace Intercom;

/// <summary>A website or other source of external pages, from which Fin learns.</summary>
public sealed class ContentSource : IntercomObject
{
    /// <summary>Intercom's id of the source.</summary>
    public string? Id { get; set; }

    /// <summary>The address of the source's first page.</summary>
    public string? Url { get; set; }

    /// <summary>How the pages are imported: <c>api</c>, <c>automatic</c> or <c>manual</c>.</summary>
    public string? SyncBehavior { get; set; }

    /// <summary><c>active</c> or <c>deactivated</c>.</summary>
    public string? Status { get; set; }

    /// <summary>When the pages were last fetched.</summary>
    public DateTime? LastSyncedAt { get; set; }

    /// <summary>When the source was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the source was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The ids of the audiences of its content. Since version 2.15 of the API.</summary>
    public ItemList<string>? AudienceIds { get; set; }

    /// <summary>The source's address.</summary>
    public override string ToString() => FirstOf(Url, Id);
}
