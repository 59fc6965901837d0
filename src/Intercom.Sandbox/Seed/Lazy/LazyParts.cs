using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>The parts of the sample conversations that are made when they are looked at.</summary>
internal sealed class LazyParts : LazyRange
{
    /// <summary>The number of parts of each conversation.</summary>
    public const int OfEach = 3;
    private const string Note = "<p>Checked the logs, nothing unusual.</p>";
    private readonly LazyConversations _conversations;

    public LazyParts(LazyConversations conversations, long firstSequence)
        : base("conversation_part", firstSequence, conversations.Count * OfEach)
    {
        _conversations = conversations;
        Fields = new Dictionary<string, Func<int, JsonNode?>>(StringComparer.Ordinal)
        {
            ["id"] = place => IdOf(place),
            ["part_type"] = place => TypeOf(place),
            ["body"] = place => (place % OfEach) switch
            {
                1 => conversations.Answer(place / OfEach), 2 when !conversations.IsClosed(place / OfEach) => Note, _ => null,
            },
            ["created_at"] = place => At(place),
            ["updated_at"] = place => At(place),
            ["notified_at"] = place => At(place),
            ["assigned_to"] = place => place % OfEach == 0
                ? Lists.Reference("admin", conversations.AdminOf(place / OfEach).Id) : null,
            ["author"] = place => ConversationActions.PartAuthor(ConversationActions.Author(
                place % OfEach == 0 ? conversations.FirstAdmin : conversations.AdminOf(place / OfEach))),
            ["state"] = place => TypeOf(place) == "close" ? "closed" : "open",
        };
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, Func<int, JsonNode?>> Fields { get; }

    /// <inheritdoc/>
    public override string IdOf(int place) => _conversations.PartId(place);

    /// <inheritdoc/>
    public override int PlaceOf(string id) => _conversations.PartPlace(id);

    /// <inheritdoc/>
    public override IReadOnlyList<string> LinksOf(int place, string kind) => [];

    private string TypeOf(int place) => (place % OfEach) switch
    {
        0 => "assignment", 1 => "comment", _ => _conversations.IsClosed(place / OfEach) ? "close" : "note",
    };

    private long At(int place) => (place % OfEach) switch
    {
        0 => _conversations.AssignedAt(place / OfEach), 1 => _conversations.AnsweredAt(place / OfEach),
        _ => _conversations.EndedAt(place / OfEach),
    };
}
