using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>The names and types that an export reads from the workspace: one list call for each kind, when its first id appears.</summary>
/// <param name="session">The connection; null to leave ids as they are.</param>
/// <param name="command">The cmdlet, which waits for the lists on the pipeline thread.</param>
internal sealed class FlatNames(IntercomConnection? session, ExportCsvCommand command)
{
    private readonly Dictionary<Type, Dictionary<string, string>> _lists = [];
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
        : (_attributes ??= command.Names(session, "Dates in custom attributes are written as Unix seconds, because their types cannot be read.",
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

    private Dictionary<string, string> Read(NamedKind kind)
    {
        var items = session is null ? null : command.Names(session, $"Each {kind.Label} is written by id, because the names cannot be read.",
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
