using System.Text.Json.Serialization;
using Intercom.Json;

namespace Intercom;

/// <summary>A conversation with one or more contacts.</summary>
public sealed class Conversation : IntercomObject, IJsonOnDeserialized
{
    /// <summary>Intercom's id of the conversation.</summary>
    public string? Id { get; set; }

    /// <summary>The title that was given to the conversation.</summary>
    public string? Title { get; set; }

    /// <summary><c>open</c>, <c>closed</c> or <c>snoozed</c>.</summary>
    public string? State { get; set; }

    /// <summary>True when the conversation is open or snoozed, false when it is closed.</summary>
    public bool? Open { get; set; }

    /// <summary>True when the contact has read the latest part.</summary>
    public bool? Read { get; set; }

    /// <summary>
    /// <c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c> or <c>urgent</c> since version 2.16 of the API. Earlier versions know only
    /// <c>priority</c> and <c>not_priority</c>.
    /// </summary>
    public string? Priority { get; set; }

    /// <summary>When the conversation began.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the conversation last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>When the contact started to wait for an answer. Far in the future when nobody waits.</summary>
    public DateTime? WaitingSince { get; set; }

    /// <summary>When the conversation reopens. Null when it is not snoozed.</summary>
    public DateTime? SnoozedUntil { get; set; }

    /// <summary>The id of the assigned admin. Null when no admin is assigned, in every version of the API.</summary>
    [JsonConverter(typeof(AssigneeConverter))]
    public string? AdminAssigneeId { get; set; }

    /// <summary>The id of the assigned team. Null when no team is assigned, in every version of the API.</summary>
    [JsonConverter(typeof(AssigneeConverter))]
    public string? TeamAssigneeId { get; set; }

    /// <summary>The message that began the conversation.</summary>
    public ConversationSource? Source { get; set; }

    /// <summary>The participating contacts, by id.</summary>
    public ItemList<Reference>? Contacts { get; set; }

    /// <summary>The admins who wrote in the conversation, by id.</summary>
    public ItemList<Reference>? Teammates { get; set; }

    /// <summary>The conversation's tags.</summary>
    public ItemList<Tag>? Tags { get; set; }

    /// <summary>The custom attributes by name. Dates are Unix seconds, as Intercom sends them.</summary>
    public AttributeBag? CustomAttributes { get; set; }

    /// <summary>The first message of a contact.</summary>
    public FirstContactReply? FirstContactReply { get; set; }

    /// <summary>
    /// The replies, notes, assignments and all that happened since, oldest first; the newest 500 at most, and none among the
    /// conversations of a list or search.
    /// </summary>
    public ItemList<ConversationPart>? ConversationParts { get; set; }

    /// <summary>How the contact rated the conversation.</summary>
    public ConversationRating? ConversationRating { get; set; }

    /// <summary>Times and counts for reporting.</summary>
    public ConversationStatistics? Statistics { get; set; }

    /// <summary>The service level agreement that applies to the conversation.</summary>
    public SlaApplied? SlaApplied { get; set; }

    /// <summary>The linked conversations and tickets, at most 1000.</summary>
    public ItemList<LinkedObject>? LinkedObjects { get; set; }

    /// <summary>True when Fin took part.</summary>
    public bool? AiAgentParticipated { get; set; }

    /// <summary>Fin's part in the conversation. Null when it did not participate.</summary>
    public AiAgent? AiAgent { get; set; }

    /// <summary>The topics that the conversation was sorted into.</summary>
    public ItemList<Reference>? Topics { get; set; }

    /// <summary>The ticket that the conversation was converted to. Null when it was not converted.</summary>
    public Ticket? Ticket { get; set; }

    /// <summary>
    /// What the conversation is about: its title, the subject of its first message, or that message's first words, without HTML.
    /// </summary>
    [JsonIgnore]
    public string? Subject
    {
        get
        {
            var words = FirstOf(Title, HtmlText.FirstWords(Source?.Subject), HtmlText.FirstWords(Source?.Body));
            return words.Length == 0 ? null : words;
        }
    }

