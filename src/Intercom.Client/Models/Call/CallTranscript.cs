using System.Text.RegularExpressions;

namespace Intercom;

/// <summary>The transcript of a telephone call as text, which Intercom sends in one piece.</summary>
public sealed class CallTranscript
{
    private static readonly Regex Line = new(
        @"^\[(?<at>\d{1,3}:\d{2}:\d{2})\]\s*(?<speaker>[^:]+):\s?(?<text>.*)$", RegexOptions.CultureInvariant);

    /// <summary>The id of the call.</summary>
    public string CallId { get; set; } = "";

    /// <summary>The whole text, as Intercom sends it.</summary>
    public string Text { get; set; } = "";

    /// <summary>The text divided into lines with speaker and time. Empty when it has another form.</summary>
    public ItemList<CallTranscriptLine> Lines { get; set; } = new([]);

    /// <summary>Reads a transcript. A line without time and speaker belongs to the previous line.</summary>
    public static CallTranscript Parse(string callId, string text)
    {
        var lines = new List<CallTranscriptLine>();
        foreach (var line in text.Split('\n'))
        {
            var words = line.TrimEnd('\r');
            if (Line.Match(words) is { Success: true } match)
            {
                var at = match.Groups["at"].Value.Split(':');
                lines.Add(new CallTranscriptLine
                {
                    At = new TimeSpan(Number(at[0]), Number(at[1]), Number(at[2])),
                    Speaker = match.Groups["speaker"].Value.Trim(), Text = match.Groups["text"].Value.Trim().Trim('"'),
                });
            }
            else if (lines.Count > 0 && words.Trim().Length > 0) lines[lines.Count - 1].Text += "\n" + words.Trim().Trim('"');
        }
        return new CallTranscript { CallId = callId, Text = text, Lines = new ItemList<CallTranscriptLine>(lines) };
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

/// <summary>What one person said in a call.</summary>
public sealed class CallTranscriptLine
{
    /// <summary>When, from the beginning of the call.</summary>
    public TimeSpan At { get; set; }

    /// <summary>Who, as Intercom names them: <c>User</c>, <c>Teammate 1</c>.</summary>
    public string Speaker { get; set; } = "";

    /// <summary>What.</summary>
    public string Text { get; set; } = "";

    /// <summary>Who said what.</summary>
    public override string ToString() => $"{Speaker}: {Text}";
}
