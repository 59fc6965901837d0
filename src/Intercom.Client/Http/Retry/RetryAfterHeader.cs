namespace Intercom.Http;

/// <summary>
/// Reads what a server says about time. Only what is one clear value counts; all else is as good as nothing, and never a date by
/// chance.
/// </summary>
internal static class RetryAfterHeader
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>The three ways of HTTP to write a date.</summary>
    private static readonly string[] DateForms = [
        "ddd, d MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>
    /// The wait that Retry-After asks for, in whole seconds; null when it asks for none (0, a time that has passed) or is not one clear
    /// value (several that differ, words, negative numbers, more than a year). The caller then waits as it would without the header, so
    /// that no answer makes it repeat at once.
    /// </summary>
    public static TimeSpan? Read(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (!headers.TryGetValue("Retry-After", out var text)) return null;
        var wait = Date(text) is { } date ? date - ServerNow(headers, now) : Seconds(text);
        return wait is { } asked && asked > TimeSpan.Zero && asked <= Year ? TimeSpan.FromSeconds(Math.Ceiling(asked.TotalSeconds)) : null;
    }

    /// <summary>The time of the response. The local clock is used only where the response has none.</summary>
    public static DateTimeOffset ServerNow(IReadOnlyDictionary<string, string> headers, DateTimeOffset now) => Date(headers) ?? now;

    /// <summary>The time of the response. Null where it has none.</summary>
    public static DateTimeOffset? Date(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue("Date", out var text) ? Date(text) : null;

    private static TimeSpan? Seconds(string text)
    {
        // A repeated header is joined by a comma. The same value twice counts as one value.
        var values = text.Split(',').Select(value => value.Trim()).Distinct(StringComparer.Ordinal).ToArray();
        return values is [var value] && value.Length > 0 && value.All(letter => letter is (>= '0' and <= '9') or '.')
            && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && seconds <= Year.TotalSeconds
            ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParseExact(
            text.Trim(),
            DateForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite,
            out var date)
            ? date
            : null;
}
