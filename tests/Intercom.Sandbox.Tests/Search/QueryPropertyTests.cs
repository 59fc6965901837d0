using System.Text.Json;
using Intercom.Json;
using Intercom.Query;
using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Search;
using Intercom.Sandbox.Seed;
using Intercom.Sandbox.Store;
using Microsoft.Extensions.Time.Testing;

namespace Intercom.Sandbox.Tests;

/// <summary>
/// Ten thousand random trees over the sample data: what is sent, evaluated by the sandbox's own search, finds what the tree means,
/// evaluated in process over the models. Two pieces of code that share nothing but the tables of fields.
/// </summary>
public class QueryPropertyTests
{
    private static readonly Dictionary<string, FieldType> ContactAttributes = new()
    {
        ["plan"] = FieldType.String, ["seats"] = FieldType.Integer, ["trial"] = FieldType.Boolean,
        ["signup_date"] = FieldType.Date,
    };

    private static Database Data()
    {
        var data = new Database(
            new SandboxOptions { Time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero)) });
        SampleData.Fill(data);
        return data;
    }

    [Theory]
    [InlineData(SearchResource.Contact, 1, 5000)]
    [InlineData(SearchResource.Conversation, 2, 5000)]
    public void What_is_sent_finds_what_was_meant(SearchResource resource, int seed, int trees)
    {
        var data = Data();
        var random = new Random(seed);
        var target = resource == SearchResource.Contact ? SearchTarget.Contacts : SearchTarget.Conversations;
        var table = resource == SearchResource.Contact ? data.Contacts : data.Conversations;
        var items = table.All
            .Select(entity =>
                (Entity: entity,
                    Json: JsonDocument.Parse(
                        (resource == SearchResource.Contact
                                ? ContactRoutes.Show(data, entity)
                                : ConversationRoutes.Show(data, entity)).ToJsonString()).RootElement)).ToList();
        var lookups = items.Select(item => QueryTarget.Of(resource, item.Json)).ToList();
        var attributes = resource == SearchResource.Contact ? ContactAttributes : [];
        var evaluator = new QueryEvaluator(resource, attributes, TimeZoneInfo.Utc);
        var options = new QueryOptions { AttributeTypes = attributes, WorkspaceTimeZone = TimeZoneInfo.Utc, TimeZone = TimeZoneInfo.Utc };
        int sent = 0, some = 0;
        for (var i = 0; i < trees; i++)
        {
            var query = Tree(random, resource, items.Select(item => item.Json).ToList(), random.Next(3));
            Assert.Equal(query, SearchQuery.Parse(query.ToJson()));
            var plan = QueryCompiler.Compile(query, resource, options);
            if (!plan.IsValid) continue;
            sent++;
            var search = new QueryReader(target, data).Read((JsonObject)JsonNode.Parse(plan.ToJson())!);
            var meant = evaluator.Compile(plan.Typed);
            for (var at = 0; at < items.Count; at++)
            {
                if (meant(lookups[at]) is not { } expected) continue;
                var found = search(items[at].Entity);
                if (found != expected)
                {
                    Assert.Fail($"{query}\nsent as {plan.ToJson()}\n{(found ? "finds" : "misses")} {items[at].Json.GetRawText()}");
                }
                if (found) some++;
            }
        }
        Assert.True(sent > trees * 3 / 4, $"only {sent} of {trees} trees could be sent");
        Assert.True(some > trees, $"the trees found only {some} items in all");
    }

    private static SearchQuery Tree(Random random, SearchResource resource, List<JsonElement> items, int depth)
    {
        if (depth == 0) return Leaf(random, resource, items);
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Tree(random, resource, items, random.Next(depth))).ToArray();
        return random.Next(2) == 0 ? SearchQuery.All(parts) : SearchQuery.Any(parts);
    }

    private static readonly Dictionary<SearchResource, string[]> Fields = new()
    {
        [SearchResource.Contact] = [
            "role", "name", "email", "phone", "external_id", "browser", "owner_id", "location.city",
            "unsubscribed_from_emails", "created_at", "signed_up_at", "last_seen_at", "last_replied_at",
            "custom_attributes.plan", "custom_attributes.seats", "custom_attributes.trial"],
        [SearchResource.Conversation] = [
            "id", "state", "open", "read", "priority", "admin_assignee_id", "team_assignee_id", "source.type",
            "source.author.name", "created_at", "updated_at", "waiting_since", "snoozed_until",
            "statistics.count_assignments", "statistics.time_to_admin_reply", "statistics.first_admin_reply_at"],
    };

    /// <summary>A filter on a field whose value is one that some item has, or nearly.</summary>
    private static SearchQuery Leaf(Random random, SearchResource resource, List<JsonElement> items)
    {
        var name = Fields[resource][random.Next(Fields[resource].Length)];
        var field = FieldCatalog.Find(resource, name)!;
        var type = field.Type == FieldType.Attribute ? ContactAttributes[name.Split('.')[1]] : field.Type;
        object? Draw()
        {
            var value = QueryTarget.Of(resource, items[random.Next(items.Count)])(name);
            return value is JsonElement json ? Nudge(random, type, json) : random.Next(3) == 0 ? null : Invented(random, type);
        }
        var operators = (
            field.Type == FieldType.Attribute
                ? FieldCatalog.OfAttribute(resource, name.Split('.')[1], type)
                : field).Operators | QueryOperator.NotEqual | (type is FieldType.Integer or FieldType.Date
                ? QueryOperators.OrderOrEqual
                : QueryOperator.None);
        var choices = operators.Split().ToArray();
        var operation = choices[random.Next(choices.Length)];
        var value = operation is QueryOperator.In or QueryOperator.NotIn
            ? Enumerable.Range(0, random.Next(1, 4)).Select(_ => Draw() ?? Invented(random, type)).ToArray()
            : Draw();
        if (value is null && operation is not (QueryOperator.Equal or QueryOperator.NotEqual)) value = Invented(random, type);
        if (operation is QueryOperator.Contains or QueryOperator.NotContains or QueryOperator.StartsWith or QueryOperator.EndsWith
            && value is string { Length: > 3 } text)
        {
            value = operation == QueryOperator.EndsWith ? text[^3..] : text[..3];
        }
        return new QueryFilter(name, operation, value);
    }

    private static object? Nudge(Random random, FieldType type, JsonElement value) => type switch
    {
        FieldType.Date when value.ValueKind == JsonValueKind.Number =>
            value.GetInt64() + (random.Next(2) == 0 ? 0 : random.Next(-200_000, 200_000)),
        FieldType.Integer when value.ValueKind == JsonValueKind.Number => value.GetInt64() + random.Next(-1, 2),
        FieldType.Boolean when value.ValueKind is JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        FieldType.String when value.ValueKind == JsonValueKind.String => value.GetString(),
        _ => Invented(random, type),
    };

    private static object Invented(Random random, FieldType type) => type switch
    {
        FieldType.Date => 1_700_000_000L + random.Next(80_000_000),
        FieldType.Integer => (long)random.Next(0, 6000),
        FieldType.Boolean => random.Next(2) == 0,
        _ => new[] { "user", "open", "a", "Ada Holm", "nobody" }[random.Next(5)],
    };
}
