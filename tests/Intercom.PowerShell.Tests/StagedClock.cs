using System.Reflection;

namespace Intercom.PowerShell.Tests;

/// <summary>
/// A clock that moves only when a test moves it, put into a shell's connection: what takes long takes no time in the test. Timers run by
/// the real one, so nothing that waits is held up.
/// </summary>
internal sealed class StagedClock : TimeProvider
{
    private long _ticks = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>Puts a clock into the current connection of the shell.</summary>
    public StagedClock(Shell shell)
    {
        Assert.SkipWhen(
            BuiltModule.IsNetStandard,
            "The netstandard2.0 build has a TimeProvider of its own, which a test cannot derive from.");
        var connection = shell.Do("Get-IntercomConnection | Where-Object IsCurrent").Output.Single().BaseObject;
        var client = Member(connection.GetType().GetProperty("Client", Inside), connection);
        var options = Member(client.GetType().GetField("_options", Inside), client);
        options.GetType().GetProperty("Time")!.SetValue(options, this);
    }

    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Called whenever somebody looks at the clock, on their thread.</summary>
    public Action? Looked { get; set; }

    public override long GetTimestamp()
    {
        Looked?.Invoke();
        return Interlocked.Read(ref _ticks);
    }

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public void Advance(int milliseconds) => Interlocked.Add(ref _ticks, milliseconds * TimeSpan.TicksPerMillisecond);

    private static object Member(PropertyInfo? property, object of) => property!.GetValue(of)!;

    private static object Member(FieldInfo? field, object of) => field!.GetValue(of)!;
}
