using Intercom.Http;

namespace Intercom.Query;

// Intercom's accepted-field and accepted-operator tables of version 2.14, and what later versions changed, said once.
internal static class FieldTables
{
    private const QueryOperator Plain = QueryOperators.Set;
    private const QueryOperator PlainText = QueryOperators.Set | QueryOperators.Text;
    private const QueryOperator Ordered = QueryOperators.Set | QueryOperators.Order;
    private const QueryOperator FullyOrdered = Ordered | QueryOperators.OrderOrEqual;
    private const QueryOperator ContactDate = QueryOperator.Equal | QueryOperators.Order;

    private static readonly (SearchResource Resource, FieldType Type, QueryOperator Operators, string Names)[] Rows =
    [
        (SearchResource.Contact, FieldType.String, PlainText,
            "id role name avatar email email_domain phone external_id language_override browser browser_language os " +
            "location.country location.region location.city ios_app_version ios_device ios_app_device ios_os_version " +
            "ios_app_name ios_sdk_version android_app_version android_device android_app_name android_sdk_version segment_id"),
        (SearchResource.Contact, FieldType.String, QueryOperator.Equal | QueryOperator.NotEqual, "tag_id"),
        (SearchResource.Contact, FieldType.Integer, FullyOrdered, "owner_id"),
        (SearchResource.Contact, FieldType.Boolean, Plain, "unsubscribed_from_emails marked_email_as_spam has_hard_bounced"),
        (SearchResource.Contact, FieldType.Date, ContactDate,
            "created_at signed_up_at updated_at last_seen_at last_contacted_at last_replied_at last_email_opened_at " +
            "last_email_clicked_at ios_last_seen_at android_last_seen_at"),

        (SearchResource.Conversation, FieldType.String, PlainText,
            "id source.type source.id source.delivered_as source.subject source.body source.author.id source.author.type " +
            "source.author.name source.author.email source.url contact_ids teammate_ids channel_initiated state tag_ids priority " +
            "statistics.last_closed_by_id conversation_rating.remark conversation_rating.contact_id conversation_rating.admin_id " +
            "ai_agent.resolution_state ai_agent.last_answer_type ai_agent.rating_remark ai_agent.source_type ai_agent.source_title"),
        (SearchResource.Conversation, FieldType.Integer, Ordered,
            "admin_assignee_id team_assignee_id statistics.time_to_assignment statistics.time_to_admin_reply " +
            "statistics.time_to_first_close statistics.time_to_last_close statistics.median_time_to_reply statistics.count_reopens " +
            "statistics.count_assignments statistics.count_conversation_parts conversation_rating.score ai_agent.rating"),
        (SearchResource.Conversation, FieldType.Boolean, Plain, "open read ai_agent_participated"),
        (SearchResource.Conversation, FieldType.Date, Ordered,
            "created_at updated_at waiting_since snoozed_until statistics.first_contact_reply_at statistics.first_assignment_at " +
            "statistics.first_admin_reply_at statistics.first_close_at statistics.last_assignment_at " +
            "statistics.last_assignment_admin_reply_at statistics.last_contact_reply_at statistics.last_admin_reply_at " +
            "statistics.last_close_at conversation_rating.requested_at conversation_rating.replied_at"),

        (SearchResource.Ticket, FieldType.String, PlainText,
            "id title description category ticket_type_id contact_ids teammate_ids admin_assignee_id team_assignee_id state"),
        (SearchResource.Ticket, FieldType.Boolean, Plain, "open"),
        (SearchResource.Ticket, FieldType.Date, Ordered, "updated_at snoozed_until"),
        (SearchResource.Ticket, FieldType.Date, FullyOrdered, "created_at"),
    ];

    // Fields that later versions added.
    private static readonly (SearchResource Resource, string Since, FieldType Type, QueryOperator Operators, string Names)[] NewRows =
    [
        (SearchResource.Contact, "2.16", FieldType.String, PlainText, "formatted_phone"),
    ];

    // Fields of which later versions changed the type or the operators.
    private static readonly (SearchResource Resource, string Since, FieldType Type, QueryOperator Operators, string Names)[] ChangedRows =
    [
        (SearchResource.Contact, ApiChanges.TextOwner, FieldType.String, FullyOrdered, "owner_id"),
        (SearchResource.Contact, ApiChanges.ExactContactDates, FieldType.Date, FullyOrdered & ~(QueryOperator.In | QueryOperator.NotIn),
            "created_at signed_up_at updated_at last_seen_at last_contacted_at last_replied_at last_email_opened_at " +
            "last_email_clicked_at ios_last_seen_at android_last_seen_at"),
        (SearchResource.Ticket, ApiChanges.NumericTicketAssignees, FieldType.Integer, Ordered, "admin_assignee_id team_assignee_id"),
    ];

    // The operator tables for attributes, by type. No row names Float, which is treated as a number like Integer.
    internal static QueryOperator OperatorsOf(SearchResource resource, FieldType type) => type switch
    {
        FieldType.String => PlainText,
        FieldType.Boolean => Plain,
        FieldType.Integer or FieldType.Float => resource == SearchResource.Contact ? FullyOrdered : Ordered,
        FieldType.Date => resource == SearchResource.Contact ? ContactDate : Ordered,
        _ => QueryOperators.Every,
    };

