using System.Text;
using System.Text.Json;
using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

/// <summary>Where JSON values end, and where a body is broken.</summary>
public class JsonScanTests
{
    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [Theory]
    [InlineData("true,", 4)]
    [InlineData("-1.5e3}", 6)]
    [InlineData("null]", 4)]
    [InlineData("12:", 2)]
    [InlineData("12\"", 2)]
    [InlineData("12{", 2)]
    [InlineData("12[", 2)]
    [InlineData("12 ", 2)]
    [InlineData("12\n", 2)]
    [InlineData("12", 2)]
    [InlineData("\"a\\\"b\"x", 6)]
    [InlineData("\"\\\\\"x", 4)]
    [InlineData("{\"}\":[1,{}]}x", 12)]
    [InlineData("[{},[]]]", 7)]
    public void A_value_ends_here(string json, int end) => Assert.Equal(end, JsonScan.Value(Bytes(json), 0));

    [Theory]
    [InlineData("", "The body ends at byte 0: a value is missing.")]
    [InlineData(",", "At byte 0 of the body a value is missing.")]
    [InlineData("}", "At byte 0 of the body a value is missing.")]
    [InlineData("\"a", "The body ends at byte 2: a text is not closed.")]
    [InlineData("\"a\\", "The body ends at byte 3: a text is not closed.")]
    [InlineData("\"a\\\"", "The body ends at byte 4: a text is not closed.")]
    [InlineData("{", "The body ends at byte 1: an object or a list is not closed.")]
    [InlineData("[{]", "At byte 2 of the body a bracket closes another kind.")]
    [InlineData("{[}", "At byte 2 of the body a bracket closes another kind.")]
    public void A_value_that_is_broken_is_named_with_its_place(string json, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => JsonScan.Value(Bytes(json), 0)).Message);

    [Fact]
    public void As_many_levels_as_allowed_are_read()
    {
        string Lists(int levels) => new string('[', levels) + new string(']', levels);
        string Objects(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
        Assert.Equal(256, JsonScan.Value(Bytes(Lists(128)), 0));
        Assert.Equal((128 * 6) + 1, JsonScan.Value(Bytes(Objects(128)), 0));
        Assert.Equal(
            "At byte 128 of the body more than 128 levels begin.",
            Assert.Throws<JsonException>(() => JsonScan.Value(Bytes(Lists(129)), 0)).Message);
        // A level that was an object is a list later.
        Assert.Equal(14, JsonScan.Value(Bytes("[{\"a\":{}},[[]]]"), 0) - 1);
    }

    [Fact]
    public void White_space_is_passed_over()
    {
        Assert.Equal(4, JsonScan.Blank(Bytes(" \t\r\nx"), 0));
        Assert.Equal(2, JsonScan.Blank(Bytes("x  "), 2) - 1);
        Assert.Equal(0, JsonScan.Blank(Bytes("x"), 0));
        Assert.Equal(3, JsonScan.Expect(Bytes("  :x"), 0, ':'));
        Assert.Equal(
            "At byte 2 of the body ':' is missing.",
            Assert.Throws<JsonException>(() => JsonScan.Expect(Bytes("  x"), 0, ':')).Message);
        Assert.Equal(
            "The body ends at byte 2: ':' is missing.",
            Assert.Throws<JsonException>(() => JsonScan.Expect(Bytes("  "), 0, ':')).Message);
    }
}
