using Intercom.Paging;

namespace Intercom.Client.Tests.Paging;

/// <summary>The results of a partitioned read, for any distribution of items and any order of responses.</summary>
public class PartitionedReaderTests
{
    private static IEnumerable<Placed> Even(int count, long from, long to) =>
        Enumerable.Range(0, count).Select(i => new Placed(from + ((to - from) * i / Math.Max(1, count - 1)), i));

    private static IEnumerable<Placed> Random(int count, Random random, Func<Random, long> place) =>
        Enumerable.Range(0, count).Select(i => new Placed(place(random), i));

    private static async Task<List<string>> Ids(
        FakeSlices list, int atOnce, ListOptions? options = null, CancellationToken cancellation = default) =>
        await Ids(list, list.Reader(atOnce), options, cancellation);

    private static async Task<List<string>> Ids(
        FakeSlices list, PartitionedReader reader, ListOptions? options, CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var id in reader.ReadAsync(options ?? new ListOptions(), cancellation))
        {
            ids.Add((string)id);
            list.Taken++;
        }
        return ids;
    }

    /// <summary>Reads while the held calls are released in random order.</summary>
    private static async Task<List<string>> IdsByChance(FakeSlices list, int atOnce, Random random, ListOptions? options = null)
    {
        var read = Task.Run(() => Ids(list, atOnce, options));
        while (!read.IsCompleted)
        {
            list.LetGo(random.Next);
            await Task.Yield();
        }
        return await read;
    }

    /// <summary>
    /// Reads while held calls are released in random order, each only when everything that the reader has started is held: then the number
    /// of calls under way does not depend on the threads.
    /// </summary>
    private static async Task<List<string>> IdsWhenAllAreHeld(FakeSlices list, int atOnce, Random random, ListOptions? options = null)
    {
        var reader = list.Reader(atOnce);
        var read = Task.Run(() => Ids(list, reader, options, CancellationToken.None));
        while (!read.IsCompleted)
        {
            if (list.Held == reader.Running) list.LetGo(random.Next);
            await Task.Yield();
        }
        return await read;
    }

    public static TheoryData<string> Shapes =>
        [
            "even", "bunched at the start", "bunched at the end", "two heaps", "one place", "one outlier far below",
            "empty", "one", "one page", "a page and one"];

    private static FakeSlices List(string shape, Random random, bool shared, bool blurred)
    {
        var items = shape switch
        {
            "even" => Even(700, 1000, 90_000),
            "bunched at the start" => Random(700, random, r => (long)(Math.Pow(r.NextDouble(), 6) * 100_000)),
            "bunched at the end" => Random(700, random, r => 100_000 - (long)(Math.Pow(r.NextDouble(), 6) * 100_000)),
            "two heaps" => Random(700, random, r => r.Next(2) == 0 ? r.Next(30) : 1_000_000 + r.Next(30)),
            "one place" => Random(300, random, _ => 77),
            "one outlier far below" => Random(500, random, r => 1_000_000_000 + r.Next(500)).Append(new Placed(-5_000_000_000, 9999)),
            "empty" => [],
            "one" => [new Placed(5, 1)],
            "one page" => Even(10, 1, 100),
            _ => Even(11, 1, 100),
        };
        return new FakeSlices(items.ToList(), 10) { Holds = true, SharedEdges = shared, Blurred = blurred };
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_item_comes_once_and_in_order_however_they_lie_and_in_whatever_order_the_answers_come(string shape)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var list = List(shape, random, shared: seed % 2 == 1, blurred: seed % 3 == 1);
            Assert.Equal(list.Ids, await IdsByChance(list, 2 + (seed % 7), random));
            Assert.True(list.MostUnderWay <= 2 + (seed % 7), $"{list.MostUnderWay} calls at once");
        }
    }

    [Fact]
    public async Task The_calls_are_few_and_all_at_once()
    {
        var list = new FakeSlices(Random(20_000, new Random(4), r => r.Next(40_000_000)).ToList(), 150)
        {
            Holds = true, HoldsLast = false,
        };
        Assert.Equal(list.Ids, await IdsWhenAllAreHeld(list, 8, new Random(5)));
        Assert.Equal(8, list.MostUnderWay);
        Assert.InRange(list.Calls, 134, 155);
    }

    [Theory]
    [InlineData(20_000, 40_000_000, 150, 8, 20)]
    // Whole days: slices of four pages each, and more calls allowed than slices.
    [InlineData(20_000, 540, 150, 8, 20)]
    [InlineData(3_000, 100_000, 150, 32, 3)]
    public async Task At_the_end_too_all_calls_have_something_to_do(int count, int positions, int pageSize, int atOnce, int rounds)
    {
        var list = new FakeSlices(Random(count, new Random(6), r => r.Next(positions)).ToList(), pageSize) { Holds = true };
        var reader = list.Reader(atOnce);
        var ids = new List<string>();
        var read = Task.Run(async () =>
        {
            await foreach (var id in reader.ReadAsync(new ListOptions())) ids.Add((string)id);
        });
        // All calls take the same time: held calls are released together when nothing else runs.
        var seen = 0;
        while (!read.IsCompleted)
        {
            var held = list.Held;
            if (held > 0 && held == reader.Running && held == list.Held)
            {
                seen++;
                for (; held > 0; held--) list.LetGo(_ => 0);
            }
            await Task.Yield();
        }
        await read;
        Assert.Equal(list.Ids, ids);
        Assert.InRange(seen, 1, rounds);
    }

    [Fact]
    public async Task A_slice_that_proves_too_large_is_cut_again()
    {
        // All but a few are in a thousandth of the range.
        var list = new FakeSlices(
            Even(100, 0, 1_000_000)
                .Concat(Random(3000, new Random(1), r =>
                    500_000 + r.Next(1000)).Select(item => item with { Number = item.Number + 1000 })).ToList(),
            10);
        Assert.Equal(list.Ids, await Ids(list, 4));
        Assert.Contains(list.Told, message => message.Contains("cut again", StringComparison.Ordinal));
        // 310 full pages and, for each level of cutting, its sparse slices.
        Assert.InRange(list.Calls, 310, 520);
    }

    [Fact]
    public async Task What_lies_at_one_place_is_read_page_by_page_and_that_is_told()
    {
        var list = new FakeSlices(Random(300, new Random(2), _ => 77).ToList(), 10);
        Assert.Equal(list.Ids, await Ids(list, 4));
        Assert.Contains("cannot be divided further", Assert.Single(list.Told), StringComparison.Ordinal);
        Assert.Equal(30, list.Calls);
    }

    [Fact]
    public async Task Without_totals_it_is_read_page_by_page()
    {
        var list = new FakeSlices(Even(300, 0, 10_000), 10) { WithoutTotals = true };
        Assert.Equal(list.Ids, await Ids(list, 4));
        Assert.Equal(30, list.Calls);
    }

    [Fact]
    public async Task What_is_added_behind_the_end_while_it_runs_comes_at_the_end_once()
    {
        var list = new FakeSlices(Even(400, 0, 100_000).ToList(), 10);
        // For a while only: a list that grows with every call would never end.
        list.Before = (self, _, _) =>
        {
            if (self.Calls < 30) self.Add(new Placed(100_001 + self.Calls, 10_000 + self.Calls));
        };
        var ids = await Ids(list, 4);
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(Even(400, 0, 100_000).Select(item => item.Id), ids.Take(400));
        // Those that were there when the last page was made.
        Assert.NotEmpty(ids.Skip(400));
        Assert.Equal(list.Ids.Skip(400).Take(ids.Count - 400), ids.Skip(400));
    }

    [Fact]
    public async Task What_is_added_before_the_start_while_it_runs_stays_out()
    {
        // A list that starts with the latest: new items are added at the front.
        var list = new FakeSlices(Even(400, 0, 100_000).ToList(), 10);
        var first = true;
        list.Before = (self, _, _) =>
        {
            if (!first) self.Add(new Placed(-self.Calls, 10_000 + self.Calls));
            first = false;
        };
        Assert.Equal(Even(400, 0, 100_000).Select(item => item.Id), await Ids(list, 4));
    }

    [Fact]
    public async Task What_drops_out_or_comes_in_while_it_runs_takes_no_other_item_with_it()
    {
        for (var seed = 0; seed < Runtime.Cases(20); seed++)
        {
            var random = new Random(seed);
            var always = Random(400, random, r => r.Next(5000)).ToList();
            var guests = Random(200, random, r => r.Next(5000)).Select(item => item with { Number = item.Number + 1000 }).ToList();
            var list = new FakeSlices(always, 10) { Holds = true };
            list.Before = (self, _, _) =>
            {
                lock (random)
                {
                    self.Add(guests[random.Next(guests.Count)]);
                    self.Remove(guests[random.Next(guests.Count)]);
                }
            };
            var ids = await IdsByChance(list, 4, new Random(seed));
            Assert.Equal(ids.Distinct(), ids);
            Assert.Equal(always.OrderBy(item => item.Place).ThenBy(item => item.Number).Select(item => item.Id), ids.Where(id =>
                int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) < 1000));
        }
    }

    [Fact]
    public async Task Pages_ahead_of_their_turn_are_bounded()
    {
        var list = new FakeSlices(Even(4_000, 0, 10_000_000).ToList(), 10);
        var reader = list.Reader(4);
        await foreach (var _ in reader.ReadAsync(new ListOptions(), TestContext.Current.CancellationToken))
        {
            list.Taken++;
            // A slow consumer: the rest of the process gets every chance to run ahead.
            if (list.Taken % 10 == 0) for (var i = 0; i < 20; i++) await Task.Yield();
        }
        Assert.Equal(4_000, list.Taken);
        // In addition to the current page and the one that is due.
        Assert.InRange(list.MostAhead, 10 * 4, 10 * (reader.Room + 2));
    }

    [Theory]
    [InlineData(25, 0)]
    [InlineData(100, 333)]
    [InlineData(1, 699)]
    [InlineData(50, 690)]
    public async Task First_and_skip_take_what_they_say_and_ask_for_little_more(int first, int skip)
    {
        var list = new FakeSlices(Even(700, 0, 10_000_000).ToList(), 10);
        Assert.Equal(list.Ids.Skip(skip).Take(first), await Ids(list, 4, new ListOptions { First = first, Skip = skip }));
        Assert.InRange(list.Calls, 1, ((first + skip) / 10) + 2 + ((first + skip) / 25) + 8);
        Assert.Equal(0, list.UnderWay);
    }

    [Fact]
    public async Task The_total_is_told_before_the_first_item()
    {
        long? total = null;
        var list = new FakeSlices(Even(700, 0, 10_000_000).ToList(), 10);
        await foreach (var _ in list.Reader(4).ReadAsync(new ListOptions { Total = count =>
            total = count }, TestContext.Current.CancellationToken)) Assert.Equal(700, total);
        total = -1;
        var none = new FakeSlices([], 10);
        Assert.Empty(await Ids(none, 4, new ListOptions { Total = count => total = count }));
        Assert.Equal(0, total);
    }

    [Fact]
    public async Task A_failure_in_the_middle_comes_in_its_turn()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var list = new FakeSlices(Even(700, 0, 10_000).ToList(), 10) { Holds = true };
            list.Before = (_, from, _) =>
            {
                if (from > 5000) throw new InvalidOperationException("boom");
            };
            var ids = new List<string>();
            var read = Task.Run(async () =>
            {
                await foreach (
                    var id in list.Reader(4).ReadAsync(new ListOptions(), TestContext.Current.CancellationToken)) ids.Add((string)id);
            }, TestContext.Current.CancellationToken);
            var random = new Random(seed);
            while (!read.IsCompleted)
            {
                list.LetGo(random.Next);
                await Task.Yield();
            }
            Assert.Equal("boom", (await Assert.ThrowsAsync<InvalidOperationException>(() => read)).Message);
            // All items of the slices before it, and none after it.
            Assert.InRange(ids.Count, 350, 390);
            Assert.Equal(list.Ids.Take(ids.Count), ids);
            Assert.Equal(0, list.UnderWay);
        }
    }

    [Fact]
    public async Task An_item_that_cannot_be_read_ends_the_list_behind_those_before_it()
    {
        var list = new FakeSlices(Even(700, 0, 10_000).ToList(), 10) { Unreadable = 433 };
        var ids = new List<string>();
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (
                var id in list.Reader(4).ReadAsync(new ListOptions(), TestContext.Current.CancellationToken)) ids.Add((string)id);
        });
        Assert.Equal(list.Ids.Take(433), ids);
    }

    [Fact]
    public async Task Cancellation_ends_every_slice_and_asks_for_nothing_more()
    {
        var list = new FakeSlices(Even(2000, 0, 1_000_000).ToList(), 10) { Holds = true };
        using var stop = new CancellationTokenSource();
        var read = Task.Run(() => Ids(list, 4, null, stop.Token), TestContext.Current.CancellationToken);
        while (list.Taken < 100 || list.UnderWay < 3)
        {
            if (list.Taken < 100 || list.UnderWay >= 4) list.LetGo(_ => 0);
            await Task.Yield();
        }
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.Equal(0, list.UnderWay);
        var calls = list.Calls;
        while (list.LetGo(_ => 0)) await Task.Yield();
        Assert.Equal(calls, list.Calls);
    }

    [Fact]
    public async Task A_reader_who_stops_also_stops_the_slices()
    {
        var list = new FakeSlices(Even(2000, 0, 1_000_000).ToList(), 10);
        await foreach (
            var id in list.Reader(4).ReadAsync(new ListOptions(), TestContext.Current.CancellationToken)) if ((string)id == "55") break;
        Assert.Equal(0, list.UnderWay);
        Assert.InRange(list.Calls, 1, 50);
    }

    [Fact]
    public async Task A_slice_that_gives_away_a_part_near_its_position_returns_nothing_twice()
    {
        for (var seed = 1000; seed < 1000 + Runtime.Cases(500); seed++)
        {
            var random = new Random(seed);
            // Few positions, more and more crowded towards the end, so that the half that is given away begins close behind what has
            // arrived.
            var (positions, crowd) = (random.Next(4, 60), 1 + (4 * random.NextDouble()));
            var list = new FakeSlices(
                Random(random.Next(30, 400), random, r => positions - (long)(positions * Math.Pow(r.NextDouble(), crowd))).ToList(),
                random.Next(2, 12))
            {
                Holds = true, SharedEdges = seed % 2 == 1, Blurred = seed % 3 != 1,
            };
            var ids = await IdsByChance(list, random.Next(3, 33), random);
            Assert.True(list.Ids.SequenceEqual(ids), $"seed {seed}: {string.Join(",", list.Ids)} became {string.Join(",", ids)}");
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 20)]
    public async Task Of_none_wanted_none_comes(int first, int skip) =>
        Assert.Empty(await Ids(new FakeSlices(Even(100, 0, 1000), 10), 4, new ListOptions { First = first, Skip = skip }));

    [Fact]
    public async Task As_many_as_there_can_be_are_all_but_those_passed_over()
    {
        var list = new FakeSlices(Even(300, 0, 100_000), 10) { Holds = true, HoldsLast = false };
        var ids = await IdsWhenAllAreHeld(list, 4, new Random(1), new ListOptions { First = long.MaxValue, Skip = 5 });
        Assert.Equal(list.Ids.Skip(5), ids);
        Assert.Equal(4, list.MostUnderWay);
    }

    [Fact]
    public async Task A_total_that_is_far_too_high_changes_nothing_of_what_comes()
    {
        var list = new FakeSlices(Even(300, 0, 5_000_000), 10) { Total = 1L << 42 };
        Assert.Equal(list.Ids, await Ids(list, 4));
    }

    [Fact]
    public async Task A_total_that_is_too_low_changes_nothing_of_what_comes()
    {
        var list = new FakeSlices(Even(300, 0, 5_000_000), 10) { Total = 3 };
        Assert.Equal(list.Ids, await Ids(list, 4));
    }
}
