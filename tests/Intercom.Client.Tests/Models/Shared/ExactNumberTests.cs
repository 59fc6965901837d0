using Intercom.Json;

namespace Intercom.Client.Tests.Models;

/// <summary>Numbers are sent back as they were received, in any type.</summary>
public class ExactNumberTests
{
    [Theory]
    [InlineData("12345678901234567890")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("0.1234567890123456789")]
    [InlineData("9223372036854775807")]
    [InlineData("123456789012345678901234567890123")]
    [InlineData("0.1")]
    [InlineData("98.5")]
    [InlineData("1e99999999999999999999")]
    public void A_number_survives_the_round_trip(string json) =>
        Assert.Equal(
            $$"""{"n":{{json}}}""",
            PlainValue.ToNode(PlainValue.Parse(System.Text.Encoding.UTF8.GetBytes($$"""{"n":{{json}}}""")))!.ToJsonString());

    [Theory]
    [InlineData("1.50", 1.5)]
    [InlineData("1.5e1", 15.0)]
    [InlineData("1e-3", 0.001)]
    [InlineData("0.0", 0.0)]
    public void What_a_double_holds_is_one(string json, double value) =>
        Assert.Equal(value, PlainValue.Parse(System.Text.Encoding.UTF8.GetBytes(json)));
}
