namespace Intercom.Client.Tests.Models;

public class AdditionalFieldsTests
{
    private const string Odd = """
        {"type": "tag", "id": 7, "name": "vip", "text": "a", "whole": 12345678901234567, "part": 1.5, "yes": true, "nothing": null,
         "many": [1, "b", {"c": 2}], "inner": {"d": {"e": false}}}
        """;

    [Fact]
    public void Unknown_fields_arrive_as_plain_values()
    {
        var fields = Wire.Read<Tag>(Odd).AdditionalFields;

        Assert.NotNull(fields);
        Assert.Equal("a", fields["text"]);
        Assert.Equal(12345678901234567L, fields["whole"]);
        Assert.Equal(1.5, fields["part"]);
        Assert.Equal(true, fields["yes"]);
        Assert.True(fields.ContainsKey("nothing"));
        Assert.Null(fields["nothing"]);
        var many = Assert.IsType<ItemList<object?>>(fields["many"]);
        Assert.Equal(1L, many[0]);
        Assert.Equal("b", many[1]);
        Assert.Equal(2L, Assert.IsType<AttributeBag>(many[2])["c"]);
        Assert.Equal(false, Assert.IsType<AttributeBag>(Assert.IsType<AttributeBag>(fields["inner"])["d"])["e"]);
        Assert.Equal(7, fields.Count);
    }

    [Fact]
    public void Without_unknown_fields_there_is_no_bag() => Assert.Null(Wire.Read<Tag>("""{"id": "7", "name": "vip"}""").AdditionalFields);

    [Fact]
    public void Unknown_fields_are_written_back()
    {
        var again = Wire.Read<Tag>(Wire.Write(Wire.Read<Tag>(Odd)));

        Assert.Equal("7", again.Id);
        Assert.Equal(12345678901234567L, again.AdditionalFields!["whole"]);
        Assert.Equal(
            "text=a; whole=12345678901234567; part=1.5; yes=True; nothing=; many=1, b, {c=2}; inner={d={e=False}}",
            again.AdditionalFields.ToString());
    }
}
