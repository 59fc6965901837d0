using System.Text;

namespace Intercom.Sandbox.Store;

/// <summary>Cuts lists into pages, in each of the shapes that Intercom uses.</summary>
internal static class Lists
{
    /// <summary>An independent copy of an object as it is stored.</summary>
    public static JsonObject Show(Entity entity) => entity.Fields.DeepClone();

    /// <summary>An object by its type and id only, as another object refers to it.</summary>
    public static JsonObject Reference(string type, string? id) =>
        Shape.Of("reference", new JsonObject { ["type"] = type, ["id"] = id });

    /// <summary>The answer to a call that has deleted an object.</summary>
    public static JsonObject Deleted(Entity entity, string type) =>
        Shape.Of("deleted_object", new JsonObject { ["id"] = entity.Id, ["object"] = type });

    /// <summary>
    /// A page by cursor. The cursor contains the position of the last item, not a count, so that added and removed items do not disturb it.
    /// </summary>
    public static JsonObject Cursor(
        string type, string itemsName, IReadOnlyList<Entity> ordered, Func<Entity, IComparable> key, bool descending,
        string? startingAfter, int size, int largest, Func<Entity, JsonObject> show)
    {
        if (size > largest) throw SandboxError.Invalid($"per_page must be at most {largest}", "per_page");
        var start = 0;
        if (startingAfter is not null)
        {
            var (place, sequence) = Decode(startingAfter);
            // Binary search for the first item after the position.
            int low = 0, high = ordered.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Compare(ordered[middle], place, sequence, key, descending) <= 0) low = middle + 1;
                else high = middle;
            }
            start = low;
        }
        // By place: an order that is kept makes the objects of the page only.
        var items = Enumerable.Range(start, Math.Min(size, ordered.Count - start)).Select(place => ordered[place]).ToList();
        var pages = new JsonObject
        {
            ["type"] = "pages", ["page"] = start / size + 1, ["per_page"] = size,
            ["total_pages"] = (ordered.Count + size - 1) / size,
        };
        if (start + items.Count < ordered.Count)
        {
            pages["next"] = new JsonObject
            {
                ["page"] = start / size + 2, ["per_page"] = size,
                ["starting_after"] = Encode(key(items[items.Count - 1]), items[items.Count - 1].Sequence),
            };
        }
        return new JsonObject
        {
            ["type"] = type, [itemsName] = Array(items.Select(show)), ["total_count"] = ordered.Count,
            ["pages"] = pages,
        };
    }

    /// <summary>Sorts by a key and, among equals, by age.</summary>
    public static List<Entity> Sort(IEnumerable<Entity> entities, Func<Entity, IComparable> key, bool descending) =>
        descending
            ? entities.OrderByDescending(key, Order).ThenByDescending(entity => entity.Sequence).ToList()
            : entities.OrderBy(key, Order).ThenBy(entity => entity.Sequence).ToList();

    /// <summary>The order of sorted lists, which is that of their cursors too. It does not depend on the machine's language.</summary>
    public static readonly Comparer<IComparable> Order = Comparer<IComparable>.Create((one, other) =>
        one is string text && other is string words ? string.CompareOrdinal(text, words) : one.CompareTo(other));

    /// <summary>A numbered page, which names the next one by its address. Pages beyond the last one are empty.</summary>
    public static JsonObject Numbered(Call call, IReadOnlyList<Entity> ordered, int size, int largest, Func<Entity, JsonObject> show)
    {
        var page = call.Number("page", 1);
        size = Math.Min(largest, call.Number("per_page", size));
        var total = (ordered.Count + size - 1) / size;
        if (page * (long)size > 10_000 && page > 1)
        {
            throw SandboxError.Invalid("page limit of 10,000 items exceeded; use the scroll API", "page");
        }
        var next = page < total
            ? Link(
                call,
                ("page", (page + 1).ToString(CultureInfo.InvariantCulture)),
                ("per_page", size.ToString(CultureInfo.InvariantCulture)))
            : null;
        var pages = new JsonObject { ["type"] = "pages", ["next"] = next, ["page"] = page, ["per_page"] = size, ["total_pages"] = total };
        return new JsonObject
        {
            ["type"] = "list", ["data"] = Array(ordered.Skip((page - 1) * size).Take(size).Select(show)),
            ["total_count"] = ordered.Count, ["pages"] = pages,
        };
    }

    /// <summary>A numbered page whose numbers are beside the items.</summary>
    public static JsonObject NumberedAtRoot(Call call, IReadOnlyList<Entity> ordered, int size, int largest)
    {
        var page = Math.Max(1, call.Number("page", 1));
        size = Math.Min(largest, call.Number("per_page", size));
        return new JsonObject
        {
            ["type"] = "list", ["data"] = Array(ordered.Skip((page - 1) * size).Take(size).Select(Show)),
            ["total_count"] = ordered.Count, ["page"] = page, ["per_page"] = size,
            ["total_pages"] = (ordered.Count + size - 1) / size,
        };
    }

    /// <summary>The call's own address with other query values.</summary>
    public static string Link(Call call, params (string Key, string Value)[] changes)
    {
        var query = call.Query
            .Where(pair => changes.All(change => change.Key != pair.Key))
            .Concat(changes.Select(change => new KeyValuePair<string, string>(change.Key, change.Value)));
        var pairs = query.Select(pair => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value));
        return $"{call.Origin}{call.Request.Path}?{string.Join("&", pairs)}";
    }

    /// <summary>All of it at once.</summary>
    public static JsonObject Whole(string type, string itemsName, IEnumerable<JsonObject> items) => new()
    {
        ["type"] = type, [itemsName] = Array(items),
    };

    public static JsonArray Array(IEnumerable<JsonNode> items)
    {
        var array = new JsonArray();
        foreach (var item in items) array.Add(item);
        return array;
    }

    private static int Compare(Entity entity, string place, long sequence, Func<Entity, IComparable> key, bool descending)
    {
        var value = key(entity);
        var order = Order.Compare(
            value, value is string ? place : (IComparable)Convert.ChangeType(place, value.GetType(), CultureInfo.InvariantCulture));
        if (order == 0) order = entity.Sequence.CompareTo(sequence);
        return descending ? -order : order;
    }

    private static string Encode(IComparable key, long sequence) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                sequence.ToString(CultureInfo.InvariantCulture) + "|" + Convert.ToString(key, CultureInfo.InvariantCulture)));

    private static (string Place, long Sequence) Decode(string cursor)
    {
        try
        {
            var words = Encoding.UTF8.GetString(Convert.FromBase64String(cursor)).Split(['|'], 2);
            return (words[1], long.Parse(words[0], CultureInfo.InvariantCulture));
        }
        catch (Exception failure) when (failure is FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new SandboxError(400, "client_error", "starting_after is not a cursor of this list", "starting_after");
        }
    }
}
