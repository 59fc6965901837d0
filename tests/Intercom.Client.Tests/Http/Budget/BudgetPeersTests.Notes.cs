using Intercom.Http;

namespace Intercom.Client.Tests.Http.Budget;

/// <content>What processes tell each other.</content>
public sealed partial class BudgetPeersTests
{
    [Fact]
    public void Processes_know_each_other_and_what_each_needs()
    {
        var (first, second) = (Peers(), Peers());
        Assert.Empty(Exchange(first, 7).Others);
        Assert.Equal([new PeerNote(7)], Exchange(second, BudgetShare.Everything).Others);
        Assert.Equal([new PeerNote(BudgetShare.Everything)], Exchange(first, 0).Others);
        Assert.Equal([new PeerNote(0)], Exchange(second, 3).Others);
        Assert.Equal(1, Exchange(first, 0).Rank + Exchange(second, 0).Rank);
        Assert.Null(first.Refusal);

        second.Leave();
        Assert.Empty(Exchange(first, 1).Others);
    }

    [Fact]
    public void What_a_process_publishes_is_read_by_the_others_and_damage_tells_nothing()
    {
        var (first, second) = (Peers(), Peers());
        var note = new PeerNote(7, 1_790_000_010, 166, 40, 12, 3);
        first.Exchange(_ => new PeerNote(BudgetShare.Everything, 1_790_000_000, 1666, 1600, 1599, 64));
        first.Exchange(_ => note);
        Assert.Equal([note], Exchange(second, 1).Others);

        var own = Directory.GetFiles(Folder).Single(file => File.ReadAllText(file).StartsWith("7 ", StringComparison.Ordinal));
        foreach (var damaged in new[] { "", "7", "7 -1 166 40 12 3", "7 1 2 3 4 99999999999999999999", "7 1 2 3 4 5 6", "what?" })
        {
            File.WriteAllText(own, damaged.Length == 0 ? "" : damaged.PadRight(PeerNote.Length - 1) + "\n");
            Assert.Equal([new PeerNote(BudgetShare.Everything)], Exchange(second, 1).Others);
        }
    }

    [Fact]
    public void Processes_publish_one_after_the_other()
    {
        var turn = Path.Combine(Folder, "turn");
        var wasTaken = false;
        Peers().Exchange(_ =>
        {
            // Nobody else can create it now, which is what each of them does first.
            wasTaken = File.Exists(turn);
            Assert.Throws<IOException>(() => new FileStream(turn, FileMode.CreateNew));
            return new PeerNote(1);
        });
        Assert.True(wasTaken);
        Assert.False(File.Exists(turn));
    }

    [Fact]
    public void A_turn_that_another_process_holds_for_long_is_not_taken_from_it()
    {
        var peers = Peers();
        Assert.True(Exchange(peers, 1).HasTurn);
        using (var turn = new FileStream(Path.Combine(Folder, "turn"), FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            Assert.False(Exchange(peers, 2).HasTurn);
            Assert.True(File.Exists(turn.Name));
        }
        Assert.True(Exchange(peers, 3).HasTurn);
        Assert.Null(peers.Refusal);
    }

    [Fact]
    public void A_process_that_died_while_it_published_does_not_hold_the_others_up()
    {
        var peers = Peers();
        Exchange(peers, 1);
        File.WriteAllText(Path.Combine(Folder, "turn"), "");
        Exchange(peers, 2);
        Assert.Null(peers.Refusal);
        Assert.Single(Directory.GetFiles(Folder));
    }
}
