namespace Intercom.Sandbox.Store;

/// <summary>
/// Sample objects that are made when they are looked at, so that a workspace of any size starts at once. What an object is follows from
/// its place alone: it is the same each time it is made.
/// </summary>
/// <param name="shape">The shape of the objects.</param>
/// <param name="firstSequence">The place of the first of them among all objects of the workspace.</param>
/// <param name="count">How many there are.</param>
internal abstract class LazyRange(string shape, long firstSequence, int count)
{
    public long FirstSequence { get; } = firstSequence;

    public int Count { get; } = count;

    /// <summary>The fields that differ from the shape, each made by itself: a search looks at a few fields of many objects.</summary>
    protected abstract IReadOnlyDictionary<string, Func<int, JsonNode?>> Fields { get; }

    public abstract string IdOf(int place);

    /// <summary>The place of an id, or -1.</summary>
    public abstract int PlaceOf(string id);

    /// <summary>The ids of linked objects of one kind.</summary>
    public abstract IReadOnlyList<string> LinksOf(int place, string kind);

    /// <summary>A field as it is in <see cref="Make"/>. It must not be changed.</summary>
    public JsonNode? Field(int place, string name) => Fields.TryGetValue(name, out var make) ? make(place) : Shape.Default(shape, name);

    public JsonObject Make(int place) =>
        Shape.Of(shape, Fields.Select(field => new KeyValuePair<string, JsonNode?>(field.Key, field.Value(place))));
}
