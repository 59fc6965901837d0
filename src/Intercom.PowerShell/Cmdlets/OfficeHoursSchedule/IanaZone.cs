using System.Text.RegularExpressions;

namespace Intercom.PowerShell;

/// <summary>Names of time zones in the database of IANA, which Intercom uses.</summary>
internal static class IanaZone
{
    private static readonly Regex Form = new("^[A-Za-z][A-Za-z_]*(/[A-Za-z0-9_+-]+)*$", RegexOptions.CultureInvariant);

    /// <summary>Rejects the names that Windows uses, and offsets, whose hours would not follow daylight saving time.</summary>
    /// <exception cref="ArgumentException">The text does not have the form of a name.</exception>
    public static void Require(string name)
    {
        if (!Form.IsMatch(name)) throw CommandErrors.NotATimeZone(name, Of(name));
    }

    /// <summary>The name of a time zone of this machine in the database of IANA. Null when the machine does not know it.</summary>
    public static string? Of(string id)
    {
        if (id.IndexOf('/') > 0) return id;
#if NET
        return TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out var name) ? name : null;
#else
        return null;
#endif
    }
}
