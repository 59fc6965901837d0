namespace Intercom.Client.Tests.Models;

public class SegmentTests
{
    [Fact]
    public void Reads_a_segment_and_a_tag()
    {
        var segment = Wire.Read<Segment>(
            """
            {"type": "segment", "id": "s1", "name": "Active", "person_type": "user", "count": 42,
             "created_at": 1704164645, "updated_at": 1704164645}
            """);
        var tag = Wire.Read<Tag>(
            """{"type": "tag", "id": 3, "name": "vip", "applied_at": 1704164645, "applied_by": {"type": "admin", "id": 9001}}""");

        Assert.Equal(42, segment.Count);
        Assert.Equal("user", segment.PersonType);
        Assert.Equal("Active", segment.ToString());
        Assert.Equal(Wire.Local(1704164645), tag.AppliedAt);
        Assert.Equal("9001", tag.AppliedBy!.ToString());
        Assert.Equal("vip", tag.ToString());
    }
}
