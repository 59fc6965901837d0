namespace Intercom.PowerShell;

/// <summary>
/// Reads numbers independently of the culture, and without guessing. PowerShell reads <c>99,90</c> as 9990, <c>98.5</c> as 98 and
/// <c>1kb</c> as 1024.
/// </summary>
internal static class NumberText
{
    /// <summary>True for numeric types.</summary>
    public static bool IsNumeric(Type type) => IsWhole(type) || type == typeof(double) || type == typeof(float) || type == typeof(decimal);

    /// <summary>True for integer types.</summary>
    public static bool IsWhole(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    /// <summary>The number that a value contains; null for other values, which PowerShell converts.</summary>
    /// <exception cref="ParameterConversionException">The value is not a number, or not a whole number.</exception>
    public static object? Read(object? value, bool isWhole)
    {
        var given = RowObject.Unwrapped(value);
        switch (given)
        {
            case null: return null;
            // A blank cell leaves the field unchanged.
            case string text when string.IsNullOrWhiteSpace(text): return null;
            case string text: return Parsed(text.Trim(), isWhole);
            case Enum or bool or char or DateTime or DateTimeOffset
                or TimeSpan: throw CommandErrors.NotANumber($"{given}", isText: false);
            case double or float or decimal when isWhole: return Whole(Convert.ToDouble(given, CultureInfo.InvariantCulture), given);
            default: return given is ValueType && IsNumeric(given.GetType()) ? given : null;
        }
    }

    private static object Whole(double number, object given) => Math.Floor(number).Equals(number) ? given
        : throw CommandErrors.NotAWholeNumber(Convert.ToString(given, CultureInfo.InvariantCulture)!);

    private static object Parsed(string text, bool isWhole)
    {
        if (isWhole)
        {
            if (!IsDigits(text)) throw CommandErrors.NotAWholeNumber(text);
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? whole : throw CommandErrors.NumberTooLarge(text);
        }
        if (text.IndexOf(',') >= 0) throw CommandErrors.AmbiguousComma(text);
        if (!text.All(letter => letter is (>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E')
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            throw CommandErrors.NotANumber(text, isText: true);
        }
        return number;
    }

    private static bool IsDigits(string text)
    {
        var digits = text.Length > 0 && text[0] is '-' or '+' ? text.Substring(1) : text;
        return digits.Length > 0 && digits.All(letter => letter is >= '0' and <= '9');
    }
}

/// <summary>Marks an integer parameter. Fractions, separators and other text are rejected instead of rounded.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        NumberText.Read(inputData, isWhole: true) ?? inputData;
}

/// <summary>Marks a decimal parameter. A comma is rejected, because it may be a decimal or a thousands separator.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DecimalNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        NumberText.Read(inputData, isWhole: false) ?? inputData;
}

/// <summary>
/// Marks a Boolean parameter. It accepts common words for true and false, and no numbers except 0 and 1. PowerShell itself reads 5 as true.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TruthAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Read(inputData) ?? inputData;

    /// <summary>True or false; null for other types.</summary>
    /// <exception cref="ParameterConversionException">The value is neither true nor false.</exception>
    internal static object? Read(object? value) => RowObject.Unwrapped(value) switch
    {
        null => null,
        bool flag => flag,
        SwitchParameter flag => flag.IsPresent,
        string text when string.IsNullOrWhiteSpace(text) => null,
        string text => text.Trim().ToLowerInvariant() switch
        {
            "true" or "yes" or "1" => true,
            "false" or "no" or "0" => false,
            _ => throw CommandErrors.NotABoolean(text),
        },
        ValueType number when NumberText.IsNumeric(number.GetType()) => Convert.ToDouble(number, CultureInfo.InvariantCulture) switch
        {
            1 => true,
            0 => false,
            _ => throw CommandErrors.NotABoolean(Convert.ToString(number, CultureInfo.InvariantCulture)!),
        },
        var other => throw CommandErrors.NotABoolean(RowObject.Shown(other)),
    };
}

/// <summary>
/// Marks a string parameter, such as an email address, an id or a phone number, whose leading and trailing white space is removed.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrimAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text && text != text.Trim() ? text.Trim() : inputData;
}
