using Intercom.Json;
using Intercom.Query;

namespace Intercom.Client.Tests.Models;

/// <summary>A number is sent as it was written: with the shortest digits that read back as the same number.</summary>
public class PlainNumberTests
{
    [Theory]
    [InlineData(9.99, "9.99")]
    [InlineData(0.1, "0.1")]
    [InlineData(-1234.5, "-1234.5")]
    [InlineData(4.0, "4")]
    [InlineData(84.0 / 10, "8.4")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    public void In_a_body(double number, string sent)
    {
        Assert.Equal(sent, PlainValue.ToNode(number)!.ToJsonString());
        Assert.Equal($$"""{"price":{{sent}}}""", new JsonObject { ["price"] = PlainValue.ToNode(number) }.ToJsonString());
        Assert.Equal(number, PlainValue.ToNode(number)!.GetValue<double>());
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(5e-324)]
    [InlineData(double.MaxValue)]
    [InlineData(0.84551240822557006)]
    public void However_large_or_small_it_reads_back_as_the_same(double number) =>
        Assert.Equal(number, JsonNode.Parse(PlainValue.ToNode(number)!.ToJsonString())!.GetValue<double>());

    [Fact]
    public void In_a_query() =>
        Assert.Equal(
            """{"field":"custom_attributes.price","operator":"=","value":9.99}""",
            new QueryFilter("custom_attributes.price", QueryOperator.Equal, 9.99).ToJson());

    [Fact]
    public void In_a_model() => Assert.Equal("""{"monthly_spend":9.99}""", Wire.Write(new Company { MonthlySpend = 9.99 }));
}
