using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

public class SlicePlanTests
{
    [Fact]
    public void The_slices_cover_the_range_without_gap_or_overlap()
    {
        var random = new Random(3);
        for (var i = 0; i < Runtime.Cases(3000); i++)
        {
            var from = random.NextInt64(-2_000_000_000, 2_000_000_000);
            var to = from + random.NextInt64(i % 2 == 0 ? 50 : 1_000_000_000);
            var items = random.NextInt64(i % 3 == 0 ? 20 : 300_000);
            var plan = SlicePlan.Cut(from, to, items, random.Next(1, 151), random.Next(2, 33));
            Assert.Equal(from, plan.Starts[0]);
            Assert.True(plan.Starts.Zip(plan.Starts.Skip(1)).All(pair => pair.First < pair.Second));
            Assert.True(plan.Starts[^1] <= to);
            Assert.True(plan.Pages >= 1);
        }
    }

    [Theory]
    [InlineData(0, 20_000_000, 20_000, 150, 8, 19)]
    [InlineData(0, 540, 20_000, 150, 8, 23)]
    [InlineData(0, 20_000_000, 400, 150, 8, 1)]
    [InlineData(0, 20_000_000, 20_000, 50, 4, 112)]
    public void The_rounds_are_near_the_fewest_possible(long from, long to, long items, int pageSize, int atOnce, int rounds)
    {
        var plan = SlicePlan.Cut(from, to, items, pageSize, atOnce);
        Assert.InRange((plan.Starts.Count + atOnce - 1) / atOnce * plan.Pages, 1, rounds);
    }

    [Fact]
    public void A_day_with_many_pages_is_a_slice_of_its_own()
    {
        var plan = SlicePlan.Cut(0, 9, 20_000, 150, 8);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], plan.Starts);
        Assert.InRange(plan.Pages, 14, 15);
    }

    [Fact]
    public void Few_items_are_not_cut() => Assert.Single(SlicePlan.Cut(0, 1_000_000, 90, 150, 8).Starts);

    [Theory]
    [InlineData(1_000_000, 1L << 50)]
    [InlineData(2_000_000_000, 1L << 50)]
    [InlineData(2_000_000_000, 1_000_000_000)]
    public void A_total_that_nobody_can_have_makes_no_more_slices_than_can_be_held(long to, long items) =>
        Assert.InRange(SlicePlan.Cut(0, to, items, 150, 8).Starts.Count, 1000, 20_000);

    [Theory]
    [InlineData(0, 999, 1000, 10, 4, "34 of 4")]
    [InlineData(0, 20000000, 20000, 150, 8, "48 of 3")]
    [InlineData(5, 5, 1000, 10, 4, "1 of 105")]
    [InlineData(0, 99, 5000, 10, 4, "100 of 7")]
    [InlineData(0, 99, 0, 10, 4, "1 of 1")]
    [InlineData(-1000, 0, 700, 10, 2, "24 of 4")]
    [InlineData(0, 999, 95, 10, 4, "8 of 2")]
    [InlineData(0, 9, 400, 10, 3, "10 of 5")]
    [InlineData(0, 49, 500, 10, 6, "17 of 4")]
    public void The_plan_has_so_many_slices_of_so_many_pages(long from, long to, long items, int pageSize, int atOnce, string slices)
    {
        var plan = SlicePlan.Cut(from, to, items, pageSize, atOnce);
        Assert.Equal(slices, $"{plan.Starts.Count} of {plan.Pages}");
        // The slices are as wide as one another, but for one position.
        var widths = plan.Starts.Zip(plan.Starts.Skip(1).Append(to + 1), (start, end) => end - start).ToList();
        Assert.InRange(widths.Max() - widths.Min(), 0, 1);
    }
}
