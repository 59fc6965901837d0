using Intercom.Http;

namespace Intercom.Client.Tests.Http;

public class ApiPathTests
{
    [Theory]
    [InlineData("63a0979a", "contacts/63a0979a/tags")]
    [InlineData(" 63a0979a ", "contacts/63a0979a/tags")]
    [InlineData("user 1@example.com", "contacts/user%201%40example.com/tags")]
    [InlineData("ключ", "contacts/%D0%BA%D0%BB%D1%8E%D1%87/tags")]
    public void A_value_is_escaped(string id, string path) => Assert.Equal(path, ApiPath.Expand("contacts/{ContactId}/tags", _ => id));

    [Theory]
    [InlineData(null, "missing_id")]
    [InlineData("", "missing_id")]
    [InlineData("   ", "missing_id")]
    [InlineData(".", "invalid_id")]
    [InlineData("..", "invalid_id")]
    [InlineData("../admins", "invalid_id")]
    [InlineData("a/b", "invalid_id")]
    [InlineData("a\\b", "invalid_id")]
    [InlineData("a?b", "invalid_id")]
    [InlineData("a#b", "invalid_id")]
    [InlineData("a\nb", "invalid_id")]
    public void A_value_that_is_not_an_id_is_refused_by_name(string? id, string code)
    {
        var failure = Assert.Throws<InvalidInputException>(() => ApiPath.Expand("contacts/{ContactId}", _ => id));
        Assert.StartsWith("ContactId ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(code, failure.Code);
    }

    [Fact]
    public void A_template_is_filled_wherever_its_placeholders_are()
    {
        Assert.Equal("contacts", ApiPath.Expand("contacts", _ => throw new InvalidOperationException()));
        Assert.Equal("1/tags", ApiPath.Expand("{A}/tags", _ => "1"));
        Assert.Equal("x/A/B/y", ApiPath.Expand("x/{A}/{B}/y", name => name));
        Assert.Equal(["A", "B"], ApiPath.Placeholders("x/{A}/{B}/y"));
        Assert.Empty(ApiPath.Placeholders("x/y"));
    }

    [Theory]
    [InlineData("0123456789", true)]
    [InlineData("", false)]
    [InlineData("12a", false)]
    [InlineData("1/2", false)]
    [InlineData("1:2", false)]
    [InlineData("٣", false)]
    public void A_number_has_digits_alone(string id, bool isNumber) => Assert.Equal(isNumber, ApiPath.IsNumber(id));

    [Theory]
    [InlineData("contacts/1", false)]
    [InlineData("contacts/1/..x", false)]
    [InlineData("contacts?next=../x", false)]
    [InlineData("contacts#../x", false)]
    [InlineData("contacts/../tags/7", true)]
    [InlineData("./contacts", true)]
    [InlineData("contacts/%2e%2E", true)]
    [InlineData("contacts/ .. /x", true)]
    [InlineData("contacts\\..\\x", true)]
    [InlineData("//host/x", true)]
    [InlineData("\\host", true)]
    public void A_path_that_calls_another_operation_is_found(string path, bool leads) => Assert.Equal(leads, ApiPath.LeadsElsewhere(path));

    [Fact]
    public void A_placeholder_can_be_left_for_later()
    {
        var path = ApiPath.Expand("contacts/{ContactId}/tags/{Tag}", _ => "1", name => name == "Tag");
        Assert.Equal("contacts/1/tags/{Tag}", path);
        Assert.Equal("contacts/1/tags/9", ApiPath.Fill(path, "Tag", "9"));
    }

    [Fact]
    public void Requests_are_equal_when_the_same_bytes_would_be_sent()
    {
        var one = new ApiRequest("GET", "contacts").WithQuery(("per_page", "5"), ("q", "a b&c"));
        Assert.Equal("contacts?per_page=5&q=a%20b%26c", one.RelativeUri);
        Assert.Equal(one, new ApiRequest("GET", "contacts").WithQuery(("per_page", "5"), ("q", "a b&c")));
        Assert.NotEqual(one, one.WithQuery(("per_page", "6")));
        Assert.Equal("contacts?q=a%20b%26c", one.WithQuery(("per_page", null)).RelativeUri);
    }
}
