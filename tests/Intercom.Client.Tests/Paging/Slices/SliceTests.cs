using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

/// <summary>The progress of one slice, and what two neighbours both return.</summary>
public class SliceTests
{
    private sealed class Page(int count, long? total, string? next, long? last) : ISlicePage
    {
        public int Count => count;

        public long? Total => total;

        public string? Next => next;

        public long? Last => last;

        public SliceItems Read() => new([], null);

        public void Dispose() { }
    }

    [Fact]
    public void The_first_page_states_the_size_and_the_last_one_corrects_it()
    {
        var slice = new Slice(10, 100, 2, 40);
        Assert.Equal((10L, 100L, 40L, 0L), (slice.From!.Value, slice.To!.Value, slice.Size, slice.Arrived));
        Assert.True(slice.IsClearOf(0));
        Assert.Equal(30, slice.Left(10));
        Assert.True(slice.Take(new Page(10, 25, "a", 20)));
        Assert.Equal((25L, 10L, "a", 20L), (slice.Size, slice.Arrived, slice.Cursor, slice.Place!.Value));
        Assert.Equal(5, slice.Left(10));
        Assert.False(slice.IsClearOf(22));
        Assert.True(slice.IsClearOf(23));
        // A later total is not that of the slice.
        Assert.False(slice.Take(new Page(10, 99, "b", 30)));
        Assert.Equal(25, slice.Size);
        Assert.False(slice.Complete);
        Assert.False(slice.Take(new Page(0, null, null, null)));
        Assert.Equal((20L, 20L, "b", 30L), (slice.Size, slice.Arrived, slice.Cursor, slice.Place!.Value));
        Assert.True(slice.Complete);
        Assert.Equal(0, slice.Left(10));
    }

    [Theory]
    [InlineData("a", 20L, true, false)]
    [InlineData("a", 100L, true, false)]
    [InlineData("a", 101L, false, true)]
    [InlineData("a", null, true, false)]
    [InlineData(null, 20L, false, true)]
    public void A_slice_is_complete_behind_its_last_position(string? next, long? last, bool isFirst, bool isComplete)
    {
        var slice = new Slice(10, 100, 2, 40);
        Assert.Equal(isFirst, slice.Take(new Page(10, 25, next, last)));
        Assert.Equal(isComplete, slice.Complete);
        Assert.Equal(isComplete ? 10 : 25, slice.Size);
    }

    [Fact]
    public void A_total_below_what_arrived_or_without_what_was_given_away_is_corrected()
    {
        var low = new Slice(null, null, 0, 0);
        low.Take(new Page(10, 3, "a", 20));
        Assert.Equal(10, low.Size);
        var given = new Slice(0, 99, 4, 60);
        given.GiveAway(50, 30);
        Assert.Equal((49L, 30L), (given.To!.Value, given.Size));
        given.Take(new Page(10, 64, "a", 5));
        Assert.Equal(34, given.Size);
    }

    [Fact]
    public void A_slice_is_over_when_all_that_arrives_was_given()
    {
        var slice = new Slice(0, 99, 4, 60) { OnTheWay = true };
        Assert.True(slice.Busy);
        slice.OnTheWay = false;
        Assert.False(slice.Busy);
        slice.Undecided = true;
        Assert.True(slice.Busy);
        Assert.Equal(long.MinValue, slice.Edge);
        slice.Undecided = false;
        Assert.Equal(99, slice.Edge);
        Assert.False(slice.IsOver);
        slice.Pages.Enqueue(Task.FromResult(new SliceItems([], null)));
        slice.EndBefore(40);
        Assert.Equal((39L, 0L, true), (slice.To!.Value, slice.Size, slice.Complete));
        Assert.True(slice.Busy);
        Assert.False(slice.IsOver);
        slice.Pages.Clear();
        Assert.True(slice.IsOver);
        slice.OnTheWay = true;
        Assert.False(slice.IsOver);
        slice.OnTheWay = false;
        slice.Undecided = true;
        Assert.False(slice.IsOver);
        Assert.Equal(long.MaxValue, new Slice(null, null, 0, 0).Edge);
    }

    [Fact]
    public void The_first_failure_ends_a_slice()
    {
        var slice = new Slice(0, 99, 4, 60) { OnTheWay = true, Undecided = true };
        var (first, second) = (new FormatException(), new FormatException());
        slice.Fail(first);
        slice.Fail(second);
        Assert.Same(first, slice.Failure);
        Assert.True(slice.IsOver);
    }

    [Fact]
    public void A_border_knows_the_items_at_an_edge_until_they_are_passed()
    {
        static SliceItem Item(string? id, long? high) => new("x", id, high, high);
        var border = new Border();
        Assert.False(border.HasSeen(Item("a", 9), 10));
        Assert.False(border.HasSeen(Item("a", 9), 10));
        Assert.False(border.HasSeen(Item("b", 10), 10));
        Assert.True(border.HasSeen(Item("b", 10), 10));
        Assert.False(border.HasSeen(Item("c", null), 10));
        Assert.True(border.HasSeen(Item("c", null), 10));
        Assert.False(border.HasSeen(Item(null, 10), 10));
        Assert.False(border.HasSeen(Item(null, 10), 10));
        border.PassTo(null);
        border.PassTo(11);
        Assert.True(border.HasSeen(Item("b", 10), 10));
        border.PassTo(12);
        Assert.False(border.HasSeen(Item("b", 10), 11));
        Assert.True(border.HasSeen(Item("c", 0), 11));
    }
}
