using System.Text;

namespace Intercom.Http;

/// <summary>What a process publishes for the others that share its budget.</summary>
/// <param name="Want">
/// Its demand for the window, in calls. <see cref="BudgetShare.Everything"/> for as many as possible, 0 when it is idle.
/// </param>
/// <param name="Reset">Its window, by the server's reset. 0 while it knows none.</param>
/// <param name="Limit">The calls in a window. 0 while it is not known.</param>
/// <param name="Claim">The calls of this window that it has made or may still make before it publishes again.</param>
/// <param name="Used">Those of them that it has made.</param>
/// <param name="InFlight">Calls that have no answer yet.</param>
internal readonly record struct PeerNote(int Want, long Reset = 0, int Limit = 0, int Claim = 0, int Used = 0, int InFlight = 0)
{
    /// <summary>The length of every note, so that a new one overwrites the whole previous one.</summary>
    public const int Length = 64;

    private const int Most = int.MaxValue / 1024;

    /// <summary>The note as it is written to a file.</summary>
    public byte[] Write()
    {
        var text = FormattableString.Invariant($"{Want} {Reset} {Limit} {Claim} {Used} {InFlight}");
        return Encoding.ASCII.GetBytes(text.PadRight(Length - 1).Substring(0, Length - 1) + "\n");
    }

    /// <summary>Reads a note. An unreadable one counts as that of a process with unlimited demand.</summary>
    public static PeerNote Read(byte[] bytes, int count)
    {
        var unknown = new PeerNote(BudgetShare.Everything);
        if (count != Length || bytes[Length - 1] != '\n') return unknown;
        var parts = Encoding.ASCII.GetString(bytes, 0, Length).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 6 || !Number(parts[0], BudgetShare.Everything, out var want)) return unknown;
        if (!Number(parts[1], BudgetWindow.LastReset, out var reset) || !Number(parts[2], Most, out var limit)) return unknown;
        if (!Number(parts[3], Most, out var claim) || !Number(parts[4], Most, out var used)) return unknown;
        if (!Number(parts[5], Most, out var flying)) return unknown;
        return new PeerNote((int)want, reset, (int)limit, (int)claim, (int)used, (int)flying);
    }

    private static bool Number(string text, long most, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
}
