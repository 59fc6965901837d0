using Intercom.Query;

namespace Intercom.Client.Tests.Query;

/// <summary>Random queries and items with few fields and values, so that conditions often match.</summary>
internal sealed class RandomQueries(int seed, SearchResource resource)
{
    // Clocks change in the small hours of these days somewhere, and no clock is at rest on the last one.
    private static readonly DateTimeOffset[] Around =
    [
        new(2024, 3, 10, 7, 0, 0, TimeSpan.Zero), new(2024, 3, 31, 1, 0, 0, TimeSpan.Zero),
        new(2024, 10, 27, 1, 0, 0, TimeSpan.Zero), new(2024, 4, 6, 14, 0, 0, TimeSpan.Zero), new(2011, 12, 30, 10, 0, 0, TimeSpan.Zero),
    ];

    private readonly Random random = new(seed);

    internal static IReadOnlyDictionary<string, FieldType> AttributeTypes { get; } = new Dictionary<string, FieldType>
    {
        ["plan"] = FieldType.String, ["seats"] = FieldType.Integer, ["vip"] = FieldType.Boolean, ["renewal"] = FieldType.Date,
        ["7"] = FieldType.Date, ["8"] = FieldType.Float,
    };

    private string[] Fields => resource switch
    {
        SearchResource.Contact =>
            [
                "role", "name", "owner_id", "has_hard_bounced", "created_at", "last_seen_at", "tag_id",
                "custom_attributes.plan", "custom_attributes.seats", "custom_attributes.vip",
                "custom_attributes.renewal"],
        SearchResource.Conversation =>
            ["state", "source.subject", "admin_assignee_id", "open", "created_at", "waiting_since", "tag_ids", "statistics.count_reopens"],
        _ =>
            [
                "title", "category", "admin_assignee_id", "open", "created_at", "snoozed_until", "contact_ids",
                "ticket_attribute.7", "ticket_attribute.8"],
    };

    /// <summary>A tree of up to four levels. With <paramref name="anything"/> its fields, operators and values fit no resource.</summary>
    internal SearchQuery Tree(int levels = 4, bool anything = false)
    {
        if (levels == 1 || random.Next(4) == 0) return anything ? Anything() : Filter();
        var children = Enumerable.Range(0, 1 + random.Next(random.Next(12) == 0 ? 20 : 3)).Select(_ => Tree(levels - 1, anything));
        return new QueryGroup((GroupOperator)random.Next(2), children.ToList());
    }

    /// <summary>An item as a lookup of search fields.</summary>
    internal Func<string, object?> Item()
    {
        var values = Fields.ToDictionary(name => name, name => ItemValue(FieldOf(name)));
        return name => values[name];
    }

    private QueryFilter Filter()
    {
        var field = FieldOf(Fields[random.Next(Fields.Length)]);
        var usable = field.UsableOperators.Split().ToArray();
        var one = usable[random.Next(usable.Length)];
        var name = random.Next(2) == 0 ? field.Name : field.PascalName;
        if (one is QueryOperator.In or QueryOperator.NotIn)
            return new QueryFilter(name, one, Enumerable.Range(0, random.Next(10) == 0 ? 0 : 1 + random.Next(3)).Select(_ =>
                random.Next(8) == 0 ? null : Value(field)).ToArray());
        return new QueryFilter(
            name, one, one is QueryOperator.Equal or QueryOperator.NotEqual && random.Next(8) == 0 ? null : Value(field));
    }

    private SearchField FieldOf(string name) => FieldCatalog.AttributeName(resource, name) is { } attribute
        ? FieldCatalog.OfAttribute(resource, attribute, AttributeTypes[attribute])
        : FieldCatalog.Find(resource, name)!;

    private object? ItemValue(SearchField field)
    {
        if (!field.AlwaysSet && random.Next(4) == 0) return null;
        if (field.Name is "tag_id" or "tag_ids" or "contact_ids")
        {
            return Enumerable.Range(0, random.Next(3)).Select(_ => Value(field)).ToArray();
        }
        return field.Type == FieldType.Date ? Second().ToUnixTimeSeconds() : Value(field);
    }

    private object Value(SearchField field) => field.Type switch
    {
        FieldType.Integer => random.Next(4),
        FieldType.Float => random.Next(4) / 2.0,
        FieldType.Boolean => random.Next(2) == 0,
        FieldType.Date => Date(),
        // A name is never the value of an id.
        _ when FieldTables.KindOfId(field.Name) is not null => new[] { "1", "2", "12", "21", "0" }[random.Next(5)],
        _ when field.KnownValues.Count > 0 => field.KnownValues[random.Next(field.KnownValues.Count)],
        _ => new[] { "a", "b", "ab", "Abc", "cab" }[random.Next(5)],
    };

    private object Date()
    {
        var date = Second();
        return random.Next(4) switch
        {
            0 => date.ToUnixTimeSeconds(),
            1 => new DateTimeOffset(date.Date, TimeSpan.FromHours(random.Next(-12, 15))),
            2 => date.ToOffset(TimeSpan.FromHours(random.Next(-12, 15))),
            _ => date.AddMilliseconds(random.Next(1000)),
        };
    }

    private DateTimeOffset Second()
    {
        var date = Around[random.Next(Around.Length)].AddHours(random.Next(-72, 73));
        // Limits and the seconds beside them matter most.
        return random.Next(3) == 0 ? date.AddSeconds(random.Next(3600)) : date.AddSeconds(random.Next(-1, 2));
    }

    private QueryFilter Anything() =>
        new(Text(1 + random.Next(12)) + "x", QueryOperators.All[random.Next(QueryOperators.All.Count)], AnyValue(lists: true));

    private object? AnyValue(bool lists) => random.Next(lists ? 9 : 8) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.NextInt64(),
        3 => -random.Next(),
        4 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20)),
        5 => random.Next(100) / 10m,
        6 => DateTimeOffset.FromUnixTimeMilliseconds(random.NextInt64(4_000_000_000_000)),
        7 => Text(random.Next(20)),
        _ => Enumerable.Range(0, random.Next(4)).Select(_ => AnyValue(lists: false)).ToArray(),
    };

    private string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(6) switch
    {
        0 => "\"\\/<>&'",
        1 => "\u0001\t\n",
        2 => "äß€日本",
        3 => "\U0001F981",
        4 => " ",
        _ => ((char)('a' + random.Next(26))).ToString(),
    }));
}
