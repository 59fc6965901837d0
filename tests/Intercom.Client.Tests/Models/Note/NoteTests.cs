namespace Intercom.Client.Tests.Models;

public class NoteTests
{
    [Fact]
    public void Reads_a_note()
    {
        var note = Wire.Read<Note>(
            """
            {"type": "note", "id": 5, "created_at": 1704164645, "contact": {"type": "contact", "id": "c1"},
             "author": {"type": "admin", "id": 9001, "name": "Grace"}, "body": "<p>Called <b>twice</b>.</p>"}
            """);

        Assert.Equal("5", note.Id);
        Assert.Equal("c1", note.Contact!.Id);
        Assert.Equal("Grace", note.Author!.ToString());
        Assert.Equal("Called twice.", note.ToString());
        Assert.Equal(Wire.Local(1704164645), note.CreatedAt);
    }
}