    // Names that Intercom's tables misprint.
    private static readonly (SearchResource Resource, string Name, string Printed)[] Misprints =
    [
        (SearchResource.Contact, "android_sdk_version", "andoid_sdk_version"),
        (SearchResource.Conversation, "conversation_rating.admin_id", "conversation_rating.admin_d"),
    ];

    // Only: the description lists these and no others.
    private static readonly (SearchResource Resource, string Name, bool Only, string Values)[] Values =
    [
        (SearchResource.Contact, "role", true, "user lead"),
        (SearchResource.Conversation, "state", true, "open closed snoozed"),
        (SearchResource.Conversation, "priority", true, "priority not_priority none low medium high urgent"),
        (SearchResource.Conversation, "source.type", true,
            "conversation email facebook instagram phone_call phone_switch push sms twitter whatsapp"),
        (SearchResource.Conversation, "source.delivered_as", false,
            "customer_initiated campaigns_initiated operator_initiated automated admin_initiated"),
        (SearchResource.Conversation, "source.author.type", false, "admin user lead bot team"),
        (SearchResource.Conversation, "conversation_rating.score", false, "1 2 3 4 5"),
        (SearchResource.Conversation, "ai_agent.rating", false, "1 2 3 4 5"),
        (SearchResource.Conversation, "ai_agent.resolution_state", false,
            "assumed_resolution confirmed_resolution routed_to_team abandoned escalated negative_feedback procedure_handoff"),
        (SearchResource.Conversation, "ai_agent.last_answer_type", false, "ai_answer custom_answer"),
        (SearchResource.Conversation, "ai_agent.source_type", false,
            "essentials_plan_setup profile workflow workflow_preview fin_preview"),
        (SearchResource.Ticket, "category", true, "request task tracker"),
        (SearchResource.Ticket, "state", false, "submitted in_progress waiting_on_customer resolved"),
    ];

    // Values that an answer spells otherwise than the search does.
    internal static readonly (SearchResource Resource, string Name, string Answer, string Search)[] AnswerWords =
    [
        (SearchResource.Ticket, "category", "Customer", "request"),
        (SearchResource.Ticket, "category", "Back-office", "task"),
        (SearchResource.Ticket, "category", "Tracker", "tracker"),
    ];

    private static readonly (SearchResource Resource, string Names)[] NeverNull =
    [
        (SearchResource.Contact, "id role created_at updated_at"),
        (SearchResource.Conversation, "id created_at updated_at open read state priority source.type"),
        (SearchResource.Ticket, "id created_at updated_at open category ticket_type_id state"),
    ];

    // Where a response names the value differently than searches do. Null when it does not contain the value.
    private static readonly (SearchResource Resource, string Name, string? Path)[] Paths =
    [
        (SearchResource.Contact, "tag_id", "tags.id"),
        (SearchResource.Contact, "segment_id", null),
        (SearchResource.Contact, "avatar", "avatar.image_url"),
        (SearchResource.Contact, "ios_app_device", null),
        (SearchResource.Conversation, "contact_ids", "contacts.id"),
        (SearchResource.Conversation, "teammate_ids", "teammates.id"),
        (SearchResource.Conversation, "tag_ids", "tags.id"),
        (SearchResource.Conversation, "channel_initiated", null),
        (SearchResource.Conversation, "conversation_rating.score", "conversation_rating.rating"),
        (SearchResource.Conversation, "conversation_rating.contact_id", "conversation_rating.contact.id"),
        (SearchResource.Conversation, "conversation_rating.admin_id", "conversation_rating.teammate.id"),
        (SearchResource.Conversation, "conversation_rating.requested_at", "conversation_rating.created_at"),
        (SearchResource.Conversation, "conversation_rating.replied_at", "conversation_rating.updated_at"),
        (SearchResource.Ticket, "title", Ticket.AttributesField + "." + Ticket.TitleAttribute),
        (SearchResource.Ticket, "description", Ticket.AttributesField + "." + Ticket.DescriptionAttribute),
        (SearchResource.Ticket, "ticket_type_id", "ticket_type.id"),
        (SearchResource.Ticket, "contact_ids", "contacts.id"),
        (SearchResource.Ticket, "teammate_ids", null),
        (SearchResource.Ticket, "state", "ticket_state.category"),
    ];

    /// <summary>The kind of object that the ids of a field identify, where people know names: a search by name finds nothing.</summary>
    internal static string? KindOfId(string field) => KindsOfIds.TryGetValue(field, out var kind) ? kind : null;

    /// <summary>The fields that contain ids, and the labels of the kinds that the ids belong to, as errors name them.</summary>
    internal static IReadOnlyDictionary<string, string> KindsOfIds { get; } = new Dictionary<string, string>
    {
        ["tag_id"] = "tag", ["tag_ids"] = "tag",
        ["admin_assignee_id"] = "admin", ["owner_id"] = "admin", ["teammate_ids"] = "admin", ["conversation_rating.admin_id"] = "admin",
        ["statistics.last_closed_by_id"] = "admin",
        ["team_assignee_id"] = "team", ["segment_id"] = "segment", ["ticket_type_id"] = "ticket type",
    };

