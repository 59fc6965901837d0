namespace Intercom.Sandbox.Store;

/// <summary>Finds contacts by what people know them by, without a look at all of them.</summary>
internal sealed class ContactIndex : TableView
{
    private readonly Dictionary<string, long[]> _byExternalId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long[]> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, (string? ExternalId, string? Email)> _known = [];

    public ContactIndex(Table contacts)
        : base(contacts) =>
        Living = new KeptOrder(contacts, contact => contact.Text("archived") is null, contact => contact.Sequence, descending: true);

    /// <summary>The contacts that are not archived, the newest first.</summary>
    public IReadOnlyList<Entity> Living { get; }

    /// <summary>The contacts with an external id, the oldest first.</summary>
    public IEnumerable<Entity> ByExternalId(string? id) => ByExternalIdOfAnyCase(id).Where(contact => contact.Text("external_id") == id);

    /// <summary>The contacts with an external id that differs in case at most, as searches compare it.</summary>
    public IEnumerable<Entity> ByExternalIdOfAnyCase(string? id) => Find(_byExternalId, id);

    /// <summary>The contacts with an email address, the oldest first.</summary>
    public IEnumerable<Entity> ByEmail(string? email) => Find(_byEmail, email);

    /// <inheritdoc/>
    protected override void Add(Entity contact)
    {
        var now = (contact.Text("external_id"), contact.Text("email"));
        Add(_byExternalId, now.Item1, contact.Sequence);
        Add(_byEmail, now.Item2, contact.Sequence);
        _known[contact.Sequence] = now;
    }

    /// <inheritdoc/>
    protected override void Remove(Entity contact)
    {
        if (!_known.TryGetValue(contact.Sequence, out var before)) return;
        Remove(_byExternalId, before.ExternalId, contact.Sequence);
        Remove(_byEmail, before.Email, contact.Sequence);
        _known.Remove(contact.Sequence);
    }

    private Entity[] Find(Dictionary<string, long[]> index, string? key)
    {
        Refresh();
        return !string.IsNullOrEmpty(key) && index.TryGetValue(key!, out var found)
            ? found.OrderBy(place => place).Select(place => Table.At(place)!).ToArray()
            : [];
    }

    private static void Add(Dictionary<string, long[]> index, string? key, long place)
    {
        if (!string.IsNullOrEmpty(key)) index[key!] = index.TryGetValue(key!, out var places) ? [.. places, place] : [place];
    }

    private static void Remove(Dictionary<string, long[]> index, string? key, long place)
    {
        if (string.IsNullOrEmpty(key) || !index.TryGetValue(key!, out var places)) return;
        if (places.Length > 1) index[key!] = Array.FindAll(places, other => other != place);
        else index.Remove(key!);
    }
}
