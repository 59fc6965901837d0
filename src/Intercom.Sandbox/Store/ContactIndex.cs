namespace Intercom.Sandbox.Store;

/// <summary>
/// Finds contacts by what people know them by, without a look at all of them. A contact that was touched is looked at again before the
/// next answer, because its fields may be changed in place.
/// </summary>
internal sealed class ContactIndex
{
    private readonly Table _contacts;
    private readonly Dictionary<string, List<Entity>> _byExternalId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Entity, (string? ExternalId, string? Email)> _known = [];
    private readonly HashSet<Entity> _touched = [];
    private List<Entity>? _living;

    public ContactIndex(Table contacts)
    {
        _contacts = contacts;
        contacts.Touched = entity => _touched.Add(entity);
    }

    /// <summary>The contacts that are not archived, the newest first.</summary>
    public IReadOnlyList<Entity> Living
    {
        get
        {
            Refresh();
            return _living ??= _contacts.All.Where(contact => contact.Text("archived") is null).Reverse().ToList();
        }
    }

    /// <summary>The contacts with an external id, the oldest first.</summary>
    public IEnumerable<Entity> ByExternalId(string? id) => Find(_byExternalId, id);

    /// <summary>The contacts with an email address, the oldest first.</summary>
    public IEnumerable<Entity> ByEmail(string? email) => Find(_byEmail, email);

    private Entity[] Find(Dictionary<string, List<Entity>> index, string? key)
    {
        Refresh();
        return !string.IsNullOrEmpty(key) && index.TryGetValue(key!, out var found)
            ? found.OrderBy(contact => contact.Sequence).ToArray()
            : [];
    }

    private void Refresh()
    {
        if (_touched.Count == 0) return;
        _living = null;
        foreach (var contact in _touched)
        {
            if (_known.TryGetValue(contact, out var before))
            {
                Remove(_byExternalId, before.ExternalId, contact);
                Remove(_byEmail, before.Email, contact);
                _known.Remove(contact);
            }
            if (_contacts.Find(contact.Id) != contact) continue;
            var now = (contact.Text("external_id"), contact.Text("email"));
            Add(_byExternalId, now.Item1, contact);
            Add(_byEmail, now.Item2, contact);
            _known[contact] = now;
        }
        _touched.Clear();
    }

    private static void Add(Dictionary<string, List<Entity>> index, string? key, Entity contact)
    {
        if (string.IsNullOrEmpty(key)) return;
        if (!index.TryGetValue(key!, out var list)) index[key!] = list = [];
        list.Add(contact);
    }

    private static void Remove(Dictionary<string, List<Entity>> index, string? key, Entity contact)
    {
        if (string.IsNullOrEmpty(key) || !index.TryGetValue(key!, out var list)) return;
        list.Remove(contact);
        if (list.Count == 0) index.Remove(key!);
    }
}
