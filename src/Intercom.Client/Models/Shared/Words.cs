using System.Collections;

namespace Intercom;

/// <summary>Values as words, for tables and CSV.</summary>
internal static class Words
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        AttributeBag bag => "{" + bag + "}",
        IEnumerable items => string.Join(", ", items.Cast<object?>().Select(Of)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
