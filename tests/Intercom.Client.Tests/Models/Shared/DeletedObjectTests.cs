namespace Intercom.Client.Tests.Models;

public class DeletedObjectTests
{
    [Theory]
    [InlineData("""{"id": 42, "object": "article", "deleted": true}""", "article 42")]
    [InlineData("""{"type": "contact", "id": "c1", "external_id": null, "deleted": true}""", "contact c1")]
    public void Reads_what_was_deleted(string json, string words)
    {
        var deleted = Wire.Read<DeletedObject>(json);

        Assert.True(deleted.Deleted);
        Assert.Equal(words, deleted.ToString());
    }
}