    /// <summary>
    /// The first of the contacts, usually the only one. Intercom returns its id; its name is known where the contact wrote the first
    /// message.
    /// </summary>
    [JsonIgnore]
    public Reference? Contact
    {
        get
        {
            var first = Contacts?.FirstOrDefault();
            return first is { Id: not null } && string.IsNullOrEmpty(first.Name) && Source?.Author?.Id == first.Id ? new Reference
            {
                Id = first.Id, ExternalId = first.ExternalId, Url = first.Url, Type = first.Type, Name = Source?.Author?.ToString(),
                AdditionalFields = first.AdditionalFields,
            } : first;
        }
    }

    /// <summary>True when the sales agent took part. Since version 2.16 of the API.</summary>
    public bool? SalesAgentParticipated { get; set; }

    /// <summary>What the sales agent achieved. Since version 2.16 of the API.</summary>
    public SalesAgent? SalesAgent { get; set; }

    /// <summary>The channels of the conversation. Since version 2.16 of the API.</summary>
    public ConversationChannel? Channel { get; set; }

    /// <summary>Objects in other systems that belong to the conversation. Since version 2.16 of the API.</summary>
    public ItemList<ExternalReference>? ExternalReferences { get; set; }

    /// <summary>The results of monitors. Only in a search with -IncludeMonitors. Since version 2.16 of the API.</summary>
    public ItemList<MonitorEvaluation>? MonitorEvaluations { get; set; }

    /// <summary>The reviews of the conversation. Only in a search with -IncludeScorecards. Since version 2.16 of the API.</summary>
    public ItemList<Scorecard>? Scorecards { get; set; }

    /// <summary>The conversation's subject or id.</summary>
    public override string ToString() => FirstOf(Subject, Id);

    internal override string? CalledAs => AllOf(
        Source?.Author is { Type: not ("admin" or "bot" or "team") } person ? FirstOf(person.Name, person.Email) : null, Subject);

    /// <summary>Sets the conversation of each part, which the API does not send.</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (ConversationParts is null) return;
        foreach (var part in ConversationParts) part.ConversationId = Id;
    }
}

/// <summary>The first message of a contact in a conversation.</summary>
public sealed class FirstContactReply : IntercomObject
{
    /// <summary>When it was written.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The page on which it was written.</summary>
    public string? Url { get; set; }

    /// <summary>The page, or the kind of message.</summary>
    public override string ToString() => FirstOf(Url, Type);
}

/// <summary>A linked conversation or ticket. <c>Type</c> is <c>conversation</c> or <c>ticket</c>.</summary>
public sealed class LinkedObject : IntercomObject
{
    /// <summary>The id of the conversation or ticket.</summary>
    public string? Id { get; set; }

    /// <summary>The ticket's category: <c>Customer</c>, <c>Back-office</c> or <c>Tracker</c>. Null for a conversation.</summary>
    public string? Category { get; set; }

    /// <summary>The kind and id.</summary>
    public override string ToString() => $"{Type} {Id}";
}

/// <summary>The service level agreement that applies to a conversation.</summary>
public sealed class SlaApplied : IntercomObject
{
    /// <summary>The agreement's name.</summary>
    public string? SlaName { get; set; }

    /// <summary><c>hit</c>, <c>missed</c>, <c>cancelled</c> or <c>active</c>.</summary>
    public string? SlaStatus { get; set; }

    /// <summary>The agreement's name and status.</summary>
    public override string ToString() => $"{SlaName}: {SlaStatus}";
}

/// <summary>How a contact rated a conversation.</summary>
public sealed class ConversationRating : IntercomObject
{
    /// <summary>From 1 (bad) to 5 (good).</summary>
    public long? Rating { get; set; }

    /// <summary>What the contact added in words.</summary>
    public string? Remark { get; set; }

    /// <summary>When the rating was requested.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the rating was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The contact who rated.</summary>
    public Reference? Contact { get; set; }

    /// <summary>The admin who was rated.</summary>
    public Reference? Teammate { get; set; }

    /// <summary>The rating and remark.</summary>
    public override string ToString() => string.IsNullOrWhiteSpace(Remark) ? $"{Rating}" : $"{Rating}: {Remark}";
}
