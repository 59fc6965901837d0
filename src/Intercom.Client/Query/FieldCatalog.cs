using System;
using System.Collections.Generic;
using System.Linq;

namespace Intercom.Query;

/// <summary>
/// The fields that Intercom's searches accept, with the operators that each takes: the accepted-field and operator tables of the API's description,
/// with their typing errors put right. Other fields may work too; Intercom says "most keys".
/// </summary>
public static class FieldCatalog
{
    private const QueryOperators Set = QueryOperators.Equal | QueryOperators.NotEqual | QueryOperators.In | QueryOperators.NotIn;
    private const QueryOperators Text = Set | QueryOperators.Contains | QueryOperators.NotContains | QueryOperators.StartsWith | QueryOperators.EndsWith;
    private const QueryOperators Between = QueryOperators.Less | QueryOperators.Greater;
    private const QueryOperators Bounds = Between | QueryOperators.LessOrEqual | QueryOperators.GreaterOrEqual;

    private static readonly Dictionary<SearchResource, IReadOnlyList<SearchField>> Fields = new()
    {
        [SearchResource.Contact] =
        [
            .. Rows(FieldType.String, Text, "id name avatar email email_domain phone external_id language_override browser browser_language os location.country location.region location.city "
                + "ios_app_version ios_device ios_app_device ios_os_version ios_app_name ios_sdk_version android_app_version android_device android_app_name segment_id"),
            new SearchField("role", FieldType.String, Text) { KnownValues = ["user", "lead"] },
            new SearchField("android_sdk_version", FieldType.String, Text) { PrintedName = "andoid_sdk_version" },
            new SearchField("tag_id", FieldType.String, QueryOperators.Equal | QueryOperators.NotEqual),
            new SearchField("owner_id", FieldType.Integer, Set | Bounds),
            .. Rows(FieldType.Boolean, Set, "unsubscribed_from_emails marked_email_as_spam has_hard_bounced"),
            .. Rows(FieldType.Date, QueryOperators.Equal | Between, "created_at signed_up_at updated_at last_seen_at last_contacted_at last_replied_at last_email_opened_at last_email_clicked_at ios_last_seen_at android_last_seen_at")
                .Select(field => field with { IsDayGrained = true }),
        ],
        [SearchResource.Conversation] =
        [
            .. Rows(FieldType.String, Text, "id source.id source.delivered_as source.subject source.body source.author.id source.author.type source.author.name source.author.email source.url contact_ids teammate_ids "
                + "channel_initiated tag_ids statistics.last_closed_by_id conversation_rating.remark conversation_rating.contact_id ai_agent.rating_remark ai_agent.source_title"),
            new SearchField("state", FieldType.String, Text) { KnownValues = ["open", "closed", "snoozed"] },
            new SearchField("priority", FieldType.String, Text) { KnownValues = ["priority", "not_priority"] },
            new SearchField("source.type", FieldType.String, Text) { KnownValues = ["conversation", "email", "facebook", "instagram", "phone_call", "phone_switch", "push", "sms", "twitter", "whatsapp"] },
            new SearchField("conversation_rating.admin_id", FieldType.String, Text) { PrintedName = "conversation_rating.admin_d" },
            new SearchField("ai_agent.resolution_state", FieldType.String, Text) { KnownValues = ["assumed_resolution", "confirmed_resolution", "routed_to_team", "abandoned"] },
            new SearchField("ai_agent.last_answer_type", FieldType.String, Text) { KnownValues = ["ai_answer", "custom_answer"] },
            new SearchField("ai_agent.source_type", FieldType.String, Text) { KnownValues = ["essentials_plan_setup", "profile", "workflow", "workflow_preview", "fin_preview"] },
            .. Rows(FieldType.Integer, Set | Between, "admin_assignee_id team_assignee_id statistics.time_to_assignment statistics.time_to_admin_reply statistics.time_to_first_close statistics.time_to_last_close "
                + "statistics.median_time_to_reply statistics.count_reopens statistics.count_assignments statistics.count_conversation_parts conversation_rating.score ai_agent.rating"),
            .. Rows(FieldType.Boolean, Set, "open read ai_agent_participated"),
            .. Rows(FieldType.Date, Set | Between, "created_at updated_at waiting_since snoozed_until statistics.first_contact_reply_at statistics.first_assignment_at statistics.first_admin_reply_at statistics.first_close_at "
                + "statistics.last_assignment_at statistics.last_assignment_admin_reply_at statistics.last_contact_reply_at statistics.last_admin_reply_at statistics.last_close_at conversation_rating.requested_at conversation_rating.replied_at"),
        ],
        [SearchResource.Ticket] =
        [
            .. Rows(FieldType.String, Text, "id title description ticket_type_id contact_ids teammate_ids admin_assignee_id team_assignee_id"),
            new SearchField("category", FieldType.String, Text) { KnownValues = ["request", "task", "tracker"] },
            new SearchField("state", FieldType.String, Text),
            new SearchField("open", FieldType.Boolean, Set),
            .. Rows(FieldType.Date, Set | Between, "updated_at snoozed_until"),
            new SearchField("created_at", FieldType.Date, Set | Bounds),
        ],
    };

    private static readonly Dictionary<SearchResource, Dictionary<string, SearchField>> ByName = Fields.ToDictionary(
        pair => pair.Key, pair => pair.Value.SelectMany(field => new[] { field.Name, field.PrintedName }.OfType<string>().Select(name => (name, field))).ToDictionary(entry => entry.name, entry => entry.field, StringComparer.OrdinalIgnoreCase));

    /// <summary>The prefix of the attributes that a workspace defines itself.</summary>
    public static string AttributePrefix(SearchResource resource) => resource == SearchResource.Ticket ? "ticket_attribute." : "custom_attributes.";

    /// <summary>Every documented field of a resource.</summary>
    public static IReadOnlyList<SearchField> For(SearchResource resource) => Fields[resource];

    /// <summary>A field by its name, in either spelling; an attribute of the workspace's own gets the type Attribute. Null for an unknown one.</summary>
    public static SearchField? Find(SearchResource resource, string name)
    {
        var wire = FieldNames.Snake(name);
        if (ByName[resource].TryGetValue(wire, out var field)) return field;
        return wire.StartsWith(AttributePrefix(resource), StringComparison.Ordinal) && wire.Length > AttributePrefix(resource).Length ? new SearchField(wire, FieldType.Attribute, Text | Bounds) : null;
    }

    /// <summary>The operators that a type of attribute takes on a resource.</summary>
    public static QueryOperators OperatorsOf(SearchResource resource, FieldType type) => type switch
    {
        FieldType.String => Text,
        FieldType.Boolean => Set,
        FieldType.Date => resource == SearchResource.Contact ? QueryOperators.Equal | Between : Set | Between,
        FieldType.Integer or FieldType.Float => resource == SearchResource.Contact ? Set | Bounds : Set | Between,
        _ => Text | Bounds,
    };

    private static IEnumerable<SearchField> Rows(FieldType type, QueryOperators operators, string names) => names.Split(' ').Select(name => new SearchField(name, type, operators));
}