    /// <summary>True for an id that Intercom assigns, which contains neither white space nor @. An external id may be anything.</summary>
    internal static bool IsOwnId(string field) => field is "id" or "contact_ids" or "source.id" or "conversation_rating.contact_id";

    // Other names of a field that mean exactly the same.
    internal static readonly (SearchResource Resource, string Word, string Name)[] Aliases =
    [
        (SearchResource.Contact, "tag", "tag_id"),
        (SearchResource.Contact, "tags", "tag_id"),
        (SearchResource.Contact, "tag_ids", "tag_id"),
        (SearchResource.Contact, "segment", "segment_id"),
        (SearchResource.Contact, "segments", "segment_id"),
        (SearchResource.Contact, "segment_ids", "segment_id"),
        (SearchResource.Contact, "owner", "owner_id"),
        (SearchResource.Conversation, "tag", "tag_ids"),
        (SearchResource.Conversation, "tags", "tag_ids"),
        (SearchResource.Conversation, "tag_id", "tag_ids"),
        (SearchResource.Conversation, "admin_assignee", "admin_assignee_id"),
        (SearchResource.Conversation, "team_assignee", "team_assignee_id"),
        (SearchResource.Ticket, "ticket_type", "ticket_type_id"),
        (SearchResource.Ticket, "ticket_state", "state"),
        (SearchResource.Ticket, "admin_assignee", "admin_assignee_id"),
        (SearchResource.Ticket, "team_assignee", "team_assignee_id"),
    ];

    // Words that people try, and the field that they mean.
    internal static readonly (SearchResource Resource, string Word, string Name)[] Hints =
    [
        (SearchResource.Contact, "type", "role"),
        (SearchResource.Contact, "contact_id", "id"),
        (SearchResource.Contact, "user_id", "external_id"),
        (SearchResource.Conversation, "conversation_id", "id"),
        (SearchResource.Conversation, "contact", "contact_ids"),
        (SearchResource.Conversation, "contact_id", "contact_ids"),
        (SearchResource.Conversation, "contacts", "contact_ids"),
        (SearchResource.Conversation, "assignee", "admin_assignee_id"),
        (SearchResource.Conversation, "assignee_id", "admin_assignee_id"),
        (SearchResource.Conversation, "team", "team_assignee_id"),
        (SearchResource.Conversation, "conversation_rating.rating", "conversation_rating.score"),
        (SearchResource.Conversation, "title", "source.subject"),
        (SearchResource.Ticket, "contact", "contact_ids"),
        (SearchResource.Ticket, "contact_id", "contact_ids"),
        (SearchResource.Ticket, "contacts", "contact_ids"),
        (SearchResource.Ticket, "assignee", "admin_assignee_id"),
        (SearchResource.Ticket, "assignee_id", "admin_assignee_id"),
        (SearchResource.Ticket, "team", "team_assignee_id"),
    ];

    /// <summary>The prefixes that precede a name of the workspace.</summary>
    internal static IReadOnlyList<string> AttributePrefixes { get; } = ["custom_attributes.", "ticket_attribute."];

    internal static List<SearchField> Build(SearchResource resource) => [.. Rows
        .Where(row => row.Resource == resource)
        .SelectMany(row => row.Names.Split(' '), (row, name) => Describe(resource, name, row.Type, row.Operators, null))
        .Concat(NewRows.Where(row => row.Resource == resource)
            .SelectMany(row => row.Names.Split(' '), (row, name) => Describe(resource, name, row.Type, row.Operators, row.Since)))];

    /// <summary>The fields that this version of the API changed, by name.</summary>
    internal static SearchField? Changed(SearchField field, string version)
    {
        var row = Array.Find(ChangedRows, row => row.Resource == field.Resource && ApiVersions.Compare(version, row.Since) >= 0
            && row.Names.Split(' ').Contains(field.Name));
        return row.Names is null ? null : Describe(field.Resource, field.Name, row.Type, row.Operators, row.Since);
    }

    private static SearchField Describe(SearchResource resource, string name, FieldType type, QueryOperator operators, string? since)
    {
        var values = Array.Find(Values, row => row.Resource == resource && row.Name == name);
        var path = Array.FindIndex(Paths, row => row.Resource == resource && row.Name == name);
        return new SearchField(resource, name, type, operators)
        {
            Since = since,
            IsExact = since == ApiChanges.ExactContactDates,
            KnownValues = values.Values?.Split(' ') ?? [],
            OnlyKnownValues = values.Only,
            PrintedName = Array.Find(Misprints, row => row.Resource == resource && row.Name == name).Printed,
            AlwaysSet = NeverNull.Any(row => row.Resource == resource && row.Names.Split(' ').Contains(name)),
            ItemPath = path < 0 ? name : Paths[path].Path,
        };
    }
}
