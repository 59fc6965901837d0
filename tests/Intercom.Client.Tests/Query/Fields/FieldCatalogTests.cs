using System.Text.Json;
using Intercom.Query;

namespace Intercom.Client.Tests.Query;

public class FieldCatalogTests
{
    [Theory]
    [InlineData(SearchResource.Contact, 42)]
    [InlineData(SearchResource.Conversation, 56)]
    [InlineData(SearchResource.Ticket, 14)]
    public void Holds_every_field_of_the_accepted_field_tables_but_the_attribute_rows(SearchResource resource, int count)
    {
        Assert.Equal(count, FieldCatalog.For(resource).Count);
        Assert.Equal(count, FieldCatalog.For(resource).Select(field => field.Name).Distinct().Count());
    }

    [Theory]
    [InlineData(SearchResource.Contact, "role", FieldType.String, "= != IN NIN ~ !~ ^ $")]
    [InlineData(SearchResource.Contact, "tag_id", FieldType.String, "= !=")]
    [InlineData(SearchResource.Contact, "owner_id", FieldType.Integer, "= != IN NIN < > <= >=")]
    [InlineData(SearchResource.Contact, "has_hard_bounced", FieldType.Boolean, "= != IN NIN")]
    [InlineData(SearchResource.Contact, "created_at", FieldType.Date, "= < >")]
    [InlineData(SearchResource.Conversation, "admin_assignee_id", FieldType.Integer, "= != IN NIN < >")]
    [InlineData(SearchResource.Conversation, "created_at", FieldType.Date, "= != IN NIN < >")]
    [InlineData(SearchResource.Ticket, "admin_assignee_id", FieldType.String, "= != IN NIN ~ !~ ^ $")]
    [InlineData(SearchResource.Ticket, "created_at", FieldType.Date, "= != IN NIN < > <= >=")]
    [InlineData(SearchResource.Ticket, "updated_at", FieldType.Date, "= != IN NIN < >")]
    public void Types_a_field_and_its_operators_by_resource(SearchResource resource, string name, FieldType type, string operators)
    {
        var field = FieldCatalog.Find(resource, name)!;
        Assert.Equal(type, field.Type);
        Assert.Equal(operators, QueryOperators.List(field.Operators));
        Assert.Equal(resource == SearchResource.Contact && type == FieldType.Date, field.DayGrained);
    }

    [Fact]
    public void Finds_each_field_by_its_wire_name_and_by_its_PowerShell_name_in_any_case()
    {
        foreach (var resource in Enum.GetValues<SearchResource>())
        {
            foreach (var field in FieldCatalog.For(resource))
            {
                Assert.Same(field, FieldCatalog.Find(resource, field.Name));
                Assert.Same(field, FieldCatalog.Find(resource, field.PascalName));
                Assert.Same(field, FieldCatalog.Find(resource, field.PascalName.ToUpperInvariant()));
            }
        }

        Assert.Equal("Source.Author.Email", FieldCatalog.Find(SearchResource.Conversation, "source.author.email")!.PascalName);
    }

    [Theory]
    [InlineData(SearchResource.Contact, "andoid_sdk_version", "android_sdk_version")]
    [InlineData(SearchResource.Conversation, "conversation_rating.admin_d", "conversation_rating.admin_id")]
    public void Knows_the_printed_misspelling_of_a_field(SearchResource resource, string printed, string name)
    {
        var field = FieldCatalog.Find(resource, printed)!;
        Assert.Equal((name, printed), (field.Name, field.PrintedName));
    }

    [Theory]
    [InlineData(SearchResource.Contact, "CustomAttributes.Plan", "custom_attributes.Plan")]
    [InlineData(SearchResource.Contact, "custom_attributes.plan_name", "custom_attributes.plan_name")]
    [InlineData(SearchResource.Contact, "custom_attribute.plan", "custom_attributes.plan")]
    [InlineData(SearchResource.Ticket, "TicketAttributes.12", "ticket_attribute.12")]
    [InlineData(SearchResource.Ticket, "ticket_attribute.12", "ticket_attribute.12")]
    public void Finds_attributes_behind_their_prefix_and_leaves_their_own_names(SearchResource resource, string name, string wire)
    {
        var field = FieldCatalog.Find(resource, name)!;
        Assert.Equal((wire, FieldType.Attribute), (field.Name, field.Type));
        Assert.Equal(QueryOperators.Every, field.Operators);
    }

    [Fact]
    public void A_typed_attribute_takes_the_operators_of_its_type()
    {
        var date = FieldCatalog.OfAttribute(SearchResource.Contact, "renewal", FieldType.Date);
        Assert.Equal("= < >", QueryOperators.List(date.Operators));
        Assert.True(date.DayGrained);
        Assert.Equal(JsonValueKind.Number, date.JsonKind);
        Assert.Equal("CustomAttributes.renewal", date.PascalName);
    }

    [Fact]
    public void An_attribute_has_the_operators_of_its_type_and_resource_and_is_documented_but_for_conversations()
    {
        Assert.True(FieldCatalog.OfAttribute(SearchResource.Contact, "plan", FieldType.String).Documented);
        Assert.False(FieldCatalog.OfAttribute(SearchResource.Conversation, "plan", FieldType.String).Documented);
        Assert.True(FieldCatalog.Find(SearchResource.Contact, "role")!.Documented);
        Assert.Null(FieldCatalog.AttributeName(SearchResource.Contact, "custom_attributes."));
        Assert.Equal("= != IN NIN < > <= >=", Operators(SearchResource.Contact, FieldType.Float));
        Assert.Equal("= != IN NIN < >", Operators(SearchResource.Ticket, FieldType.Float));
        Assert.Equal("= < >", Operators(SearchResource.Contact, FieldType.Date));
        Assert.Equal("= != IN NIN < >", Operators(SearchResource.Ticket, FieldType.Date));

        static string Operators(SearchResource resource, FieldType type) =>
            QueryOperators.List(FieldCatalog.OfAttribute(resource, "1", type).Operators);
    }

