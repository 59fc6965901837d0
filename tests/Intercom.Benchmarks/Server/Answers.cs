using System.Text;
using System.Text.Json;

namespace Intercom.Benchmarks.Server;

/// <summary>What the server answers: the body in pieces, so that items are sent from where they lie.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Pieces">The body.</param>
internal sealed record Answer(int Status, List<ArraySegment<byte>> Pieces)
{
    public static Answer Of(int status, string text) => new(status, [Encoding.UTF8.GetBytes(text)]);
}

/// <summary>
/// The workspace behind the server: lists, searches, single objects and events, and what the benchmark itself sets and asks.
/// </summary>
internal sealed class Answers
{
    private const int Different = 20_000;

    private readonly Dataset _contacts = new(Different, "data", ItemText.Contact, ItemText.ContactId);
    private readonly Dataset _conversations = new(Different, "conversations", ItemText.Conversation, ItemText.ConversationId);
    private readonly SearchIndex _contactIndex = new(Different, wholeDays: true, ItemText.CreatedAt, index =>
        ItemText.CreatedAt(index) + 86_400 * (1 + index % 90) + 3_600, ItemText.ContactId);
    private readonly SearchIndex _conversationIndex = new(Different, wholeDays: false, ItemText.CreatedAt, index =>
        ItemText.CreatedAt(index) + 86_400, ItemText.ConversationId);
    private int _count = Different;
    private long _requests;
    private long _items;

    /// <summary>How long each answer takes, in milliseconds.</summary>
    public int Latency { get; private set; }

    /// <summary>Answers one request; the benchmark's own paths begin with two underscores and are neither delayed nor counted.</summary>
    public Answer To(string method, string path, ReadOnlySpan<byte> body)
    {
        if (path.StartsWith("/__", StringComparison.Ordinal)) return Control(path);
        Interlocked.Increment(ref _requests);
        var mark = path.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? "" : path[(mark + 1)..];
        var place = mark < 0 ? path : path[..mark];
        try
        {
            return (method, place) switch
            {
                ("GET", "/me") =>
                    Answer.Of(200,
                    """{"type":"admin","id":"5000001","name":"Bench","email":"bench@example.com","app":"""
                    + """{"type":"app","id_code":"bench01","name":"Benchmark","region":"US","timezone":"Etc/UTC"}}"""),
                ("GET", "/contacts") => List(_contacts, query),
                ("GET", "/conversations") => List(_conversations, query),
                ("POST", "/contacts/search") => Search(_contacts, _contactIndex, body),
                ("POST", "/conversations/search") => Search(_conversations, _conversationIndex, body),
                ("POST", "/events") => new Answer(202, []),
                ("GET", _) when Single(place, "/contacts/", _contacts) is { } contact => contact,
                ("GET", _) when Single(place, "/conversations/", _conversations) is { } conversation => conversation,
                _ => Error(404, "not_found", $"{method} {place} is not part of the benchmark."),
            };
        }
        catch (Exception failure) when (failure is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return Error(400, "parameter_invalid", failure.Message);
        }
    }

    private static Answer Error(int status, string code, string message) =>
        Answer.Of(status,
            $$"""{"type":"error.list","request_id":"bench","errors":[{"code":"{{code}}","message":"""
            + $$"""{{JsonSerializer.Serialize(message)}}}]}""");

    private Answer? Single(string place, string folder, Dataset set)
    {
        if (!place.StartsWith(folder, StringComparison.Ordinal) || !set.IndexOf.TryGetValue(place[folder.Length..], out var index))
            return null;
        Interlocked.Increment(ref _items);
        return new Answer(200, [set.Item(index)]);
    }

    private Answer List(Dataset set, string query)
    {
        var size = Number(query, "per_page") ?? 50;
        var from = Number(query, "starting_after") ?? 0;
        var count = Math.Min(size, _count - from);
        return Page(set, _count, size, from, pieces => set.Add(pieces, from, count), count);
    }

    private Answer Search(Dataset set, SearchIndex index, ReadOnlySpan<byte> body)
    {
        using var document = JsonDocument.Parse(body.ToArray());
        var root = document.RootElement;
        var found = index.Find(root.GetProperty("query"), root.TryGetProperty("sort", out var sort) ? sort : default);
        var (size, from) = (20, 0);
        if (root.TryGetProperty("pagination", out var pagination))
        {
            if (pagination.TryGetProperty("per_page", out var perPage)) size = perPage.GetInt32();
            if (pagination.TryGetProperty("starting_after", out var after) && after.ValueKind == JsonValueKind.String)
                from = int.Parse(after.GetString()!, CultureInfo.InvariantCulture);
        }
        var count = Math.Max(0, Math.Min(size, found.Length - from));
        return Page(set, found.Length, size, from, pieces => AddRuns(set, pieces, found.AsSpan(from, count)), count);
    }

    /// <summary>Neighbours are sent as one piece; others are parted by a comma of their own.</summary>
    private static void AddRuns(Dataset set, List<ArraySegment<byte>> pieces, ReadOnlySpan<int> places)
    {
        for (var i = 0; i < places.Length;)
        {
            var run = 1;
            while (i + run < places.Length && places[i + run] == places[i] + run) run++;
            if (i > 0) pieces.Add(Comma);
            set.Add(pieces, places[i], run);
            i += run;
        }
    }

    private static readonly byte[] Comma = [(byte)','];

    private Answer Page(Dataset set, int total, int size, int from, Action<List<ArraySegment<byte>>> add, int count)
    {
        if (from < 0 || (from > 0 && count <= 0)) return Error(400, "parameter_invalid", "starting_after is behind the end.");
        Interlocked.Add(ref _items, count);
        var next = from + count < total ? $$"""{"page":{{from / size + 2}},"starting_after":"{{from + count}}"}""" : "null";
        var tail =
            $$"""],"total_count":{{total}},"pages":{"type":"pages","next":{{next}},"total_pages":{{(total + size - 1) / size}}"""
            + $$""","per_page":{{size}},"page":{{from / size + 1}} } }""";
        var pieces = new List<ArraySegment<byte>> { Encoding.UTF8.GetBytes($$"""{"type":"list","{{set.ListName}}":[""") };
        if (count > 0) add(pieces);
        pieces.Add(Encoding.UTF8.GetBytes(tail));
        return new Answer(200, pieces);
    }

    private static int? Number(string query, string name)
    {
        foreach (var pair in query.Split('&'))
        {
            if (pair.StartsWith(name, StringComparison.Ordinal) && pair.Length > name.Length && pair[name.Length] == '=')
                return int.Parse(pair.AsSpan(name.Length + 1), CultureInfo.InvariantCulture);
        }
        return null;
    }

    private Answer Control(string path)
    {
        if (path.StartsWith("/__set?", StringComparison.Ordinal))
        {
            Latency = Number(path[7..], "latency") ?? 0;
            _count = Number(path[7..], "items") ?? Different;
            (_requests, _items) = (0, 0);
        }
        return Answer.Of(200,
            $$"""{"requests":{{_requests}},"items":{{_items}},"contact_bytes":{{_contacts.AverageSize}},"conversation_bytes":"""
            + $$"""{{_conversations.AverageSize}}}""");
    }
}
