using System.Text.RegularExpressions;

namespace Intercom.Http;

/// <summary>
/// Versions of the API, as in the header Intercom-Version. They are compared as numbers, so that 2.9 is before 2.14. Preview is above all
/// of them. Its former name is Unstable.
/// </summary>
public static class ApiVersions
{
    /// <summary>The version for which this client is written.</summary>
    public const string Default = "2.14";

    /// <summary>The version that contains what Intercom still changes.</summary>
    public const string Preview = "Preview";

    private static readonly Regex Numbers = new(@"^(\d{1,4})\.(\d{1,4})$", RegexOptions.CultureInvariant);

    /// <summary>The version as it is sent.</summary>
    /// <param name="version">Two numbers with a dot, such as <c>2.16</c>, or <c>Preview</c> in any case.</param>
    /// <exception cref="InvalidInputException">It is neither.</exception>
    public static string Read(string version)
    {
        var text = version.Trim();
        if (IsPreview(text)) return Preview;
        return Numbers.IsMatch(text) ? text : throw new InvalidInputException(Errors.InvalidVersion(version));
    }

    /// <summary>The higher of two versions. Null is lower than any.</summary>
    public static string Higher(string version, string? other) => other is not null && Compare(other, version) > 0 ? other : version;

    /// <summary>Compares two versions: negative when the first is lower, 0 when they are equal.</summary>
    public static int Compare(string first, string second)
    {
        var (major, minor) = Parts(first);
        var (otherMajor, otherMinor) = Parts(second);
        return major == otherMajor ? minor.CompareTo(otherMinor) : major.CompareTo(otherMajor);
    }

    private static bool IsPreview(string text) => string.Equals(text, Preview, StringComparison.OrdinalIgnoreCase)
        || string.Equals(text, "Unstable", StringComparison.OrdinalIgnoreCase);

    /// <summary>The numbers of a version. A text that is neither a number nor Preview is the lowest: the server decides about it.</summary>
    private static (int Major, int Minor) Parts(string version)
    {
        if (IsPreview(version)) return (int.MaxValue, 0);
        var numbers = Numbers.Match(version);
        return numbers.Success ? (Number(numbers.Groups[1]), Number(numbers.Groups[2])) : (0, 0);
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);
}
