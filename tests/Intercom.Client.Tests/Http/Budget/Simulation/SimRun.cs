using Intercom.Http;

namespace Intercom.Client.Tests.Http.Budget.Simulation;

/// <summary>One simulated run: processes that share a budget, and what came of it.</summary>
internal sealed class SimRun
{
    public SimRun(int seed, int limit, int processes, SimLatency latency, double phase, double drift = 0)
    {
        World = new SimWorld(seed);
        Server = new SimServer(World, limit, TimeSpan.FromSeconds(phase));
        Board = new SimBoard(World);
        // Names that do not follow the numbers: who comes first among the files is not who starts first.
        IBudgetPeers Place(int number) => Board.Place($"{World.Random.Next(1000, 9999)}-{number}");
        Processes = Enumerable.Range(0, processes)
            .Select(number => new SimProcess(World, Server, Place(number), latency, number, drift)).ToList();
    }

    public SimWorld World { get; }

    public SimServer Server { get; }

    public SimBoard Board { get; }

    public List<SimProcess> Processes { get; }

    /// <summary>What the processes may use of a window.</summary>
    public int Open => Math.Max(1, Server.Limit - Math.Max(1, Server.Limit / 50));

    /// <summary>A process's part of a window, when all have work.</summary>
    public int Part => Math.Max(1, Open / Processes.Count);

    public double RefusedShare => Server.Refused / (double)Math.Max(1, Server.Calls);

    /// <summary>Starts every process at a time of its own.</summary>
    public SimRun StartAll(int workers, double within)
    {
        foreach (var process in Processes) World.At(TimeSpan.FromSeconds(World.Random.NextDouble() * within), () => process.Start(workers));
        return this;
    }

    public SimRun RunTo(double seconds)
    {
        World.Run(TimeSpan.FromSeconds(seconds));
        return this;
    }

    /// <summary>Calls executed for a process in a window.</summary>
    public int Executed(long window, int process) => Server.Executed.TryGetValue((window, process), out var calls) ? calls : 0;

    /// <summary>The whole windows in which all had work, by what each process got.</summary>
    public IEnumerable<int[]> FullWindows()
    {
        var first = Server.WindowAt(Processes.Max(process => process.WorksSince!.Value)) + 1;
        for (var window = first; window < Server.WindowAt(World.Now); window++)
        {
            yield return Processes.Select(process => Executed(window, process.Number)).ToArray();
        }
    }

    /// <summary>The longest wait of a process, as a part of the longest that is promised: ceil(queue / part) + 1 windows.</summary>
    public double LongestWait => Processes.SelectMany(process => process.Waits)
        .Max(wait => wait.Waited.TotalSeconds / SimServer.Seconds / (Math.Ceiling(wait.Queue / (double)Part) + 1));
}
