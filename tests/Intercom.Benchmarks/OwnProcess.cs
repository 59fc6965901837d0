using System.Diagnostics;

namespace Intercom.Benchmarks;

/// <summary>Further processes of this executable: the server, and measurements that want a fresh process.</summary>
internal static class OwnProcess
{
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardInput = true,
            RedirectStandardOutput = true };
        return Process.Start(start)!;
    }

    /// <summary>Runs to the end and returns the numbers that were printed.</summary>
    public static double[] Numbers(params string[] arguments)
    {
        using var process = Start(arguments);
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with exit code {process.ExitCode}. {text}");
        return Array.ConvertAll(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), word =>
            double.Parse(word, CultureInfo.InvariantCulture));
    }
}
