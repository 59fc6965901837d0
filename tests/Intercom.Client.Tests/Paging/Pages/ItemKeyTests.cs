using System.Text;
using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

/// <summary>What an item is known again by.</summary>
public class ItemKeyTests
{
    private static (bool IsKnown, ItemKey Key, long? Created) Read(string json) =>
        (ItemKey.TryRead(Encoding.UTF8.GetBytes(json), out var key, out var created), key, created);

    [Theory]
    [InlineData("""{"id":"1"}""", true)]
    [InlineData(""" { "a" : {"id":2} , "id" : 1 , "b" : [] } """, true)]
    [InlineData("""{"type":"contact","id":"1"}""", true)]
    [InlineData("""{"id":""}""", false)]
    [InlineData("""{"id":null}""", false)]
    [InlineData("""{"id":{"a":1}}""", false)]
    [InlineData("""{"id":[1]}""", false)]
    [InlineData("""{"type":"event","id":"1"}""", false)]
    [InlineData("""{"type":"event.summary","id":"1"}""", false)]
    [InlineData("""{"name":"x"}""", false)]
    [InlineData("{}", false)]
    [InlineData("", false)]
    [InlineData("[]", false)]
    [InlineData("7", false)]
    [InlineData("""{"id":"1""", false)]
    [InlineData("""{"id" "1"}""", false)]
    [InlineData("""{"id":1,}""", true)]
    public void An_item_has_a_key_when_it_has_an_id_of_its_own(string json, bool isKnown) => Assert.Equal(isKnown, Read(json).IsKnown);

    [Theory]
    [InlineData("""{"id":"1","created_at":17}""", 17L)]
    [InlineData("""{"created_at":-5,"id":"1"}""", -5L)]
    [InlineData("""{"id":"1","created_at":17.5}""", null)]
    [InlineData("""{"id":"1","created_at":"17"}""", null)]
    [InlineData("""{"id":"1","created_at":null}""", null)]
    [InlineData("""{"id":"1","updated_at":17}""", null)]
    public void The_time_of_its_creation_comes_with_it(string json, long? created) => Assert.Equal(created, Read(json).Created);

    [Fact]
    public void Different_items_have_different_keys()
    {
        var items = Enumerable.Range(0, 2000).Select(number => $$"""{"id":"{{number}}"}""")
            .Concat(["""{"type":"a","id":"1"}""", """{"type":"b","id":"1"}""", """{"type":"a1","id":""}""", """{"type":"1","id":"a"}"""]);
        var keys = items.Select(Read).Where(item => item.IsKnown).Select(item => item.Key).ToList();
        Assert.Equal(2003, keys.Count);
        Assert.Equal(keys.Count, keys.Select(key => key.High).Distinct().Count());
        Assert.Equal(keys.Count, keys.Select(key => key.Low).Distinct().Count());
        Assert.All(keys, key => Assert.NotEqual(key.High, key.Low));
        Assert.Equal(Read("""{"id":1}""").Key, Read("""{"id":"1"}""").Key);
    }

    [Fact]
    public void Models_without_an_id_are_not_identified()
    {
        Assert.True(ItemKey.Identifies(typeof(Contact)));
        Assert.True(ItemKey.Identifies(typeof(object)));
        Assert.False(ItemKey.Identifies(typeof(Event)));
        Assert.False(ItemKey.Identifies(typeof(Uri)));
    }
}
