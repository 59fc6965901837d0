using Intercom.Dates;

namespace Intercom.PowerShell;

// PowerShell's ValidateSet and ValidateRange reject null. Parameters that bind by property name must accept it, because a piped object may
// have an empty property of that name.

/// <summary>Marks a parameter that accepts one of these words, in any case, or null.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute(params string[] words) : ValidateArgumentsAttribute
{
    /// <summary>The words.</summary>
    public string[] Words { get; } = words;

    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is null) return;
        var word = Convert.ToString(arguments, CultureInfo.InvariantCulture);
        if (!Words.Contains(word, StringComparer.OrdinalIgnoreCase)) throw CommandErrors.NotOneOf(word!, Words);
    }
}

/// <summary>Marks a parameter that accepts custom date formats.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateFormatAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        try
        {
            DateFormats.Check(Convert.ToString(element, CultureInfo.InvariantCulture) ?? "");
        }
        catch (InvalidInputException failure)
        {
            throw CommandErrors.Invalidated(failure);
        }
    }
}

/// <summary>Marks a parameter that accepts zero, positive numbers and null.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotNegativeAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not null && Convert.ToDouble(arguments, CultureInfo.InvariantCulture) < 0)
        {
            throw CommandErrors.NegativeNumber(Convert.ToString(arguments, CultureInfo.InvariantCulture)!);
        }
    }
}

/// <summary>Marks a parameter that accepts absolute http or https addresses, or null.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WebAddressAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>True for the address of a file to attach.</summary>
    public bool IsFile { get; set; }

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        if (element is not Uri { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            throw CommandErrors.NotAWebAddress($"{element}", IsFile);
        }
    }
}
