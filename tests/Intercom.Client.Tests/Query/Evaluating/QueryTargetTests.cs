using System.Text.Json;
using Intercom.Query;

namespace Intercom.Client.Tests.Query;

/// <summary>Where the value of a search field is in an item, as JSON and as a model.</summary>
public class QueryTargetTests
{
    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private static object? Look(string name, object item, SearchResource resource = SearchResource.Contact) =>
        QueryTarget.Of(resource, item)(name);

    private static string? Text(object? value) => value switch
    {
        null => null,
        JsonElement json => json.ToString(),
        IEnumerable<object?> list => $"[{string.Join(",", list.Select(Text))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    [Theory]
    [InlineData("name", """{"name":"Ada"}""", "Ada")]
    [InlineData("name", """{"name":null}""", null)]
    [InlineData("name", """{}""", null)]
    [InlineData("name", "[]", "[]")]
    [InlineData("name", "5", null)]
    [InlineData("location.city", """{"location":{"city":"Rome"}}""", "Rome")]
    [InlineData("location.city", """{"location":null}""", null)]
    [InlineData("location.city", """{"location":5}""", null)]
    [InlineData("avatar", """{"avatar":{"image_url":"https://x"}}""", "https://x")]
    [InlineData("tag_id", """{"tags":{"type":"list","data":[{"id":"1"},{"id":"2"}],"has_more":false}}""", "[1,2]")]
    [InlineData("tag_id", """{"tags":{"data":[{"id":"1"}],"has_more":true}}""", "unknown")]
    [InlineData("tag_id", """{"tags":[{"id":"1"},{}]}""", "[1,]")]
    [InlineData("tag_id", """{"tags":{"type":"list","has_more":true}}""", null)]
    [InlineData("segment_id", """{"segment_id":"1"}""", "unknown")]
    [InlineData("custom_attributes.plan", """{"custom_attributes":{"plan":"gold"}}""", "gold")]
    [InlineData("custom_attributes.a.b", """{"custom_attributes":{"a.b":"gold"}}""", "gold")]
    [InlineData("some_new_field", """{"some_new_field":7}""", "7")]
    public void Finds_the_value_in_JSON(string name, string json, string? value) => Assert.Equal(value, Text(Look(name, Json(json))));

    [Theory]
    [InlineData("state", """{"ticket_state":{"category":"resolved"}}""", "resolved")]
    [InlineData("title", """{"ticket_attributes":{"_default_title_":"Broken"}}""", "Broken")]
    [InlineData("ticket_attribute.12", """{"ticket_attribute":{"12":"x"}}""", "unknown")]
    [InlineData("teammate_ids", """{"teammate_ids":[]}""", "unknown")]
    public void Finds_the_value_of_a_ticket_where_its_answer_names_it(string name, string json, string value) =>
        Assert.Equal(value, Text(Look(name, Json(json), SearchResource.Ticket)));

    [Theory]
    [InlineData("conversation_rating.contact_id", """{"conversation_rating":{"contact":{"id":"c"}}}""", "c")]
    [InlineData("conversation_rating.score", """{"conversation_rating":{"rating":4}}""", "4")]
    public void Finds_the_value_of_a_conversation_where_its_answer_names_it(string name, string json, string value) =>
        Assert.Equal(value, Text(Look(name, Json(json), SearchResource.Conversation)));

    [Fact]
    public void Finds_the_value_in_a_model()
    {
        var contact = new Contact
        {
            Name = "Ada", Avatar = "https://x", Location = new Location { City = "Rome" },
            Tags = new ItemList<Reference>([new() { Id = "1" }, new() { Id = "2" }]),
            CustomAttributes = new AttributeBag { ["plan"] = "gold", ["a.b"] = 3L },
            AdditionalFields = new AttributeBag { ["some_new_field"] = new AttributeBag { ["deep"] = 7L } },
        };
        Assert.Equal("Ada", Look("name", contact));
        Assert.Equal("https://x", Look("avatar", contact));
        Assert.Equal("Rome", Look("location.city", contact));
        Assert.Null(Look("location.country", contact));
        Assert.Null(Look("email", contact));
        Assert.Equal("[1,2]", Text(Look("tag_id", contact)));
        Assert.Equal("gold", Look("custom_attributes.plan", contact));
        Assert.Equal(3L, Look("custom_attributes.a.b", contact));
        Assert.Null(Look("custom_attributes.other", contact));
        Assert.Equal("7", Text(Look("some_new_field.deep", contact)));
        Assert.Same(QueryTarget.Unknown, Look("no_such_field", contact));
        contact.Tags = new ItemList<Reference>([new() { Id = "1" }]) { HasMore = true };
        Assert.Same(QueryTarget.Unknown, Look("tag_id", contact));
    }

    [Fact]
    public void Requires_an_item() => Assert.Throws<ArgumentNullException>(() => QueryTarget.Of(SearchResource.Contact, null!));
}
