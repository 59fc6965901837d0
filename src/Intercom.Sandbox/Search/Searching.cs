using Intercom.Http;
using Intercom.Query;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Search;

/// <summary>One kind of thing that can be searched: how its fields are found, and how its answer looks.</summary>
internal sealed record SearchTarget(
    SearchResource Resource, string ListType, string ItemsName, int DefaultSize, Func<Database, Entity, string, JsonNode?> Field)
{
    /// <summary>Whether the fields of an object depend on nothing but the object. Those of tickets are at their types and states.</summary>
    public bool IsAlone => Resource != SearchResource.Ticket;

    public static readonly SearchTarget Contacts = new(SearchResource.Contact, "list", "data", 50, ContactField);

    public static readonly SearchTarget Conversations = new(
        SearchResource.Conversation, "conversation.list", "conversations", 20, ConversationField);

    public static readonly SearchTarget Tickets = new(SearchResource.Ticket, "ticket.list", "tickets", 20, TicketField);

    private static JsonNode? ContactField(Database data, Entity contact, string field) => field switch
    {
        "tag_id" => Ids(contact, "tags"),
        "segment_id" => Ids(contact, "segments"),
        _ => Path(contact.Fields, field),
    };

    private static JsonNode? ConversationField(Database data, Entity conversation, string field) => field switch
    {
        "tag_ids" => Ids(conversation, "tags"),
        "contact_ids" => Ids(conversation, "contacts"),
        "teammate_ids" => Ids(conversation, "teammates"),
        "priority" => Priorities(conversation.Text("priority")),
        "conversation_rating.score" => Path(conversation.Fields, "conversation_rating.rating"),
        "conversation_rating.contact_id" => Path(conversation.Fields, "conversation_rating.contact.id"),
        "conversation_rating.admin_id" => Path(conversation.Fields, "conversation_rating.teammate.id"),
        "conversation_rating.requested_at" or "conversation_rating.replied_at" =>
            Path(conversation.Fields, "conversation_rating.created_at"),
        _ => Path(conversation.Fields, field),
    };

    private static JsonNode? TicketField(Database data, Entity ticket, string field) => field switch
    {
        "contact_ids" => Ids(ticket, "contacts"),
        "teammate_ids" => Ids(ticket, "teammates"),
        "title" => Path(ticket.Fields, "ticket_attributes._default_title_"),
        "description" => Path(ticket.Fields, "ticket_attributes._default_description_"),
        // Searches use their own names for the categories.
        "category" => JsonValue.Create(ticket.Text("category") switch { "Customer" => "request", "Back-office" => "task", _ => "tracker" }),
        "ticket_type_id" => Path(ticket.Fields, "ticket_type_id"),
        "state" => Path(data.Table("ticket_states").Find(ticket.Text("ticket_state_id"))!.Fields, "category"),
        _ when field.StartsWith("ticket_attribute.", StringComparison.Ordinal) =>
            data.Table("ticket_type_attributes").Find(field.Substring(17))?.Text("name") is { } name
                ? (ticket.Fields["ticket_attributes"] as JsonObject)?[name]
                : null,
        _ => Path(ticket.Fields, field),
    };

    /// <summary>The word that a priority has before version 2.16, and the one that it has since. A search accepts both.</summary>
    private static JsonArray Priorities(string? word) => new(word, word == "priority" ? "high" : "none");

    private static JsonArray Ids(Entity entity, string kind) =>
        Lists.Array(entity.Links(kind).Select(id => (JsonNode)JsonValue.Create(id)!));

    private static JsonNode? Path(FieldSet fields, string field)
    {
        if (field.IndexOf('.') < 0) return fields[field];
        // The name of an attribute may contain dots.
        if (field.StartsWith("custom_attributes.", StringComparison.Ordinal))
        {
            return (fields["custom_attributes"] as JsonObject)?[field.Substring(18)];
        }
        var parts = field.Split('.');
        var node = fields[parts[0]];
        for (var part = 1; part < parts.Length; part++) node = (node as JsonObject)?[parts[part]];
        return node;
    }
}

/// <summary>Answers searches.</summary>
internal static class Searching
{
    private const int LargestPage = 150;

    public static Reply Answer(Call call, SearchTarget target, Table table, Func<Entity, JsonObject> show) =>
        call.Data.Undo.Reading(() => Find(call, target, table, show));

    private static Reply Find(Call call, SearchTarget target, Table table, Func<Entity, JsonObject> show)
    {
        var body = call.Body;
        if (body["query"] is not JsonObject query) throw SandboxError.Missing("query");
        var condition = new QueryReader(target, call.Data, call.Version).Read(query);
        var pagination = body["pagination"] as JsonObject;
        var size = pagination?["per_page"] is { } given ? (int)(given.Number() ?? 0) : target.DefaultSize;
        if (size < 1) throw SandboxError.Invalid("per_page must be a positive integer", "per_page");
        var (field, descending) = Sort(body["sort"] as JsonObject, target);
        var cursor = pagination?["starting_after"]?.ToString();
        // Continuing a search with another order fails on the real server as well.
        var mark = field + (descending ? "-" : "+") + ":";
        if (cursor is not null)
        {
            if (!cursor.StartsWith(mark, StringComparison.Ordinal)) throw new SandboxError(500, "server_error", "Internal server error");
            cursor = cursor.Substring(mark.Length);
        }
        var data = call.Data;
        IComparable Key(Entity entity) => Comparable(target.Field(data, entity, field));
        IReadOnlyList<Entity> ordered = NamedObjects.Find(data, target, table, query) is { } named
            ? Lists.Sort(named.Where(entity => entity.SearchableFrom <= Now(data) && condition(entity)), Key, descending)
            : data.Searches.Of(
                $"{target.Resource} {call.IsAtLeast(ApiChanges.ExactContactDates)} {mark} {query.ToJsonString()}",
                () => new KeptOrder(table, condition, Key, descending, () => Now(data)), isKept: target.IsAlone);
        var list = Lists.Cursor(target.ListType, target.ItemsName, ordered, Key, descending, cursor, size, LargestPage, show);
        if (list["pages"]!["next"] is JsonObject next) next["starting_after"] = mark + next["starting_after"];
        return list;
    }

    private static DateTimeOffset Now(Database data) => data.Options.Time.GetUtcNow();

    private static (string Field, bool Descending) Sort(JsonObject? sort, SearchTarget target)
    {
        if (sort is null) return (target.Resource == SearchResource.Contact ? "created_at" : "updated_at", true);
        var order = sort["order"]?.ToString() ?? "descending";
        if (order is not ("ascending" or "descending"))
        {
            throw new SandboxError(400, "invalid_sort_order", $"'{order}' is not a valid sort order: use ascending or descending");
        }
        return (sort["field"]?.ToString() ?? throw SandboxError.Missing("sort.field"), order == "descending");
    }

    /// <summary>Makes values of one field comparable: numbers as numbers of fixed width, all as text.</summary>
    private static string Comparable(JsonNode? value) =>
        value.Number() is { } number
            ? ((long)number + 10_000_000_000_000L).ToString("D15", System.Globalization.CultureInfo.InvariantCulture)
            : value?.ToString() ?? "";
}
