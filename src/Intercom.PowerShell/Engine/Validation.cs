using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Intercom.Json;

namespace Intercom.PowerShell;

// PowerShell's own ValidateSet and ValidateRange refuse null. Parameters that bind by property name must bear it: an object that is piped
// may have a property of that name that is empty.

/// <summary>A check that holds also for a value which did not come by the binder (<see cref="RowColumns"/>).</summary>
internal interface IChecksValue
{
    /// <summary>Looks at the value.</summary>
    /// <exception cref="ValidationMetadataException">It is not taken.</exception>
    void Check(object? value);
}

/// <summary>The parameter takes one of these words, in any case, or null.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute(params string[] words) : ValidateArgumentsAttribute, IChecksValue
{
    /// <summary>The words.</summary>
    public string[] Words { get; } = words;

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics) => ((IChecksValue)this).Check(arguments);

    void IChecksValue.Check(object? value)
    {
        if (value is null) return;
        var word = Convert.ToString(value, CultureInfo.InvariantCulture);
        if (!Words.Contains(word, StringComparer.OrdinalIgnoreCase)) throw new ValidationMetadataException($"'{word}' is none of {string.Join(", ", Words)}. Give one of them.");
    }
}

/// <summary>The parameter takes a number from 0, or null.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotNegativeAttribute : ValidateArgumentsAttribute, IChecksValue
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics) => ((IChecksValue)this).Check(arguments);

    void IChecksValue.Check(object? value)
    {
        if (value is not null && Convert.ToDouble(value, CultureInfo.InvariantCulture) < 0) throw new ValidationMetadataException($"{value} is negative. Give a number from 0.");
    }
}

/// <summary>The parameter takes whole http or https addresses, or null.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WebAddressAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>True for the address of a file to attach.</summary>
    public bool IsFile { get; set; }

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        if (element is Uri { IsAbsoluteUri: true, Scheme: "https" or "http" }) return;
        throw new ValidationMetadataException($"'{element}' is no web address. Give the whole address, such as https://example.com/{(IsFile ? "picture.png; for files of this computer there is -Attachment where Intercom takes them" : "help")}.");
    }
}

/// <summary>
/// Marks a date. Besides what PowerShell takes for one, it may be a DateTimeOffset or, as Intercom counts, Unix seconds: PowerShell alone refuses the one, and takes the
/// other for ticks of the year 1.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateInputAttribute : ArgumentTransformationAttribute
{
    /// <summary>March 1973: what is less is no date that anybody means.</summary>
    private const long LeastSeconds = 100_000_000;

    /// <summary>True where an id, which is a number too, may stand in the same place: then a number is no date.</summary>
    public bool IsNoNumber { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        switch (inputData is PSObject wrapped ? wrapped.BaseObject : inputData)
        {
            case DateTimeOffset moment: return moment.LocalDateTime;
            case int or long or uint or ulong or short or ushort or double or float or decimal: return FromSeconds(Convert.ToDecimal(inputData is PSObject number ? number.BaseObject : inputData, CultureInfo.InvariantCulture));
            // In a file, seconds are text.
            case string text when text.Length >= 9 && text.All(letter => letter is >= '0' and <= '9') && decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds): return FromSeconds(seconds);
            default: return inputData;
        }
    }

    private DateTime FromSeconds(decimal seconds)
    {
        if (!IsNoNumber && seconds is >= LeastSeconds and < (decimal)UnixTime.FirstMillisecond) return DateTimeOffset.FromUnixTimeSeconds((long)seconds).LocalDateTime;
        var message = IsNoNumber ? $"{seconds} is a number, and no date here. Give a date such as '2026-05-01 09:00' or (Get-Date).AddDays(1); of Unix seconds: [DateTimeOffset]::FromUnixTimeSeconds({seconds})."
            : seconds >= (decimal)UnixTime.FirstMillisecond
            ? $"{seconds} would be milliseconds; Intercom counts seconds. Give {Math.Floor(seconds / 1000)}, or a date such as '2026-05-01 09:00'."
            : $"{seconds} is no date. Give one such as '2026-05-01 09:00' or (Get-Date).AddDays(1), or Unix seconds.";
        // The binder goes on with the other parameters only after a cast that failed.
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
