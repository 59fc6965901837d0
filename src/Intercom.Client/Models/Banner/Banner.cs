using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>A banner that a contact sees at this moment.</summary>
public sealed class Banner : IntercomObject
{
    /// <summary>Intercom's id of the banner.</summary>
    public string? Id { get; set; }

    /// <summary>The id of this contact's view of the banner, with which Hide-IntercomBanner hides it.</summary>
    public string? ViewId { get; set; }

    /// <summary>The id of the contact. The API does not send it, so the cmdlet adds it.</summary>
    [JsonIgnore]
    public string? ContactId { get; set; }

    /// <summary>The banner's title. Null when it has none.</summary>
    public string? Title { get; set; }

    /// <summary>The text, as HTML.</summary>
    public string? Body { get; set; }

    /// <summary>How the banner is shown, such as <c>inline</c>.</summary>
    public string? Style { get; set; }

    /// <summary>Where the banner is shown, such as <c>top</c>.</summary>
    public string? Position { get; set; }

    /// <summary>True when contacts can dismiss the banner.</summary>
    public bool? ShowDismissButton { get; set; }

    /// <summary>What the contact can do: open a link, react, leave an email address, or start a tour. Null when it is nothing.</summary>
    public BannerAction? Action { get; set; }

    /// <summary>Always null. Intercom reserves it for later.</summary>
    public object? ClientTargeting { get; set; }

    /// <summary>When the contact's view of the banner was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The title, the first words, or the id.</summary>
    public override string ToString() => FirstOf(Title, HtmlText.FirstWords(Body), Id);
}

/// <summary>
/// What a contact can do with a banner. <c>Type</c> is <c>url</c>, <c>reaction</c>, <c>email_collector</c> or <c>product_tour</c>.
/// </summary>
public sealed class BannerAction : IntercomObject
{
    /// <summary>The text of the link. Only for the type <c>url</c>.</summary>
    public string? Label { get; set; }

    /// <summary>The address of the link. Only for the type <c>url</c>.</summary>
    public string? Target { get; set; }

    /// <summary>The reactions to choose from. Only for the type <c>reaction</c>.</summary>
    public ItemList<object>? ReactionSet { get; set; }

    /// <summary>The id of the tour. Only for the type <c>product_tour</c>.</summary>
    public string? TourId { get; set; }

    /// <summary>The address that starts the tour. Only for the type <c>product_tour</c>.</summary>
    public string? TourUrl { get; set; }

    /// <summary>The type, and where it leads.</summary>
    public override string ToString() => $"{Type} {FirstOf(Label, Target, TourId)}".Trim();
}

/// <summary>A banner that was hidden from a contact.</summary>
public sealed class BannerDismissal : IntercomObject
{
    /// <summary>The id of the contact's view of the banner.</summary>
    public string? ViewId { get; set; }

    /// <summary>The id of the contact. The API does not send it, so the cmdlet adds it.</summary>
    [JsonIgnore]
    public string? ContactId { get; set; }

    /// <summary>True when the banner is hidden.</summary>
    public bool? Dismissed { get; set; }

    /// <summary>The id of the view.</summary>
    public override string ToString() => FirstOf(ViewId);
}
