using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace Intercom.Sandbox.Store;

/// <summary>One object of the workspace: its own fields as JSON, and what it is linked to by id.</summary>
internal sealed class Entity(string id, long sequence, JsonObject fields)
{
    public string Id { get; } = id;

    /// <summary>Grows with each object made; the order of lists that have no other.</summary>
    public long Sequence { get; } = sequence;

    public JsonObject Fields { get; } = fields;

    /// <summary>Ids of linked objects by kind: <c>tags</c>, <c>companies</c>, <c>notes</c> ...</summary>
    public Dictionary<string, List<string>> Links { get; } = [];

    /// <summary>When a search finds it first.</summary>
    public DateTimeOffset SearchableFrom { get; set; }

    /// <summary>The ids of one kind of links.</summary>
    public List<string> Linked(string kind)
    {
        if (!Links.TryGetValue(kind, out var ids)) Links[kind] = ids = [];
        return ids;
    }

    public string? Text(string field) => Fields[field]?.ToString();

    public long Number(string field) => (long)(Fields[field].Number() ?? 0);
}

/// <summary>The objects of one kind, by id and in the order in which they were made.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, Entity> _byId = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, Entity> _bySequence = [];

    public int Count => _byId.Count;

    public IEnumerable<Entity> All => _bySequence.Values;

    public Entity? Find(string? id) => id is not null && _byId.TryGetValue(id, out var entity) ? entity : null;

    public void Add(Entity entity)
    {
        _byId[entity.Id] = entity;
        _bySequence[entity.Sequence] = entity;
    }

    public void Remove(Entity entity)
    {
        _byId.Remove(entity.Id);
        _bySequence.Remove(entity.Sequence);
    }
}
