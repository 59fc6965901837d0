using Intercom.Query;
using static Intercom.Query.QueryOperator;

namespace Intercom.Client.Tests.Query;

/// <summary>Which field a name means, which type it has, and the errors for unknown names.</summary>
public class FieldResolverTests
{
    private static QueryFilter F(string field, QueryOperator @operator, object? value) => new(field, @operator, value);

    private static FieldType TypeOf(string field, object? value, Dictionary<string, FieldType>? types = null) =>
        new FieldResolver(SearchResource.Contact, new QueryOptions { AttributeTypes = types }, null).TypeOf(F(field, Equal, value)).Type;

    private static QueryNote NoteOn(SearchResource resource, string field, params string[] attributes)
    {
        var options = new QueryOptions { AttributeTypes = attributes.ToDictionary(name => name, _ => FieldType.String) };
        return Assert.Single(QueryCompiler.Compile(F(field, Equal, "x"), resource, options).Notes);
    }

    [Fact]
    public void An_unknown_field_is_a_date_when_it_is_named_like_one_or_compared_with_one()
    {
        Assert.Equal(FieldType.Date, TypeOf("somebody_seen_at", 1700000000));
        Assert.Equal(FieldType.Attribute, TypeOf("somebody_seen", 1700000000));
        Assert.Equal(FieldType.Date, TypeOf("custom_attributes.x", new object?[] { null, DateTimeOffset.UnixEpoch }));
    }

    [Fact]
    public void An_attribute_whose_case_fits_goes_before_one_whose_letters_fit()
    {
        var types = new Dictionary<string, FieldType> { ["Plan"] = FieldType.String, ["plan"] = FieldType.Integer };
        Assert.Equal(FieldType.Integer, TypeOf("custom_attributes.plan", 1, types));
        Assert.Equal(FieldType.String, TypeOf("custom_attributes.PLAN", 1, types));
    }

    [Theory]
    [InlineData(SearchResource.Contact, QueryNoteKind.Error)]
    [InlineData(SearchResource.Conversation, QueryNoteKind.Warning)]
    public void An_attribute_that_the_workspace_lacks_is_named_with_the_nearest_one(SearchResource resource, QueryNoteKind kind)
    {
        var near = NoteOn(resource, "custom_attributes.plann", "plan");
        Assert.Equal(kind, near.Kind);
        Assert.Contains("'plann'", near.Message, StringComparison.Ordinal);
        Assert.Contains("custom_attributes.plan?", near.Remedy, StringComparison.Ordinal);
        Assert.Contains("Get-IntercomDataAttribute", NoteOn(resource, "custom_attributes.zebra", "plan").Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ticket_attribute_is_named_by_digits_alone() =>
        Assert.Contains(
            "'a1' with = looks like a name", NoteOn(SearchResource.Ticket, "ticket_attribute.a1").Message, StringComparison.Ordinal);

    [Fact]
    public void A_field_that_is_not_documented_is_told_with_the_search_that_it_is_sent_to() =>
        Assert.Contains("contacts", NoteOn(SearchResource.Contact, "zebra_stripes").Message, StringComparison.Ordinal);
}
