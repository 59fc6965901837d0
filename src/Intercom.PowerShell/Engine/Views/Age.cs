using System.Text.RegularExpressions;
using Intercom.PowerShell;

namespace Intercom;

/// <summary>
/// How long ago something was, in whole minutes, hours or days. Tables show it as <c>5 min</c>, <c>7 h</c> or <c>3 d</c>. Ages sort by
/// length, and group as they are shown. They can be compared with a TimeSpan, and with text such as <c>'2 d'</c>.
/// </summary>
public readonly struct Age : IComparable, IComparable<Age>, IEquatable<Age>
{
    private static readonly Regex Words = new(
        @"^\s*(\d{1,6})\s*(min|h|d)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Rounds a length of time down to whole minutes, hours from one hour on, or days from one day on.</summary>
    public Age(TimeSpan length) => TimeSpan = length.TotalHours < 1 ? TimeSpan.FromMinutes(Math.Floor(length.TotalMinutes))
        : length.TotalDays < 1 ? TimeSpan.FromHours(Math.Floor(length.TotalHours))
        : TimeSpan.FromDays(Math.Floor(length.TotalDays));

    /// <summary>The age as a length of time.</summary>
    public TimeSpan TimeSpan { get; }

    /// <summary>The age in days.</summary>
    public double TotalDays => TimeSpan.TotalDays;

    /// <summary>The age in hours.</summary>
    public double TotalHours => TimeSpan.TotalHours;

    /// <summary>The age in minutes.</summary>
    public double TotalMinutes => TimeSpan.TotalMinutes;

    /// <summary>Reads an age.</summary>
    /// <param name="text">
    /// A number with <c>min</c>, <c>h</c> or <c>d</c>, such as <c>2 d</c>, or a TimeSpan such as <c>1.12:00:00</c>.
    /// </param>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    public static Age Parse(string text)
    {
        if (Words.Match(text ?? "") is { Success: true } words)
        {
            var count = int.Parse(words.Groups[1].Value, CultureInfo.InvariantCulture);
            return new(words.Groups[2].Value.ToUpperInvariant() switch
            {
                "MIN" => TimeSpan.FromMinutes(count),
                "H" => TimeSpan.FromHours(count),
                _ => TimeSpan.FromDays(count),
            });
        }
        // A number alone would be days to .NET, and nobody says so.
        if (text?.Contains(':') == true && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var length)) return new(length);
        throw CommandErrors.NotAnAge(text);
    }

    /// <summary>Converts a length of time.</summary>
    public static implicit operator Age(TimeSpan length) => new(length);

    /// <summary>Compares two lengths.</summary>
    public int CompareTo(Age other) => TimeSpan.CompareTo(other.TimeSpan);

    /// <summary>Compares with another age; an age is longer than null.</summary>
    /// <exception cref="ArgumentException">The other object is not an age.</exception>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Age other => CompareTo(other),
        _ => throw CommandErrors.NotAnAge(obj.ToString()),
    };

    /// <inheritdoc/>
    public bool Equals(Age other) => TimeSpan == other.TimeSpan;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Age other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => TimeSpan.GetHashCode();

    /// <summary>The age in its largest unit, such as <c>3 d</c>.</summary>
    public override string ToString() => TimeSpan.TotalHours < 1 ? Text(TimeSpan.TotalMinutes, "min")
        : TimeSpan.TotalDays < 1 ? Text(TimeSpan.TotalHours, "h") : Text(TimeSpan.TotalDays, "d");

    /// <summary>Compares two ages.</summary>
    public static bool operator ==(Age left, Age right) => left.Equals(right);

    /// <summary>Compares two ages.</summary>
    public static bool operator !=(Age left, Age right) => !left.Equals(right);

    /// <summary>Compares two ages.</summary>
    public static bool operator <(Age left, Age right) => left.CompareTo(right) < 0;

    /// <summary>Compares two ages.</summary>
    public static bool operator >(Age left, Age right) => left.CompareTo(right) > 0;

    /// <summary>Compares two ages.</summary>
    public static bool operator <=(Age left, Age right) => left.CompareTo(right) <= 0;

    /// <summary>Compares two ages.</summary>
    public static bool operator >=(Age left, Age right) => left.CompareTo(right) >= 0;

    private static string Text(double count, string unit) => string.Format(CultureInfo.InvariantCulture, "{0} {1}", (long)count, unit);
}