    [Theory]
    [InlineData("string list options text STRING", FieldType.String)]
    [InlineData("integer", FieldType.Integer)]
    [InlineData("float decimal", FieldType.Float)]
    [InlineData("boolean", FieldType.Boolean)]
    [InlineData("date datetime", FieldType.Date)]
    public void Knows_the_words_of_attribute_types(string words, FieldType type)
    {
        Assert.All(words.Split(' '), word => Assert.Equal(type, FieldCatalog.TypeOf(word)));
        Assert.Null(FieldCatalog.TypeOf("relationship"));
        Assert.Null(FieldCatalog.TypeOf(null));
    }

    [Theory]
    [InlineData("createdAt", "created_at")]
    [InlineData("CreatedAt", "created_at")]
    [InlineData("userID", "user_id")]
    [InlineData("Source.Author.Email", "source.author.email")]
    [InlineData("a_B", "a_b")]
    [InlineData("created_at", "created_at")]
    public void Writes_a_PowerShell_name_in_snake_case(string name, string snake) => Assert.Equal(snake, FieldCatalog.ToSnake(name));

    [Theory]
    [InlineData("email", "axail emaim", "emaim")]
    [InlineData("plan", "plane plant plam", "plam")]
    [InlineData("os", "ip", null)]
    [InlineData("country", "location.country", "location.country")]
    public void The_nearest_name_has_the_fewest_errors_and_then_comes_first_in_the_alphabet(string text, string names, string? nearest) =>
        Assert.Equal(nearest, FieldCatalog.NearestOf(text, names.Split(' '), name => name));

    [Theory]
    [InlineData(SearchResource.Contact, "TagIds", "tag_id")]
    [InlineData(SearchResource.Contact, "segment", "segment_id")]
    [InlineData(SearchResource.Conversation, "tag_id", "tag_ids")]
    [InlineData(SearchResource.Ticket, "TicketState", "state")]
    [InlineData(SearchResource.Ticket, "ticket_type", "ticket_type_id")]
    public void Knows_other_names_that_mean_the_same(SearchResource resource, string name, string field) =>
        Assert.Equal(field, FieldCatalog.Find(resource, name)!.Name);

    [Theory]
    [InlineData(SearchResource.Contact, "emial", "email")]
    [InlineData(SearchResource.Contact, "CreateAt", "created_at")]
    [InlineData(SearchResource.Contact, "country", "location.country")]
    [InlineData(SearchResource.Conversation, "conversation_rating.rating", "conversation_rating.score")]
    [InlineData(SearchResource.Ticket, "utterly_else", null)]
    public void Names_the_nearest_field_of_a_misspelt_one(SearchResource resource, string name, string? nearest)
    {
        Assert.Null(FieldCatalog.Find(resource, name));
        Assert.Equal(nearest, FieldCatalog.Nearest(resource, name)?.Name);
    }

    [Fact]
    public void Every_hint_leads_to_a_field_and_is_not_a_field_itself()
    {
        foreach (var (resource, word, name) in FieldTables.Hints)
        {
            Assert.NotNull(FieldCatalog.Find(resource, name));
            Assert.Null(FieldCatalog.Find(resource, word));
        }
    }

    [Fact]
    public void Operators_are_read_in_wire_spelling_by_name_and_by_word_and_written_in_wire_spelling()
    {
        foreach (var one in QueryOperators.All)
        {
            Assert.True(QueryOperators.TryParse(one.ToWire(), out var wire) && wire == one);
            Assert.True(QueryOperators.TryParse(one.ToString().ToUpperInvariant(), out var name) && name == one);
        }

        Assert.True(QueryOperators.TryParse("nin", out var nin) && nin == QueryOperator.NotIn);
        Assert.True(QueryOperators.TryParse("-notin", out var notin) && notin == QueryOperator.NotIn);
        Assert.True(QueryOperators.TryParse("ge", out var ge) && ge == QueryOperator.GreaterOrEqual);
        Assert.False(QueryOperators.TryParse("like", out _));
        foreach (var (words, one) in new[]
        {
            ("== = eq EQUAL", QueryOperator.Equal), ("!= <> ne NotEqual", QueryOperator.NotEqual), ("IN in", QueryOperator.In),
            ("NIN NotIn", QueryOperator.NotIn), ("< lt", QueryOperator.Less), ("> gt", QueryOperator.Greater),
            ("<= le", QueryOperator.LessOrEqual), (">= ge", QueryOperator.GreaterOrEqual), ("~ Contains", QueryOperator.Contains),
            ("!~ NotContains", QueryOperator.NotContains), ("^ StartsWith", QueryOperator.StartsWith),
            ("$ EndsWith", QueryOperator.EndsWith),
        })
        {
            Assert.All(words.Split(' '), word => Assert.Equal(one, QueryOperators.TryParse($" {word} ", out var read) ? read : default));
        }
        Assert.True(QueryOperators.TryParse("not in", out var notIn) && notIn == QueryOperator.NotIn);
        Assert.Equal("= != IN NIN < > <= >= ~ !~ ^ $", QueryOperators.List(QueryOperators.Every));
        Assert.Contains(
            "'Order' is not one operator of = != IN".Replace("Order", QueryOperators.Order.ToString(), StringComparison.Ordinal),
            Assert.Throws<ArgumentOutOfRangeException>(() => QueryOperators.Order.ToWire()).Message,
            StringComparison.Ordinal);
    }
}
