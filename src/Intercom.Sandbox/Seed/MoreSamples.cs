using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>
/// The contacts and conversations beyond the samples that are made one by one. Create it before them, because the older objects have
/// the first places in the order of the workspace, and fill it after them, because theirs are the first ids.
/// </summary>
internal sealed class MoreSamples
{
    private readonly (int Count, long Sequence) _contacts;
    private readonly (int Count, long Sequence) _conversations;
    private readonly long _parts;

    /// <summary>Takes the places in the order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The options ask for fewer or more objects than a workspace has.</exception>
    public MoreSamples(Database data)
    {
        var options = data.Options;
        _contacts = Places(data, options.Contacts, SandboxOptions.FewestContacts, nameof(options.Contacts));
        _conversations = Places(data, options.Conversations, SandboxOptions.FewestConversations, nameof(options.Conversations));
        _parts = data.NextSequences(_conversations.Count * LazyParts.OfEach);
    }

    /// <summary>Adds the objects.</summary>
    public void Fill(Database data)
    {
        var random = new PlaceRandom(data.Options.Seed);
        var people = new LazyContacts(
            data, random, data.NextNumbers("contacts", _contacts.Count), _contacts.Sequence, _contacts.Count);
        var talks = new LazyConversations(data, random, people, _conversations.Sequence, _conversations.Count);
        if (_contacts.Count > 0) data.Contacts.Add(people);
        if (_conversations.Count == 0) return;
        data.Conversations.Add(talks);
        data.Table("parts").Add(new LazyParts(talks, _parts));
    }

    private static (int Count, long Sequence) Places(Database data, int wanted, int fewest, string name)
    {
        if (wanted < fewest || wanted > SandboxOptions.MostObjects)
        {
            throw new ArgumentOutOfRangeException(name, wanted, $"A workspace has {fewest} to {SandboxOptions.MostObjects} of them.");
        }
        return (wanted - fewest, data.NextSequences(wanted - fewest));
    }
}
