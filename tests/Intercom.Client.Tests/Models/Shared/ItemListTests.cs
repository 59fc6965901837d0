namespace Intercom.Client.Tests.Models;

public class ItemListTests
{
    [Fact]
    public void A_list_that_was_cut_says_so()
    {
        var tags = Wire.Read<Contact>("""
            {"tags": {"type": "list", "data": [{"id": 1, "type": "tag", "url": "/tags/1"}], "url": "/contacts/5/tags",
             "total_count": 14, "has_more": true}}
            """).Tags!;

        Assert.Equal("1", Assert.Single(tags).Id);
        Assert.True(tags.HasMore);
        Assert.Equal(14, tags.TotalCount);
        Assert.Equal("/contacts/5/tags", tags.Url);
        Assert.Equal("list", tags.Type);
    }

    [Theory]
    [InlineData("""{"type":"tag.list","tags":[{"id":"1"},{"id":"2"}]}""")]
    [InlineData("""{"data":[{"id":"1"},{"id":"2"}]}""")]
    [InlineData("""[{"id":"1"},{"id":"2"}]""")]
    [InlineData("""{"type":"tag.list"}""")]
    [InlineData("[]")]
    public void A_list_is_written_as_it_was_read(string wire)
    {
        var json = $$"""{"tags":{{wire}}}""";

        Assert.Equal(json, Wire.Write(Wire.Read<Conversation>(json)));
    }

    [Fact]
    public void Entries_that_are_null_are_left_out_and_odd_ones_kept()
    {
        var tags = Wire.Read<Conversation>("""{"tags": {"tags": [null, {"id": 1}, "vip", 5]}}""").Tags!;

        Assert.Equal(3, tags.Count);
        Assert.Equal("vip", tags[1].AdditionalFields!["value"]);
        Assert.Equal(5L, tags[2].AdditionalFields!["value"]);
    }

    [Fact]
    public void Unknown_parts_of_a_list_are_passed_over() =>
        Assert.Equal(
            "1",
            Wire.Read<Conversation>("""{"tags": {"pages": {"next": {"a": [1]}}, "tags": [{"id": 1}], "note": "x"}}""").Tags!.Single().Id);

    [Fact]
    public void A_list_prints_as_words() =>
        Assert.Equal("vip, beta", Wire.Read<Conversation>("""{"tags": {"tags": [{"name": "vip"}, {"name": "beta"}]}}""").Tags!.ToString());

    [Fact]
    public void A_list_of_ids_is_text() => Assert.Equal(["10", "11"], Wire.Read<Admin>("""{"team_ids": [10, "11"]}""").TeamIds!);
}
