namespace Intercom;

/// <summary>A list of news items for an audience.</summary>
public sealed class Newsfeed : IntercomObject
{
    /// <summary>Intercom's id of the newsfeed.</summary>
    public string? Id { get; set; }

    /// <summary>The name, which only teammates see.</summary>
    public string? Name { get; set; }

    /// <summary>When the newsfeed was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the newsfeed was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The newsfeed's name.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
