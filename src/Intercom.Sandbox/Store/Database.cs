namespace Intercom.Sandbox.Store;

/// <summary>The data of the workspace.</summary>
internal sealed class Database
{
    private readonly Dictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private long _sequence;

    public Database(SandboxOptions options)
    {
        Options = options;
        People = new ContactIndex(Contacts);
        ContactsOfCompanies = new LinkIndex(Contacts, "companies");
        ContactsOfSegments = new LinkIndex(Contacts, "segments");
        ConversationsOfContacts = new LinkIndex(Conversations, "contacts");
        LatestConversations = new KeptOrder(Conversations, _ => true, conversation => conversation.Number("updated_at"), descending: true);
    }

    /// <summary>The second at which snoozes were ended last.</summary>
    public long SnoozesEndedAt { get; set; }

    /// <summary>The contacts by external id and email address.</summary>
    public ContactIndex People { get; }

    /// <summary>The contacts by the companies that they are in.</summary>
    public LinkIndex ContactsOfCompanies { get; }

    /// <summary>The contacts by the segments that they are in.</summary>
    public LinkIndex ContactsOfSegments { get; }

    /// <summary>The conversations by the contacts that take part.</summary>
    public LinkIndex ConversationsOfContacts { get; }

    /// <summary>The conversations, the last updated first.</summary>
    public KeptOrder LatestConversations { get; }

    /// <summary>The searches whose results are kept.</summary>
    public KeptSearches Searches { get; } = new();

    public SandboxOptions Options { get; }

    /// <summary>What the running call has changed.</summary>
    public UndoLog Undo { get; } = new();

    /// <summary>The last number assigned for each kind.</summary>
    public IReadOnlyDictionary<string, long> Numbers => _numbers;

    /// <summary>The place of the object made last.</summary>
    public long Sequence => _sequence;

    /// <summary>The kinds of objects that there are.</summary>
    public IReadOnlyCollection<string> Kinds => _tables.Keys;

    /// <summary>The id of the workspace.</summary>
    public string WorkspaceId => Options.WorkspaceId;

    /// <summary>The admin whose token it is.</summary>
    public const string TokenAdmin = "5001";

    public Table Admins => Table("admins");

    public Table Teams => Table("teams");

    public Table Contacts => Table("contacts");

    public Table Conversations => Table("conversations");

    public Table Companies => Table("companies");

    public Table Tags => Table("tags");

    public Table Notes => Table("notes");

    public Table Articles => Table("articles");

    public Table Events => Table("events");

    public Table Segments => Table("segments");

    public Table DataAttributes => Table("data_attributes");

    public long Now => Options.Time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>The objects of one kind.</summary>
    public Table Table(string kind)
    {
        if (!_tables.TryGetValue(kind, out var table)) _tables[kind] = table = new Table(Undo);
        return table;
    }

    /// <summary>Creates an object and assigns its id and position.</summary>
    public Entity Create(string kind, string id, JsonObject fields)
    {
        Undo.Record(() => _sequence--);
        var entity = new Entity(id, ++_sequence, fields, Undo) { SearchableFrom = Options.Time.GetUtcNow() };
        Table(kind).Add(entity);
        return entity;
    }

    /// <summary>The next numeric id of a kind.</summary>
    public string NextNumber(string kind, long first)
    {
        var known = _numbers.TryGetValue(kind, out var last);
        var next = known ? last + 1 : first;
        Undo.Record(() =>
        {
            if (known) _numbers[kind] = last;
            else _numbers.Remove(kind);
        });
        _numbers[kind] = next;
        return next.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Numbers of a kind for a range of objects, after the last one that was assigned. Returns the first of them.</summary>
    public long NextNumbers(string kind, int count)
    {
        var first = (_numbers.TryGetValue(kind, out var last) ? last : 0) + 1;
        if (count > 0) _numbers[kind] = first + count - 1;
        return first;
    }

    /// <summary>Places in the order of the workspace for a range of objects. Returns the first of them.</summary>
    public long NextSequences(int count)
    {
        var first = _sequence + 1;
        _sequence += count;
        return first;
    }

    /// <summary>The next id of 24 hexadecimal digits, as contacts and companies have them.</summary>
    public string NextHex(string kind) => Hex(kind, long.Parse(NextNumber(kind, 1), CultureInfo.InvariantCulture));

    /// <summary>The id of 24 hexadecimal digits with a number, which is in the last six of them.</summary>
    public static string Hex(string kind, long number)
    {
        var prefix = kind == "contacts" ? "65c0a1" : "65d0b2";
        // Spread, so that neighbours do not look alike. The multiplier is odd, so that all values differ.
        return prefix
            + (((ulong)number * 0x9E3779B97F4A7C15) >> 16).ToString("x12", CultureInfo.InvariantCulture)
            + number.ToString("x6", CultureInfo.InvariantCulture);
    }

    /// <summary>The admin that a body names under <c>admin_id</c>.</summary>
    public Entity ActingAdmin(JsonObject body, bool required = true)
    {
        var id = body["admin_id"]?.ToString();
        if (string.IsNullOrEmpty(id)) return required ? throw SandboxError.Missing("admin_id") : Admins.Find(TokenAdmin)!;
        return Admins.Find(id) ?? throw SandboxError.NotFound("admin_not_found", "Admin");
    }

    /// <summary>An object of a kind without its own error code.</summary>
    public Entity Find(string kind, string? id) => Table(kind).Find(id) ?? throw SandboxError.NotFound("not_found", "Resource");

    /// <summary>Deletes an object and returns Intercom's response.</summary>
    public JsonObject Delete(string kind, string id, string type)
    {
        var gone = Find(kind, id);
        Table(kind).Remove(gone);
        return Lists.Deleted(gone, type);
    }

    /// <summary>The contacts that were merged, by their ids and external ids, and what each has become.</summary>
    public Dictionary<string, string> Merged { get; } = new(StringComparer.Ordinal);

    public Entity Contact(string? id) => Contacts.Find(id) ?? throw SandboxError.NotFound("not_found", "User");

    /// <summary>The contact that a body names by its id, its external id or its email address, the first of them that is given.</summary>
    public Entity? FindContact(string? id, string? externalId, string? email) =>
        id is not null ? Contacts.Find(id)
        : externalId is not null ? People.ByExternalId(externalId).FirstOrDefault()
        : People.ByEmail(email).FirstOrDefault();

    public Entity Conversation(string id) =>
        (id == "last" ? Conversations.Last : Conversations.Find(id))
            ?? throw SandboxError.NotFound("not_found", "Resource");

    public Entity Company(string? id) => Companies.Find(id) ?? throw SandboxError.NotFound("company_not_found", "Company");

    public Entity Tag(string? id) => Find("tags", id);
}
