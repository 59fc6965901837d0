using System.Runtime.InteropServices;

namespace Intercom.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Subject">Who did it.</param>
/// <param name="Median">The median, with its unit; empty for what was skipped.</param>
internal sealed record Line(string Work, string Subject, string Median = "")
{
    /// <summary>The median against the first line of the same work.</summary>
    public string Ratio { get; init; } = "";

    /// <summary>The target.</summary>
    public string Target { get; init; } = "";

    /// <summary>Whether it was; null without a target, or when it was skipped.</summary>
    public bool? Reached { get; init; }

    /// <summary>What else is to be said, such as why it was skipped.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Prints the table.</summary>
internal static class Report
{
    private static readonly string[] Titles = ["Work", "Subject", "Median", "Ratio", "Target", "Reached", "Note"];

    public static string Milliseconds(double value) => value switch
    {
        >= 10_000 => (value / 1_000).ToString("0.0 s", CultureInfo.InvariantCulture),
        >= 1_000 => (value / 1_000).ToString("0.00 s", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0 ms", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00 ms", CultureInfo.InvariantCulture),
    };

    public static string Times(double ratio) => ratio.ToString(ratio < 0.1 ? "0.000 x" : "0.00 x", CultureInfo.InvariantCulture);

    /// <summary>The machine in words.</summary>
    public static string Machine()
    {
        var model = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({model ?? RuntimeInformation.ProcessArchitecture.ToString()}), {memory:0} GB, "
                + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, engine "
                + $"{typeof(System.Management.Automation.PSObject).Assembly.GetName().Version}");
    }

    public static void Print(IReadOnlyList<Line> lines, bool markdown, TextWriter to)
    {
        var rows = new List<string[]> { Titles };
        string? work = null;
        foreach (var line in lines)
        {
            rows.Add([line.Work == work ? "" : line.Work, line.Subject, line.Median.Length > 0 ? line.Median : "-", line.Ratio, line.Target,
                line.Reached switch { true => "yes", false => "NO", null => "" }, line.Note]);
            work = line.Work;
        }
        // A bar would begin another column there.
        if (markdown) rows = rows.ConvertAll(row => Array.ConvertAll(row, cell => cell.Replace("|", "\\|", StringComparison.Ordinal)));
        var widths = Enumerable.Range(0, Titles.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i].Select((cell, column) => column is 2 or 3 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            to.WriteLine(markdown ? $"| {string.Join(" | ", cells)} |" : string.Join("  ", cells).TrimEnd());
            if (i == 0)
                to.WriteLine(markdown ? "|"
                + string.Concat(widths.Select((width, column) =>
                column is 2 or 3 ? new string('-', width + 1) + ":|" : new string('-', width + 2) + "|"))
                : new string('-', widths.Sum() + 2 * (widths.Length - 1)));
        }
    }
}
