using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>A kind of message that people can opt in to or out of.</summary>
public sealed class SubscriptionType : IntercomObject
{
    /// <summary>Intercom's id of the subscription type.</summary>
    public string? Id { get; set; }

    /// <summary><c>live</c>, <c>draft</c> or <c>archived</c>.</summary>
    public string? State { get; set; }

    /// <summary><c>opt_out</c>: people get the messages until they opt out; <c>opt_in</c>: only once they opted in.</summary>
    public string? ConsentType { get; set; }

    /// <summary>How the messages are sent: <c>email</c>, <c>sms_message</c>.</summary>
    public ItemList<string>? ContentTypes { get; set; }

    /// <summary>The name and description in the default language.</summary>
    public SubscriptionTranslation? DefaultTranslation { get; set; }

    /// <summary>The name and description in each language.</summary>
    public ItemList<SubscriptionTranslation>? Translations { get; set; }

    /// <summary>The name in the default language.</summary>
    [JsonIgnore]
    public string? Name => DefaultTranslation?.Name;

    /// <summary>The name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}

/// <summary>The name and description of a subscription type in one language.</summary>
public sealed class SubscriptionTranslation : IntercomObject
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The language, such as <c>en</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => FirstOf(Name, Locale);
}
