using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>The names and types that an export reads from the workspace: one list call for each kind, when its first id appears.</summary>
/// <param name="session">The connection; null to leave ids as they are.</param>
/// <param name="command">The cmdlet, which waits for the lists on the pipeline thread.</param>
internal sealed class FlatNames(IntercomConnection? session, ExportCsvCommand command)
{
    /// <summary>The number of contacts whose names one search reads.</summary>
    private const int AtOnce = 50;

    private readonly Dictionary<Type, Dictionary<string, string>> _lists = [];
    private readonly Dictionary<string, string?> _contacts = new(StringComparer.Ordinal);
    private IReadOnlyList<DataAttribute>? _attributes;

    /// <summary>The connection; null without one.</summary>
    public IntercomConnection? Session => session;

    /// <summary>The name of an id, which a parameter accepts in its place. The id where the name is unknown or ambiguous.</summary>
    public string Of(Type model, string id)
    {
        if (id is "" or "0") return "";
        if (!_lists.TryGetValue(model, out var names)) names = _lists[model] = Read(NamedKinds.Of(model));
        return names.TryGetValue(id, out var name) ? name : id;
    }

    /// <summary>The custom attributes of a kind that the workspace defines; null when they cannot be listed.</summary>
    public IReadOnlyList<DataAttribute>? Attributes(string model) => session is null ? null
        : (_attributes ??= command.Names(session,
            "Dates in custom attributes are written as Unix seconds, because their types cannot be read.",
            stop => session.Directory.ListAsync<DataAttribute>(command.Sink, stop)))
            ?.Where(attribute => attribute.Model == model && attribute.Custom != false && attribute.Archived != true).ToList();

    /// <summary>The tags of a contact. Intercom lists only the first ten with the contact, so that a longer list costs a call.</summary>
    public ItemList<Reference> Tags(ItemList<Reference> tags, string? contact)
    {
        if (session is null || contact is null || !tags.HasMore) return tags;
        var read = command.Names<Reference>(session, "Only the first ten tags of a contact are written.", async stop =>
        {
            var all = new List<Reference>();
            await foreach (var tag in Pager.Stream(session.Client, CommandPlan.RequestOf<GetTagCommand>("Contact", contact),
                typeof(Reference), null, command.Sink, stop).ConfigureAwait(false)) all.Add((Reference)tag);
            return all;
        });
        return read is null ? tags : new ItemList<Reference>(read.ToList());
    }

    /// <summary>Notes a contact whose name a cell shows; null for a name that is not known yet.</summary>
    public void Note(string contact, string? name)
    {
        if (!string.IsNullOrEmpty(name) || !_contacts.ContainsKey(contact)) _contacts[contact] = string.IsNullOrEmpty(name) ? null : name;
    }

    /// <summary>The name of a contact that was noted, or its id.</summary>
    public string Contact(string id) => _contacts.TryGetValue(id, out var name) && name is not null ? name : id;

    /// <summary>Reads the names of the noted contacts that are not known, with one search for fifty of them.</summary>
    public void ReadContacts()
    {
        var unknown = session is null ? [] : _contacts.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList();
        for (var at = 0; at < unknown.Count; at += AtOnce)
        {
            var ids = unknown.Skip(at).Take(AtOnce).ToList();
            var found = command.Names<Contact>(session!, "Contacts are written by id, because their names cannot be read.",
                stop => Named(ids, stop));
            if (found is null) return;
            foreach (var contact in found) _contacts[contact.Id!] = $"{contact}";
        }
    }

    private async Task<IReadOnlyList<Contact>> Named(List<string> ids, CancellationToken stop)
    {
        var search = CommandPlan.RequestOf<SearchContactCommand>("").WithBody(new JsonObject
        {
            ["query"] = new JsonObject
            {
                ["field"] = "id", ["operator"] = "IN", ["value"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]),
            },
        });
        var found = new List<Contact>();
        await foreach (var contact in Pager.Stream(session!.Client, search, typeof(Contact), new ListOptions { First = AtOnce },
            command.Sink, stop).ConfigureAwait(false)) found.Add((Contact)contact);
        return found;
    }

    private Dictionary<string, string> Read(NamedKind kind)
    {
        var items = session is null ? null : command.Names(session,
            $"Each {kind.Label} is written by id, because the names cannot be read.",
            stop => session.Directory.ListAsync(kind, command.Sink, stop));
        var all = (items ?? []).SelectMany(kind.Items).Where(item => item.Id is not null).ToList();
        var uses = all.SelectMany(item => item.Names.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(name => name.Key, name => name.Count(), StringComparer.OrdinalIgnoreCase);
        // An email address stands for an admin whose name others have too.
        return all.GroupBy(item => item.Id!).ToDictionary(item => item.Key, item => item.First().Names.Prepend(item.First().Shown)
            .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name) && uses.TryGetValue(name!, out var count) && count == 1) ?? item.Key);
    }
}
