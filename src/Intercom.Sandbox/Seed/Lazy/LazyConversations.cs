using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>
/// Sample conversations that are made when they are looked at. They are older than the others. Each has a question, and three parts:
/// its assignment, an answer, and a note or its end.
/// </summary>
internal sealed class LazyConversations : LazyRange
{
    private const long Day = 86400;

    /// <summary>The conversations that are made one by one are of the last 36 days.</summary>
    private const long Youngest = 36 * Day;
    private const long Age = 500 * Day;
    private readonly PlaceRandom _random;
    private readonly long _firstNumber;
    private readonly long _firstMessage;
    private readonly long _firstPart;
    private readonly long _born;
    private readonly Entity[] _admins;
    private readonly Entity[] _contacts;
    private readonly LazyContacts _people;
    private readonly string[] _tags;

    public LazyConversations(Database data, PlaceRandom random, LazyContacts people, long firstSequence, int count)
        : base("conversation", firstSequence, count)
    {
        (_random, _people, _born) = (random, people, data.Now);
        _firstNumber = data.NextNumbers("conversations", count);
        _firstMessage = data.NextNumbers("messages", count);
        _firstPart = data.NextNumbers("parts", count * LazyParts.OfEach);
        _admins = data.Admins.All.ToArray();
        _contacts = data.Contacts.All.ToArray();
        _tags = data.Tags.All.Select(tag => tag.Id).ToArray();
        Fields = new Dictionary<string, Func<int, JsonNode?>>(StringComparer.Ordinal)
        {
            ["id"] = place => IdOf(place),
            ["title"] = place => Subject(place),
            ["created_at"] = place => CreatedAt(place),
            ["updated_at"] = place => EndedAt(place),
            ["open"] = place => !IsClosed(place),
            ["state"] = place => StateOf(place),
            ["read"] = place => place % 4 != 0,
            ["priority"] = place => place % 9 == 0 ? "priority" : "not_priority",
            ["admin_assignee_id"] = place => long.Parse(AdminOf(place).Id, CultureInfo.InvariantCulture),
            ["conversation_rating"] = RatingOf,
            ["source"] = SourceOf,
            ["first_contact_reply"] = place => Shape.Of(
                "first_contact_reply", new JsonObject { ["type"] = ChannelOf(place), ["created_at"] = CreatedAt(place) }),
            ["statistics"] = StatisticsOf,
        };
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, Func<int, JsonNode?>> Fields { get; }

    /// <inheritdoc/>
    public override string IdOf(int place) => (_firstNumber + place).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override int PlaceOf(string id) => PlaceOf(id, _firstNumber, Count);

    /// <inheritdoc/>
    public override IReadOnlyList<string> LinksOf(int place, string kind) => kind switch
    {
        "contacts" => [ContactOf(place).Id],
        "teammates" => [AdminOf(place).Id],
        "parts" => [.. Enumerable.Range(0, LazyParts.OfEach).Select(number => PartId(place * LazyParts.OfEach + number))],
        "tags" => place % 4 == 1 ? [_random.Of(place, Draw.Tag, _tags)] : [],
        _ => [],
    };

    /// <summary>The place of a number that is written as these ids are, or -1.</summary>
    public static int PlaceOf(string id, long first, int count) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && id[0] != '0'
            && number >= first && number < first + count ? (int)(number - first) : -1;

    public string PartId(int part) => (_firstPart + part).ToString(CultureInfo.InvariantCulture);

    public int PartPlace(string id) => PlaceOf(id, _firstPart, Count * LazyParts.OfEach);

    public Entity AdminOf(int place) => _random.Of(place, Draw.Teammate, _admins);

    public Entity FirstAdmin => _admins[0];

    public bool IsClosed(int place) => place % 10 < 7;

    public string StateOf(int place) => IsClosed(place) ? "closed" : "open";

    public string Answer(int place) => $"<p>{_random.Of(place, Draw.Question, SampleText.Questions).Answer}</p>";

    public long CreatedAt(int place) => _born - Youngest - Age + place * Age / Count;

    public long AssignedAt(int place) => CreatedAt(place) + 300;

    public long AnsweredAt(int place) => CreatedAt(place) + 600 + _random.Next(place, Draw.Reply, 4 * 3600);

    /// <summary>When the last part was added.</summary>
    public long EndedAt(int place) => AnsweredAt(place) + (IsClosed(place) ? 1800 + _random.Next(place, Draw.End, 18 * 3600) : 900);

    private static string ChannelOf(int place) => place % 4 == 3 ? "email" : "conversation";

    private string Subject(int place) => _random.Of(place, Draw.Question, SampleText.Questions).Subject;

    /// <summary>The contact that asked. Without more contacts, it is one of those that every workspace has.</summary>
    private (string Id, Func<JsonObject> Author) ContactOf(int place)
    {
        if (_people.Count == 0)
        {
            var contact = _random.Of(place, Draw.Contact, _contacts);
            return (contact.Id, () => ConversationActions.Speaker(contact));
        }
        var one = _random.Next(place, Draw.Contact, _people.Count);
        return (_people.IdOf(one), () => ConversationActions.Author(
            _people.RoleOf(one), _people.IdOf(one), _people.NameOf(one), _people.EmailOf(one)));
    }

    private JsonNode SourceOf(int place)
    {
        var (subject, question, _) = _random.Of(place, Draw.Question, SampleText.Questions);
        return Shape.Of("conversation_source", new JsonObject
        {
            ["type"] = ChannelOf(place), ["id"] = (_firstMessage + place).ToString(CultureInfo.InvariantCulture),
            ["subject"] = ChannelOf(place) == "email" ? $"<p>{subject}</p>" : "", ["body"] = $"<p>{question}</p>",
            ["author"] = ContactOf(place).Author(),
        });
    }

    private JsonNode? RatingOf(int place) => !IsClosed(place) || place % 2 == 0 ? null : Shape.Of("conversation_rating", new JsonObject
    {
        ["rating"] = 2 + _random.Next(place, Draw.Rating, 4), ["created_at"] = EndedAt(place) + 60, ["updated_at"] = EndedAt(place) + 60,
        ["contact"] = Lists.Reference("contact", ContactOf(place).Id), ["teammate"] = Lists.Reference("admin", AdminOf(place).Id),
    });

    private JsonNode StatisticsOf(int place)
    {
        var (created, assigned, answered) = (CreatedAt(place), AssignedAt(place), AnsweredAt(place));
        var statistics = Shape.Default("conversation", "statistics")!.DeepClone();
        statistics["first_contact_reply_at"] = created;
        statistics["last_contact_reply_at"] = created;
        statistics["first_assignment_at"] = assigned;
        statistics["last_assignment_at"] = assigned;
        statistics["time_to_assignment"] = assigned - created;
        statistics["count_assignments"] = 1;
        statistics["first_admin_reply_at"] = answered;
        statistics["last_admin_reply_at"] = answered;
        statistics["time_to_admin_reply"] = answered - created;
        statistics["median_time_to_reply"] = answered - created;
        statistics["count_conversation_parts"] = LazyParts.OfEach;
        if (!IsClosed(place)) return statistics;
        statistics["first_close_at"] = EndedAt(place);
        statistics["last_close_at"] = EndedAt(place);
        statistics["time_to_first_close"] = EndedAt(place) - created;
        statistics["time_to_last_close"] = EndedAt(place) - created;
        statistics["last_closed_by_id"] = AdminOf(place).Id;
        return statistics;
    }
}
