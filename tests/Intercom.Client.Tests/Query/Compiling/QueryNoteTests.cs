using Intercom.Query;
using static Intercom.Query.QueryOperator;

namespace Intercom.Client.Tests.Query;

/// <summary>The notes to the letter: what was given, what is sent for it, and what to do.</summary>
public class QueryNoteTests
{
    private static QueryFilter F(string field, QueryOperator @operator, object? value) => new(field, @operator, value);

    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, FieldType> Types = new()
    {
        ["plan"] = FieldType.String, ["mrr"] = FieldType.Float, ["vip"] = FieldType.Boolean, ["seats"] = FieldType.Integer,
    };

    private static string[] Notes(SearchResource resource, SearchQuery query, bool isExact = false, bool areLookedUp = false) =>
        [.. QueryCompiler.Compile(query, resource, new QueryOptions
        {
            AttributeTypes = Types, TimeZone = TimeZoneInfo.Utc, Exact = isExact, NamesAreLookedUp = areLookedUp,
        }).Notes.Select(note => note.ToString())];

    public static TheoryData<string, SearchResource, SearchQuery, string[]> Cases => new()
    {
        {
            "decimal number", SearchResource.Contact, F("custom_attributes.mrr", Greater, 4.5),
            ["Information: 'custom_attributes.mrr > 4.5': Intercom documents no operators for decimal numbers, "
                + "so > is sent as for whole numbers."]
        },
        {
            "operators of a field", SearchResource.Contact, F("tag_id", In, new[] { "1", "2" }),
            ["Rewritten: 'tag_id IN \"1\", \"2\"' is sent as 'tag_id = \"1\" OR tag_id = \"2\"': Intercom accepts = != on tag_id."]
        },
        {
            "whole days", SearchResource.Contact, F("created_at", Greater, "2024-05-01"),
            ["Information: 'created_at > 2024-05-01': created_at is matched by whole days: > starts with the day after. "
                + "Use >= to begin with the day itself.",
                "Rewritten: 'created_at > 2024-05-01' is sent as 'created_at > 2024-05-01T10:00:00Z': "
                + "Intercom accepts = < > on created_at, by whole days."]
        },
        {
            "time of day, after", SearchResource.Contact, F("created_at", Greater, Noon), [TimeOfDay(">", "> starts with the day after")]
        },
        {
            "time of day, before", SearchResource.Contact, F("created_at", Less, Noon), [TimeOfDay("<", "< ends before the day begins")]
        },
        {
            "time of day, at", SearchResource.Contact, F("created_at", Equal, Noon), [TimeOfDay("=", "= matches the whole day")]
        },
        {
            "time of day, from", SearchResource.Contact, F("created_at", GreaterOrEqual, Noon),
            [TimeOfDay(">=", ">= starts with the whole day"), Either(">=", ">")]
        },
        {
            "time of day, until", SearchResource.Contact, F("created_at", LessOrEqual, Noon),
            [TimeOfDay("<=", "<= ends with the whole day"), Either("<=", "<")]
        },
        {
            "time of day, not", SearchResource.Contact, F("created_at", NotEqual, Noon),
            [TimeOfDay("!=", "!= leaves out the whole day"),
                "Rewritten: 'created_at != 2024-05-01T12:00:00Z' is sent as 'created_at < 2024-05-01T12:00:00Z OR "
                + "created_at > 2024-05-01T12:00:00Z': Intercom accepts = < > on created_at, by whole days."]
        },
        {
            "time of day, none of", SearchResource.Contact, F("created_at", NotIn, new[] { Noon }),
            [TimeOfDay("NIN", "NIN leaves out the whole day"),
                "Rewritten: 'created_at NIN 2024-05-01T12:00:00Z' is sent as 'created_at < 2024-05-01T12:00:00Z OR "
                + "created_at > 2024-05-01T12:00:00Z': Intercom accepts = < > on created_at, by whole days."]
        },
        {
            "first second of a day", SearchResource.Conversation, F("created_at", Equal, "2024-05-01"),
            ["Warning: 'created_at = 2024-05-01': created_at is compared to the second, so = matches only the first second of the day. "
                + "Use >= and <= for a day."]
        },
        {
            "last second of a day", SearchResource.Conversation, F("created_at", Greater, "2024-05-01"),
            ["Information: 'created_at > 2024-05-01': a day that ends a range is included as a whole, "
                + "so > compares with its last second."]
        },
        {
            "untyped attribute", SearchResource.Ticket, F("ticket_attribute.1", Greater, "b"),
            ["Warning: 'ticket_attribute.1 > b': the workspace has no attribute '1' to compare with >. "
                + "Get-IntercomDataAttribute lists the attributes.",
                "Warning: 'ticket_attribute.1 > b': the type of ticket_attribute.1 is not known, so > compares with text. "
                + "Specify a number or a date if the attribute is one."]
        },
        {
            "undocumented field", SearchResource.Contact, F("zebra_stripes", Equal, "x"),
            ["Warning: 'zebra_stripes = x': Intercom does not document zebra_stripes as a field for searches of contacts. "
                + "It is sent as zebra_stripes with =. Check the name if Intercom refuses it."]
        },
        {
            "answer's word", SearchResource.Ticket, F("category", Equal, "Customer"),
            ["Rewritten: 'category = Customer': 'Customer' is sent as 'request', which is Intercom's word for it in searches."]
        },
        {
            "nobody", SearchResource.Conversation, F("admin_assignee_id", Equal, null),
            ["Rewritten: 'admin_assignee_id = null' is sent as 'admin_assignee_id = null OR admin_assignee_id = 0'."]
        },
        {
            "nothing", SearchResource.Contact, F("name", In, Array.Empty<string>()),
            ["Warning: The query 'name IN (nothing)' finds nothing, because nothing is in an empty list. No request is sent."]
        },
        {
            "everything", SearchResource.Contact, F("name", NotIn, Array.Empty<string>()),
            ["Error: The query 'name NIN (nothing)' matches everything, because an empty list excludes nothing. "
                + "Use the Get- cmdlet to list everything, or put values into the list."]
        },
        {
            "one empty alternative", SearchResource.Contact, SearchQuery.Any(F("name", Equal, "a"), F("name", In, Array.Empty<string>())),
            ["Warning: In 'name = a OR name IN (nothing)', a list is empty, so its condition finds nothing and is left out."]
        },
        {
            "one empty exclusion", SearchResource.Contact, SearchQuery.All(F("name", Equal, "a"), F("name", NotIn, Array.Empty<string>())),
            ["Warning: In 'name = a AND name NIN (nothing)', a list is empty, so its condition excludes nothing and is left out."]
        },
        {
            "filters beside groups", SearchResource.Contact,
            SearchQuery.All(F("os", Equal, "a"), SearchQuery.Any(F("name", Equal, "b"), F("name", Equal, "c"))),
            ["Rewritten: The query is sent as '(os = a) AND (name = b OR name = c)': "
                + "a group contains either filters or groups, so single filters are put into a group of their own."]
        },
        {
            "too many levels and conditions", SearchResource.Contact,
            SearchQuery.All(
                SearchQuery.All([.. Enumerable.Repeat(F("os", Equal, "a"), 16)]),
                SearchQuery.All(SearchQuery.All(F("name", Equal, "b"), F("phone", Equal, "c")))),
            ["Rewritten: The query is sent as 'os = a AND name = b AND phone = c': "
                + "Intercom accepts at most 15 conditions in a group, and Intercom accepts at most 2 levels of groups."]
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Says_what_is_sent_and_why(string what, SearchResource resource, SearchQuery query, string[] notes)
    {
        Assert.NotEmpty(what);
        Assert.Equal(notes, Notes(resource, query));
    }

    private static string TimeOfDay(string one, string reading) =>
        $"Warning: 'created_at {one} 2024-05-01T12:00:00Z': Intercom matches created_at of contacts by whole days in the workspace's "
            + $"time zone, so the time of day is ignored: {reading}. Ask for whole days, or use -Exact to compare to the second.";

    private static string Either(string one, string strict) =>
        $"Rewritten: 'created_at {one} 2024-05-01T12:00:00Z' is sent as 'created_at {strict} 2024-05-01T12:00:00Z OR "
            + "created_at = 2024-05-01T12:00:00Z': Intercom accepts = < > on created_at, by whole days.";

    [Fact]
    public void Says_what_an_exact_search_asks_for()
    {
        Assert.Equal(
            ["Rewritten: 'created_at > 2024-05-01T12:00:00Z' is sent as 'created_at > 2024-04-30T10:00:00Z': "
                + "a wider range of days is requested, and the seconds are compared on the client."],
            Notes(SearchResource.Contact, F("created_at", Greater, Noon), isExact: true));
        Assert.Equal(
            ["Warning: 'created_at = 2024-05-01': an exact search reads a day as its first second, so = finds almost nothing. "
                + "Use >= and < for a day."],
            Notes(SearchResource.Contact, F("created_at", Equal, "2024-05-01"), isExact: true));
    }

    [Fact]
    public void Says_that_a_name_is_looked_up()
    {
        Assert.Equal(
            ["Information: 'tag_id = VIP': 'VIP' is the name of a tag, and its id is looked up when the query is sent."],
            Notes(SearchResource.Contact, F("tag_id", Equal, "VIP"), areLookedUp: true));
        Assert.Equal(
            ["Information: 'owner_id = Ada': 'Ada' is the name of an admin, and its id is looked up when the query is sent."],
            Notes(SearchResource.Contact, F("owner_id", Equal, "Ada"), areLookedUp: true));
    }

    public static TheoryData<SearchResource, QueryFilter, string> Refused => new()
    {
        {
            SearchResource.Contact, F("created_at", Contains, "5"),
            "'created_at ~ \"5\"' cannot be searched for: created_at is a date and does not support ~. Use one of = != IN NIN < > <= >=."
        },
        { SearchResource.Contact, F("owner_id", Contains, 5), "is a whole number and" },
        { SearchResource.Contact, F("custom_attributes.mrr", Contains, 5), "is a decimal number and" },
        { SearchResource.Contact, F("has_hard_bounced", Less, true), "is true or false and" },
        { SearchResource.Contact, F("name", Less, "a"), "name is text and" },
        { SearchResource.Contact, F("tag_id", Less, "a"), "tag_id is an id and" },
        { SearchResource.Contact, F("name", Equal, Noon), "compares text with a date. Specify text." },
        { SearchResource.Contact, F("custom_attributes.plan", Equal, false), "compares text with true or false. Specify text." },
        { SearchResource.Contact, F("name", Equal, true),
            "compares text with true or false. Specify text. To ask whether there is a value at all, compare with null: name != null, "
                + "or $_.name -ne $null." },
        { SearchResource.Contact, F("created_at", Greater, true), "compares a date with true or false." },
        { SearchResource.Contact, F("created_at", Greater, 1e20), "with 100000000000000000000, which is a number of milliseconds" },
        { SearchResource.Contact, F("segment_id", Equal, new string('z', 24)), "is not the id of a segment." },
        { SearchResource.Contact, F("segment_id", Equal, "a" + new string('z', 23)), "is not the id of a segment." },
        { SearchResource.Contact, F("segment_id", Equal, "abc"), "'abc' is not the id of a segment." },
        { SearchResource.Contact, F("external_id", Equal, Array.Empty<string>()), "compares with an empty list, but = requires one" },
        { SearchResource.Contact, F("custom_attributes.seats", Equal, "many"),
            "compares a whole number with the text 'many'. Specify a whole number such as 42." },
        { SearchResource.Contact, F("custom_attributes.seats", Equal, 4.5),
            "compares a whole number with the number 4.5. Specify a whole number such as 42." },
        { SearchResource.Contact, F("custom_attributes.mrr", Equal, "NaN"),
            "compares a number with the text 'NaN'. Specify a number such as 4.5." },
        { SearchResource.Contact, F("custom_attributes.mrr", Equal, "Infinity"),
            "with the text 'Infinity'. Specify a number such as 4.5." },
        { SearchResource.Contact, F("custom_attributes.mrr", Equal, true), "compares a number with true or false." },
        { SearchResource.Contact, F("custom_attributes.vip", Equal, 1),
            "compares true or false with the number 1. Specify true or false." },
        { SearchResource.Contact, F("id", Equal, "ada@x.example"), "'ada@x.example' is not an id. Specify the id." },
        { SearchResource.Contact, F("id", Equal, "a b"), "'a b' is not an id. Specify the id." },
        { SearchResource.Conversation, F("contact_ids", Equal, "@x"), "'@x' is not an id. Specify the id." },
        { SearchResource.Ticket, F("ticket_type_id", Equal, "VIP"),
            "'VIP' is not the id of a ticket type. Specify the id of the ticket type. Get-IntercomTicketType shows it." },
        { SearchResource.Contact, F("segment_id", StartsWith, "VIP"), "'VIP' is not part of the id of a segment. Compare the whole name" },
        { SearchResource.Contact, F("custom_attributes.zebra", Equal, 1),
            "the workspace has no attribute 'zebra' to compare with =. Get-IntercomDataAttribute lists the attributes." },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Says_what_is_wrong_with_a_value(SearchResource resource, QueryFilter filter, string text)
    {
        var note = Assert.Single(Notes(resource, filter));
        Assert.StartsWith($"Error: '{filter}'", note, StringComparison.Ordinal);
        Assert.Contains(text, note, StringComparison.Ordinal);
    }

    [Fact]
    public void Explains_the_question_for_a_value_only_where_a_boolean_was_given() => Assert.EndsWith(
        "with the text 'many'. Specify a whole number such as 42.",
        Assert.Single(Notes(SearchResource.Contact, F("custom_attributes.seats", Equal, "many"))),
        StringComparison.Ordinal);

    [Fact]
    public void Says_nothing_where_nothing_is_changed()
    {
        Assert.Empty(Notes(SearchResource.Contact, F("name", Equal, "")));
        Assert.Empty(Notes(SearchResource.Ticket, F("title", Equal, "Customer")));
        Assert.Empty(Notes(SearchResource.Ticket, F("state", Equal, "Customer")));
        Assert.DoesNotContain(Notes(SearchResource.Conversation, F("created_at", GreaterOrEqual, Noon.AddSeconds(1))), IsWarning);
        Assert.Empty(Notes(SearchResource.Conversation, F("created_at", Less, "2024-05-01")));
        Assert.Empty(Notes(SearchResource.Contact, F("created_at", Equal, Noon), isExact: true));
        Assert.DoesNotContain(Notes(SearchResource.Contact, F("created_at", Less, "2024-05-01"), isExact: true), IsWarning);

        static bool IsWarning(string note) => note.StartsWith("Warning", StringComparison.Ordinal);
    }

    [Fact]
    public void Says_one_error_where_a_query_is_wrong_and_too_large()
    {
        var many = Enumerable.Range(0, 226).Select(at => F("name", Equal, $"n{at}"));
        Assert.StartsWith("Error: 'owner_id = x'",
            Assert.Single(Notes(SearchResource.Contact, SearchQuery.All([.. many, F("owner_id", Equal, "x")]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_looked_up_only_where_an_id_is_compared() =>
        Assert.StartsWith("Error: 'has_hard_bounced = yes'", Assert.Single(
            Notes(SearchResource.Contact, F("has_hard_bounced", Equal, "yes"), areLookedUp: true)), StringComparison.Ordinal);
}
