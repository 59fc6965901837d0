using System.Diagnostics;
using Intercom.Benchmarks.Subjects;

namespace Intercom.Benchmarks;

/// <summary>Measurements that are made in a process of their own, which prints numbers.</summary>
internal static class Probes
{
    /// <summary>Imports a module and prints the milliseconds that went by, and those of the processor.</summary>
    public static int Import(string manifest)
    {
        using var engine = new Engine(import: false);
        var used = Environment.CpuUsage.TotalTime;
        Print(engine.Import(manifest));
        Print((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        return 0;
    }

    /// <summary>Streams all contacts and prints the peaks of the working set and of the heap, in bytes.</summary>
    public static int Memory(Uri address, long expected, string more)
    {
        using var engine = new Engine();
        engine.Connect(address);
        long heap = 0;
        using var sampler = new Timer(_ => heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 10);
        var count = (long)engine.Run($"Get-IntercomContact{more} | Measure-Stream")!;
        if (count != expected) throw new InvalidOperationException($"{count} contacts instead of {expected}.");
        using var self = Process.GetCurrentProcess();
        Print(self.PeakWorkingSet64);
        Print(heap);
        return 0;
    }

    private static void Print(double number) => Console.WriteLine(number.ToString("R", CultureInfo.InvariantCulture));
}
