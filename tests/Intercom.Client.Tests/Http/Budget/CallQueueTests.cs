using Intercom.Http;

namespace Intercom.Client.Tests.Http.Budget;

/// <summary>The order of the calls that wait.</summary>
public class CallQueueTests
{
    [Fact]
    public void The_only_call_of_a_command_passes_those_of_a_command_with_several()
    {
        var queue = new CallQueue();
        var bulk = new object();
        for (var i = 0; i < 30; i++) queue.Add(new NamedWaiter($"bulk {i}", bulk));
        for (var i = 0; i < 4; i++) queue.Add(new NamedWaiter($"prompt {i}", new object()));
        // The first of the bulk run came first; a quarter of the part may pass, the others keep their place.
        var order = Enumerable.Range(0, 5).Select(_ => ((NamedWaiter)queue.Next(8)!).Name).ToArray();
        Assert.Equal(["bulk 0", "prompt 0", "prompt 1", "bulk 1", "bulk 2"], order);
        queue.Turn();
        Assert.Equal("prompt 2", ((NamedWaiter)queue.Next(8)!).Name);
        var left = 0;
        while (queue.Next(8) is not null) left++;
        Assert.Equal(28, left);
        Assert.Equal(0, queue.Count);
    }

    private sealed class NamedWaiter(string name, object command) : CallWaiter(command, null)
    {
        public string Name { get; } = name;

        public override void LetThrough(CallPermit permit) => throw new InvalidOperationException();
    }
}
