using Intercom.Query;
using static Intercom.Query.QueryOperator;

namespace Intercom.Client.Tests.Query;

public class QueryCompilerTests
{
    private const string Day = "2024-05-01T10:00:00Z";

    private static QueryFilter F(string field, QueryOperator @operator, object? value) => new(field, @operator, value);

    private static QueryPlan Compile(SearchResource resource, SearchQuery query, Dictionary<string, FieldType>? types = null) =>
        QueryCompiler.Compile(query, resource, new QueryOptions { AttributeTypes = types, TimeZone = TimeZoneInfo.Utc });

    // One value that fits, by type.
    private static object Value(SearchField field) => field.Type switch
    {
        FieldType.Integer => 5,
        FieldType.Float => 4.5,
        FieldType.Boolean => true,
        FieldType.Date => new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero),
        _ => field.KnownValues.Count > 0 ? field.KnownValues[0] : FieldTables.KindOfId(field.Name) is not null ? "42" : "abc",
    };

    public static TheoryData<SearchResource, string, QueryOperator> EveryPair()
    {
        var data = new TheoryData<SearchResource, string, QueryOperator>();
        foreach (var resource in Enum.GetValues<SearchResource>())
        {
            // One field of each type and operator set represents the others of its row.
            foreach (var field in FieldCatalog.For(resource).GroupBy(field => (field.Type, field.Operators)).Select(row => row.Last()))
            {
                foreach (var one in QueryOperators.All) data.Add(resource, field.Name, one);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(EveryPair))]
    public void Sends_rewrites_or_refuses_each_operator_on_each_type_of_each_resource(
        SearchResource resource, string name, QueryOperator one)
    {
        var field = FieldCatalog.Find(resource, name)!;
        var query = F(name, one, (QueryOperator.In | NotIn).HasFlag(one) ? new[] { Value(field) } : Value(field));
        var plan = Compile(resource, query);

        if (!field.UsableOperators.HasFlag(one))
        {
            var error = Assert.Single(plan.Errors);
            Assert.Same(query, error.Filter);
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
            Assert.Equal("operator_not_supported", error.Code);
            Assert.Equal($"Use one of {QueryOperators.List(field.UsableOperators)}.", error.Remedy);
            Assert.False(plan.IsValid);
            Assert.Contains(error.Message, Assert.Throws<QueryException>(plan.ThrowIfInvalid).Message, StringComparison.Ordinal);
            Assert.Throws<QueryException>(() => plan.ToJson());
            return;
        }

        Assert.Empty(plan.Errors);
        Assert.DoesNotContain(plan.Notes, note => note.Kind == QueryNoteKind.Warning);
        Assert.All(
            plan.Sent.Filters, filter => Assert.True(field.Accepts(filter.Operator), $"{filter} is sent, {field.Operators} are accepted"));
        var untouched = plan.Sent.Equals(query);
        Assert.Equal(untouched, !plan.Notes.Any(note => note.Kind == QueryNoteKind.Rewritten && ReferenceEquals(note.Filter, query)));
        if (field.Accepts(one) && field.Type is not (FieldType.Boolean or FieldType.Date)) Assert.True(untouched, plan.ToString());
    }

    [Theory]
    [InlineData("created_at", GreaterOrEqual, $"created_at > {Day} OR created_at = {Day}")]
    [InlineData("created_at", LessOrEqual, $"created_at < {Day} OR created_at = {Day}")]
    [InlineData("created_at", NotEqual, $"created_at < {Day} OR created_at > {Day}")]
    [InlineData("last_seen_at", NotEqual, $"last_seen_at < {Day} OR last_seen_at > {Day} OR last_seen_at = null")]
    [InlineData("last_seen_at", QueryOperator.In, $"last_seen_at = {Day}")]
    [InlineData("last_seen_at", NotIn, $"last_seen_at < {Day} OR last_seen_at > {Day} OR last_seen_at = null")]
    public void Says_what_contact_dates_do_not_take_in_what_they_take(string field, QueryOperator one, string sent)
    {
        var plan = Compile(
            SearchResource.Contact, F(field, one, (QueryOperator.In | NotIn).HasFlag(one) ? new[] { "2024-05-01" } : "2024-05-01"));
        Assert.Equal(sent, plan.ToString());
        Assert.Contains(
            plan.Notes, note => note.Kind == QueryNoteKind.Rewritten && note.Message.Contains("= < >", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SearchResource.Contact, "tag_id", QueryOperator.In, "tag_id = 1 OR tag_id = 2", "\"1\"")]
    [InlineData(SearchResource.Contact, "tag_id", NotIn, "tag_id != 1 AND tag_id != 2", "\"1\"")]
    [InlineData(SearchResource.Contact, "owner_id", NotIn, "owner_id NIN 1, 2", "1")]
    [InlineData(SearchResource.Contact, "last_seen_at", QueryOperator.In, "last_seen_at = 1 OR last_seen_at = 2", "1700000001")]
    [InlineData(
        SearchResource.Contact, "created_at", NotIn, "(created_at < 1 OR created_at > 1) AND (created_at < 2 OR created_at > 2)",
        "1700000001")]
    public void Takes_lists_apart_where_a_field_accepts_no_list(
        SearchResource resource, string field, QueryOperator one, string sent, string sample)
    {
        var start = long.Parse(sample.Trim('"'), CultureInfo.InvariantCulture);
        var plan = Compile(resource, F(field, one, new[] { start, start + 1 }));
        Assert.Equal(sent, plan.ToString().Replace("\"", "", StringComparison.Ordinal).Replace("2023-11-14T22:13:21Z", "1",
            StringComparison.Ordinal).Replace("2023-11-14T22:13:22Z", "2", StringComparison.Ordinal));
        Assert.Contains(sample, plan.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_null_and_booleans_out_of_lists_because_lists_hold_text_and_numbers_only()
    {
        Assert.Equal(
            "name IN a, b OR name = null",
            Compile(SearchResource.Contact, F("name", QueryOperator.In, new[] { "a", null, "b" })).ToString());
        Assert.Equal("name NIN a AND name != null", Compile(SearchResource.Contact, F("name", NotIn, new[] { "a", null })).ToString());
        Assert.Equal(
            "open = true OR open = false",
            Compile(SearchResource.Conversation, F("open", QueryOperator.In, new[] { true, false })).ToString());
        Assert.Equal("open != true", Compile(SearchResource.Conversation, F("open", NotIn, new[] { true })).ToString());
        Assert.Equal(
            "last_seen_at > 0 OR last_seen_at < 1973-03-03T09:46:40Z",
            Compile(SearchResource.Contact, F("last_seen_at", NotEqual, null)).ToString());
        Assert.Equal("waiting_since != null", Compile(SearchResource.Conversation, F("waiting_since", NotEqual, null)).ToString());
    }

    [Theory]
    [InlineData(SearchResource.Contact, "CustomAttributes.plan", "custom_attributes.plan")]
    [InlineData(SearchResource.Contact, "OwnerId", "owner_id")]
    [InlineData(SearchResource.Contact, "createdAt", "created_at")]
    [InlineData(SearchResource.Contact, "android_sdk_version", "android_sdk_version")]
    [InlineData(SearchResource.Contact, "andoid_sdk_version", "andoid_sdk_version")]
    [InlineData(SearchResource.Conversation, "Source.Author.Email", "source.author.email")]
    [InlineData(SearchResource.Ticket, "TicketAttribute.12", "ticket_attribute.12")]
    [InlineData(SearchResource.Contact, "SomeNewField", "some_new_field")]
    public void Sends_the_wire_name_of_a_field(SearchResource resource, string given, string sent) =>
        Assert.Equal(sent, Compile(resource, F(given, Equal, 1700000001)).Sent.Filters.Single().Field);

    [Fact]
    public void Offers_the_printed_names_for_a_second_try()
    {
        var query = SearchQuery.All(F("AndroidSdkVersion", Equal, "1"), F("name", Equal, "x"));
        Assert.True(Compile(SearchResource.Contact, query).HasPrintedNames);
        Assert.Equal(
            "andoid_sdk_version = \"1\" AND name = x",
            QueryCompiler.Compile(query, SearchResource.Contact, new QueryOptions { UsePrintedNames = true }).ToString());
        Assert.False(Compile(SearchResource.Contact, F("name", Equal, "x")).HasPrintedNames);
    }

    [Theory]
    [InlineData(SearchResource.Contact, "emial", "Did you mean email?")]
    [InlineData(SearchResource.Contact, "browser_version", "Check the name")]
    [InlineData(SearchResource.Conversation, "assignee_id", "Did you mean admin_assignee_id?")]
    [InlineData(SearchResource.Ticket, "ticket_attribute.Priority", "Use ticket_attribute.{id}")]
    public void Passes_an_unknown_field_with_a_warning_that_names_field_operator_and_remedy(
        SearchResource resource, string field, string remedy)
    {
        var query = F(field, Equal, "x");
        var plan = Compile(resource, query);
        Assert.True(plan.IsValid);
        var warning = Assert.Single(plan.Notes);
        Assert.Equal(QueryNoteKind.Warning, warning.Kind);
        Assert.Same(query, warning.Filter);
        Assert.Contains($"{field} = x", warning.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, warning.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SearchResource.Contact, "tag_id", "VIP", true)]
    [InlineData(SearchResource.Conversation, "tag_ids", "VIP", true)]
    [InlineData(SearchResource.Contact, "owner_id", "VIP", true)]
    [InlineData(SearchResource.Conversation, "teammate_ids", "VIP", true)]
    [InlineData(SearchResource.Conversation, "team_assignee_id", "VIP", true)]
    [InlineData(SearchResource.Ticket, "ticket_type_id", "VIP", true)]
    [InlineData(SearchResource.Contact, "segment_id", "VIP", true)]
    [InlineData(SearchResource.Contact, "tag_id", "7001", false)]
    [InlineData(SearchResource.Contact, "segment_id", "65e0c3000000000000000001", false)]
    [InlineData(SearchResource.Contact, "name", "VIP", false)]
    public void A_name_where_an_id_belongs_is_an_error_unless_it_is_looked_up(
        SearchResource resource, string field, string value, bool isName)
    {
        var errors = Compile(resource, F(field, Equal, value)).Errors;
        Assert.Equal(isName, errors.Count == 1);
        Assert.All(errors, error => Assert.True(error.Code is "not_an_id" or "wrong_type", error.Message));
        var later = QueryCompiler.Compile(F(field, Equal, value), resource, new QueryOptions { NamesAreLookedUp = true });
        Assert.True(later.IsValid);
        Assert.Equal(isName, later.Notes.Count == 1);
    }

    [Theory]
    [InlineData(SearchResource.Conversation, "state", "opn", "Did you mean 'open'?")]
    [InlineData(SearchResource.Contact, "role", "visitor", "Specify one of user, lead.")]
    [InlineData(SearchResource.Ticket, "category", "bug", "Specify one of")]
    [InlineData(SearchResource.Conversation, "contact_ids", "ada@x.example", "Get-IntercomContact -Email ada@x.example")]
    public void A_value_that_no_item_has_is_an_error(SearchResource resource, string field, string value, string remedy) =>
        Assert.Contains(remedy, Assert.Single(Compile(resource, F(field, Equal, value)).Errors).Remedy, StringComparison.Ordinal);

    [Fact]
    public void An_empty_list_finds_nothing_and_joins_the_rest_as_nothing_does()
    {
        var nobody = F("external_id", In, Array.Empty<string>());
        var everybody = nobody.Negate();
        var user = F("role", Equal, "user");
        Assert.True(Compile(SearchResource.Contact, nobody).FindsNothing);
        Assert.Contains("finds nothing", Assert.Single(Compile(SearchResource.Contact, nobody).Notes).Message, StringComparison.Ordinal);
        Assert.Equal("matches_everything", Assert.Single(Compile(SearchResource.Contact, everybody).Errors).Code);
        Assert.True(Compile(SearchResource.Contact, SearchQuery.All(user, nobody)).FindsNothing);
        Assert.False(Compile(SearchResource.Contact, SearchQuery.Any(user, everybody)).IsValid);
        foreach (var query in new[]
        {
            SearchQuery.Any(user, nobody), SearchQuery.All(user, everybody),
            SearchQuery.All(user, SearchQuery.Any(user, nobody), SearchQuery.All(everybody, everybody))
        })
        {
            var plan = Compile(SearchResource.Contact, query);
            Assert.All(plan.Sent.Filters, filter => Assert.Equal(user, filter));
            Assert.Contains(
                plan.Notes, note => note.Kind == QueryNoteKind.Warning && note.Message.Contains("is empty", StringComparison.Ordinal));
        }
        Assert.Equal(user, Compile(SearchResource.Contact, SearchQuery.Any(user, nobody)).Sent);
        Assert.False(Compile(SearchResource.Contact, F("external_id", Equal, Array.Empty<string>())).IsValid);
        Assert.False(Compile(SearchResource.Contact, F("created_at", Less, Array.Empty<string>())).IsValid);
    }

    [Theory]
    [InlineData(
        SearchResource.Conversation,
        "admin_assignee_id",
        "admin_assignee_id != null AND admin_assignee_id != 0",
        "admin_assignee_id = null OR admin_assignee_id = 0")]
    [InlineData(
        SearchResource.Ticket,
        "TeamAssigneeId",
        "team_assignee_id != null AND team_assignee_id != \"0\"",
        "team_assignee_id = null OR team_assignee_id = \"0\"")]
    [InlineData(SearchResource.Contact, "email", "email != null", "email = null")]
    [InlineData(SearchResource.Contact, "TagIds", "tag_id != null", "tag_id = null")]
    [InlineData(SearchResource.Conversation, "snoozed_until", "snoozed_until != null", "snoozed_until = null")]
    [InlineData(SearchResource.Conversation, "open", "open = true", "open != true")]
    [InlineData(SearchResource.Contact, "custom_attributes.vip", "custom_attributes.vip = true", "custom_attributes.vip != true")]
    public void A_field_alone_asks_whether_there_is_a_value(SearchResource resource, string field, string has, string hasNot)
    {
        Assert.Equal(has, Compile(resource, QueryFilter.Standing(field)).Sent.ToString());
        Assert.Equal(hasNot, Compile(resource, QueryFilter.Standing(field).Negate()).Sent.ToString());
        Assert.Equal(has, Compile(resource, QueryFilter.Standing(field).Negate().Negate()).Sent.ToString());
    }

    [Fact]
    public void Nobody_is_null_in_one_answer_and_0_in_another()
    {
        Assert.Equal(
            "admin_assignee_id = null OR admin_assignee_id = 0",
            Compile(SearchResource.Conversation, F("admin_assignee_id", Equal, null)).Sent.ToString());
        Assert.Equal(
            "team_assignee_id != null AND team_assignee_id != \"0\"",
            Compile(SearchResource.Ticket, F("team_assignee_id", NotEqual, null)).Sent.ToString());
        Assert.Equal(
            "admin_assignee_id IN 5, 0 OR admin_assignee_id = null",
            Compile(SearchResource.Conversation, F("admin_assignee_id", In, new object?[] { 5, null })).Sent.ToString());
    }

    [Fact]
    public void Types_custom_attributes_by_the_workspace()
    {
        var types = new Dictionary<string, FieldType>
        {
            ["plan"] = FieldType.String, ["seats"] = FieldType.Integer, ["mrr"] = FieldType.Float,
            ["vip"] = FieldType.Boolean, ["renewal"] = FieldType.Date,
        };
        Sent("""{"field":"custom_attributes.seats","operator":">=","value":5}""", F("CustomAttributes.Seats", GreaterOrEqual, "5"));
        Sent("""{"field":"custom_attributes.mrr","operator":"=","value":4.5}""", F("custom_attributes.mrr", Equal, "4.5"));
        Sent("""{"field":"custom_attributes.vip","operator":"=","value":true}""", F("custom_attributes.vip", Equal, "True"));
        Sent("""{"field":"custom_attributes.plan","operator":"=","value":"7"}""", F("custom_attributes.plan", Equal, 7));
        Sent(
            """{"field":"custom_attributes.renewal","operator":"<","value":1714557600}""",
            F("custom_attributes.renewal", Less, "2024-05-01"));
        Assert.Equal(
            QueryNoteKind.Error, Compile(SearchResource.Contact, F("custom_attributes.seats", Contains, "5"), types).Notes.Single().Kind);
        Assert.Equal(
            "Did you mean custom_attributes.plan?",
            Compile(SearchResource.Contact, F("custom_attributes.plam", Equal, "5"), types).Notes.Single().Remedy);

        var ticket = new Dictionary<string, FieldType> { ["12"] = FieldType.Date };
        Assert.Equal(
            """{"operator":"OR","value":[{"field":"ticket_attribute.12","operator":">","value":1714521600},"""
                + """{"field":"ticket_attribute.12","operator":"=","value":1714521600}]}""",
            Compile(SearchResource.Ticket, F("ticket_attribute.12", GreaterOrEqual, "2024-05-01"), ticket).ToJson());

        void Sent(string json, QueryFilter filter) => Assert.Equal(json, Compile(SearchResource.Contact, filter, types).ToJson());
    }

    [Fact]
    public void Types_an_attribute_by_its_value_where_the_workspace_is_not_known()
    {
        var plan = Compile(
            SearchResource.Contact, F("custom_attributes.renewal", GreaterOrEqual, new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal($"custom_attributes.renewal > {Day} OR custom_attributes.renewal = {Day}", plan.ToString());
        Assert.Equal(
            "custom_attributes.seats >= 5", Compile(SearchResource.Contact, F("custom_attributes.seats", GreaterOrEqual, 5)).ToString());
        Assert.Contains(
            "type of custom_attributes.seats is not known",
            Compile(SearchResource.Contact, F("custom_attributes.seats", GreaterOrEqual, "5")).Notes.Single().Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SearchResource.Conversation, "admin_assignee_id", "123", "123")]
    [InlineData(SearchResource.Ticket, "admin_assignee_id", 123, "\"123\"")]
    [InlineData(SearchResource.Contact, "owner_id", "7", "7")]
    [InlineData(SearchResource.Contact, "id", 7, "\"7\"")]
    [InlineData(SearchResource.Conversation, "open", "TRUE", "true")]
    [InlineData(SearchResource.Conversation, "conversation_rating.score", 4.0, "4")]
    [InlineData(SearchResource.Conversation, "state", "Open", "\"open\"")]
    [InlineData(SearchResource.Ticket, "category", "Back-office", "\"task\"")]
    [InlineData(SearchResource.Ticket, "category", "customer", "\"request\"")]
    [InlineData(SearchResource.Conversation, "created_at", "1714521600", "1714521600")]
    [InlineData(SearchResource.Conversation, "created_at", "2024-05-01", "1714521600")]
    [InlineData(SearchResource.Conversation, "created_at", "2024-05-01T02:00:00+02:00", "1714521600")]
    [InlineData(SearchResource.Conversation, "created_at", "2024/05/01", "1714521600")]
    [InlineData(SearchResource.Conversation, "created_at", "1 May 2024 00:00", "1714521600")]
    [InlineData(SearchResource.Conversation, "created_at", 1714521600.0, "1714521600")]
    public void Converts_a_value_to_the_type_of_its_field(SearchResource resource, string field, object value, string json)
    {
        var plan = Compile(resource, F(field, Equal, value));
        Assert.EndsWith($"\"value\":{json}}}", plan.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SearchResource.Contact, "role", Equal, true, "wrong_type", "Specify one of user, lead.")]
    [InlineData(SearchResource.Contact, "owner_id", Equal, "jane", "wrong_type", "Specify the id of the admin, which is a number.")]
    [InlineData(SearchResource.Contact, "owner_id", Greater, 4.5, "wrong_type", "Specify the id of the admin, which is a number.")]
    [InlineData(
        SearchResource.Contact,
        "owner_id",
        Greater,
        true,
        "wrong_type",
        "Specify the id of the admin, which is a number. To ask whether there is a value at all, compare with null: owner_id != null")]
    [InlineData(
        SearchResource.Contact,
        "name",
        Equal,
        true,
        "wrong_type",
        "Specify text. To ask whether there is a value at all, compare with null: name != null")]
    [InlineData(SearchResource.Contact, "last_seen_at", Equal, false, "wrong_type", "Specify a date such as 2024-05-01")]
    [InlineData(
        SearchResource.Conversation, "team_assignee_id", Equal, "Billing", "wrong_type", "Specify the id of the team, which is a number.")]
    [InlineData(SearchResource.Contact, "has_hard_bounced", Equal, "yes", "wrong_type", "Specify true or false.")]
    [InlineData(SearchResource.Contact, "has_hard_bounced", Equal, 1, "wrong_type", "Specify true or false.")]
    [InlineData(SearchResource.Contact, "created_at", Greater, "soon", "not_a_date", "Specify a date such as 2024-05-01")]
    [InlineData(SearchResource.Contact, "created_at", Greater, true, "wrong_type", "Specify a date such as 2024-05-01")]
    [InlineData(SearchResource.Contact, "created_at", Greater, "12:30", "not_a_date", "Specify a date such as 2024-05-01")]
    [InlineData(
        SearchResource.Contact, "created_at", Greater, "05/01/2024", "two_dates", "Specify ISO 8601, such as 2024-01-05 or 2024-05-01.")]
    [InlineData(SearchResource.Conversation, "created_at", Greater, "31.12.2026", "two_dates", "Specify ISO 8601, such as 2026-12-31.")]
    [InlineData(SearchResource.Conversation, "created_at", Greater, 2024, "too_few_seconds", "Specify a date such as 2024-05-01")]
    [InlineData(SearchResource.Contact, "last_seen_at", Greater, 30, "too_few_seconds", "Specify a date such as 2024-05-01")]
    [InlineData(SearchResource.Contact, "last_seen_at", Greater, 7776000, "too_few_seconds", "Specify a date such as 2024-05-01")]
    [InlineData(SearchResource.Contact, "last_seen_at", Less, -5, "too_few_seconds", "Specify a date such as 2024-05-01")]
    [InlineData(SearchResource.Contact, "email", Contains, "", "empty_search_text", "Check where the text comes from.")]
    [InlineData(SearchResource.Contact, "custom_attributes.plan", QueryOperator.StartsWith, "", "empty_search_text",
        "Check where the text comes from.")]
    [InlineData(SearchResource.Conversation, "created_at", Greater, "20240531", "too_few_seconds", "Specify a date such as 2024-05-01")]
    [InlineData(SearchResource.Conversation, "created_at", Greater, "1447-12-14", "date_out_of_range", "Specify a date from 1900 to 5137")]
    [InlineData(
        SearchResource.Contact,
        "custom_attributes.renewed_at",
        Greater,
        "05/01/2024",
        "two_dates",
        "Specify ISO 8601, such as 2024-01-05 or 2024-05-01.")]
    [InlineData(
        SearchResource.Contact, "custom_attributes.renewed_at", Greater, 1609459200000L, "milliseconds", "Specify 1609459200, or a date.")]
    [InlineData(SearchResource.Contact, "created_at", Greater, 1609459200000L, "milliseconds", "Specify 1609459200, or a date.")]
    [InlineData(SearchResource.Conversation, "created_at", Less, "1609459200000", "milliseconds", "Specify 1609459200, or a date.")]
    [InlineData(SearchResource.Contact, "created_at", Greater, null, "null_comparison", "Use = null")]
    [InlineData(
        SearchResource.Contact,
        "name",
        Contains,
        null,
        "null_comparison",
        "Use = null for items without a value, or != null for items with one.")]
    [InlineData(SearchResource.Contact, "first_seen_at", Less, 1609459200000L, "milliseconds", "Specify 1609459200, or a date.")]
    public void Refuses_a_value_that_does_not_fit_and_names_field_operator_and_remedy(
        SearchResource resource, string field, QueryOperator one, object? value, string code, string remedy)
    {
        var query = F(field, one, value);
        var error = Assert.Single(Compile(resource, query).Errors);
        Assert.Same(query, error.Filter);
        Assert.StartsWith($"'{field} {one.ToWire()} ", error.Message, StringComparison.Ordinal);
        Assert.Equal(code, error.Code);
        Assert.StartsWith(remedy, error.Remedy, StringComparison.Ordinal);
        Assert.EndsWith(error.Remedy!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_duration_where_a_date_is_compared()
    {
        foreach (var field in new[] { "last_seen_at", "CreatedAt", "waiting_since", "custom_attributes.renewal_at" })
        {
            var error = Assert.Throws<QueryException>(() => F(field, Greater, TimeSpan.FromDays(3)));
            Assert.Equal("duration_as_date", error.Code);
            Assert.Contains("3.00:00:00", error.Message, StringComparison.Ordinal);
        }
        Assert.Equal("statistics.time_to_assignment > 259200",
            F("statistics.time_to_assignment", Greater, TimeSpan.FromDays(3)).ToString());
    }

    [Fact]
    public void Refuses_a_list_for_one_value_and_a_list_that_excludes_nothing()
    {
        Refused(F("role", Equal, new[] { "user", "lead" }), "several_values", "Use IN for a list.");
        Refused(F("role", NotEqual, new[] { "user", "lead" }), "several_values", "Use NIN for a list.");
        Refused(F("name", Contains, new[] { "a", "b" }), "several_values", "Make one condition for each value, combined with AND or OR.");
        Refused(
            F("role", NotIn, Array.Empty<string>()),
            "matches_everything",
            "Use the Get- cmdlet to list everything, or put values into the list.");
        Assert.Equal("role IN user", Compile(SearchResource.Contact, F("role", QueryOperator.In, "user")).ToString());

        static void Refused(QueryFilter filter, string code, string remedy)
        {
            var error = Assert.Single(Compile(SearchResource.Contact, filter).Errors);
            Assert.Equal((code, remedy), (error.Code, error.Remedy));
        }
    }

    [Fact]
    public void Refuses_a_value_that_a_field_never_has()
    {
        var error = Assert.Single(Compile(SearchResource.Contact, F("role", Equal, "admin")).Notes);
        Assert.Equal((QueryNoteKind.Error, "Specify one of user, lead."), (error.Kind, error.Remedy));
        Assert.Contains("role = admin", error.Message, StringComparison.Ordinal);
        Assert.Empty(Compile(SearchResource.Contact, F("role", Contains, "adm")).Notes);
        Assert.Empty(Compile(SearchResource.Ticket, F("state", Equal, "my_own_state")).Notes);
    }

    [Fact]
    public void Reports_every_error_of_a_query_at_once()
    {
        var plan = Compile(
            SearchResource.Contact, SearchQuery.All(F("role", Greater, "user"), F("owner_id", Equal, "x"), F("name", Equal, "fine")));
        Assert.Equal(["role", "owner_id"], plan.Errors.Select(error => error.Filter!.Field));
        var thrown = Assert.Throws<QueryException>(() => plan.Sent);
        Assert.Equal(plan.Errors, thrown.Errors);
        Assert.Equal(2, thrown.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void Says_that_no_operator_is_documented_for_decimal_attributes()
    {
        var types = new Dictionary<string, FieldType> { ["12"] = FieldType.Float };
        Assert.Equal(
            QueryNoteKind.Information, Compile(SearchResource.Ticket, F("ticket_attribute.12", Greater, 4.5), types).Notes.Single().Kind);
        Assert.Empty(Compile(SearchResource.Ticket, F("ticket_attribute.12", Equal, 4.5), types).Notes);
    }

    [Fact]
    public void Takes_seconds_to_the_whole_second_that_the_comparison_means()
    {
        foreach (var (one, sent) in new[] { (Less, 1_700_000_001L), (Greater, 1_700_000_000L) })
        {
            Assert.Equal(sent, Compile(SearchResource.Ticket, F("created_at", one, 1_700_000_000.5)).Sent.Filters.Single().Value);
        }
        Assert.True(Compile(SearchResource.Ticket, F("created_at", Greater, 100_000_000)).IsValid);
        Assert.False(Compile(SearchResource.Ticket, F("created_at", Greater, 99_999_999)).IsValid);
        Assert.True(Compile(SearchResource.Ticket, F("created_at", Greater, 99_999_999_999)).IsValid);
        Assert.False(Compile(SearchResource.Ticket, F("created_at", Greater, 100_000_000_000)).IsValid);
    }

    [Fact]
    public void A_plan_shows_what_is_sent_and_what_is_not()
    {
        var nothing = Compile(SearchResource.Contact, F("name", In, Array.Empty<string>()));
        Assert.Equal("(nothing)", nothing.ToString());
        Assert.Equal(
            "The query 'name IN (nothing)' finds nothing, so nothing is sent.",
            Assert.Throws<InvalidOperationException>(() => nothing.Sent).Message);
        var wrong = Compile(SearchResource.Contact, SearchQuery.All(F("owner_id", Equal, "x"), F("owner_id", Equal, "y")));
        Assert.Equal(string.Join(Environment.NewLine, wrong.Errors.Select(error => error.Message)), wrong.ToString());
        var thrown = Assert.Throws<QueryException>(wrong.ThrowIfInvalid);
        Assert.Equal((wrong.Errors[0].Remedy, wrong.Errors[0].Code), (thrown.Remedy, thrown.Code));
        Assert.Throws<ArgumentNullException>(() => QueryCompiler.Compile(null!, SearchResource.Contact));
    }

    [Fact]
    public void A_plan_is_narrowed_by_further_conditions()
    {
        var plan = Compile(SearchResource.Contact, F("name", Equal, "x"));
        Assert.Same(plan.Sent, plan.Narrowed([]));
        Assert.Equal("name = x AND os = a", plan.Narrowed([F("os", Equal, "a")])!.ToString());
    }

    [Fact]
    public void An_error_without_a_code_or_a_remedy_is_an_invalid_query()
    {
        var error = new QueryException([new QueryNote(QueryNoteKind.Error, "It is wrong.")]);
        Assert.Equal(("invalid_query", "", "It is wrong."), (error.Code, error.Remedy, error.Message));
        Assert.Equal(("invalid_query", "Do this."), (new QueryException("It is wrong.", "Do this.").Code, "Do this."));
    }

    [Fact]
    public void A_list_with_null_is_matched_by_days_too()
    {
        var plan = Compile(SearchResource.Contact, F("last_seen_at", In, new[] { "2024-05-01", null }));
        Assert.Equal("last_seen_at = 2024-05-01T10:00:00Z OR last_seen_at = null", plan.ToString());
        var noon = new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Contains(Compile(SearchResource.Contact, F("last_seen_at", In, new[] { noon, noon.Date })).Notes,
            note => note.Kind == QueryNoteKind.Warning);
    }
}
