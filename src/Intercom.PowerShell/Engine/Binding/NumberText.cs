namespace Intercom.PowerShell;

/// <summary>
/// Reads numbers without a culture and without a guess: PowerShell makes 9990 of <c>99,90</c>, 98 of <c>98.5</c> and 1024 of <c>1kb</c>.
/// </summary>
internal static class NumberText
{
    /// <summary>True for the type of a number.</summary>
    public static bool IsNumeric(Type type) => IsWhole(type) || type == typeof(double) || type == typeof(float) || type == typeof(decimal);

    /// <summary>True for the type of a whole number.</summary>
    public static bool IsWhole(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    /// <summary>The number that a value is or says; null for what is of another kind and left to PowerShell.</summary>
    /// <exception cref="FormatException">It is not a number, or not a whole one.</exception>
    public static object? Read(object? value, bool isWhole)
    {
        var given = RowObject.Unwrapped(value);
        switch (given)
        {
            case null: return null;
            // A blank cell is not a number, and leaves the field unchanged.
            case string text when string.IsNullOrWhiteSpace(text): return null;
            case string text: return Parsed(text.Trim(), isWhole);
            case Enum or bool or char or DateTime or DateTimeOffset
                or TimeSpan: throw new FormatException($"'{given}' is not a number. Give a number.");
            case double or float or decimal when isWhole: return Whole(Convert.ToDouble(given, CultureInfo.InvariantCulture), given);
            default: return given is ValueType && IsNumeric(given.GetType()) ? given : null;
        }
    }

    private static object Whole(double number, object given) => Math.Floor(number).Equals(number) ? given
        : throw new FormatException(NotWhole(Convert.ToString(given, CultureInfo.InvariantCulture)!));

    private static object Parsed(string text, bool isWhole)
    {
        if (isWhole)
        {
            if (!IsDigits(text)) throw new FormatException(NotWhole(text));
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? whole : throw new FormatException($"'{text}' is too large a number.");
        }
        if (text.IndexOf(',') >= 0) throw new FormatException(
            $"'{text}' is not a number that can be read in one way only. Write decimals with a point and no other separators, such as "
            + "99.90.");
        if (!text.All(letter => letter is (>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E')
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) throw new FormatException(
            $"'{text}' is not a number. Write it with digits, and decimals with a point, such as 99.90.");
        return number;
    }

    private static bool IsDigits(string text)
    {
        var digits = text.Length > 0 && text[0] is '-' or '+' ? text.Substring(1) : text;
        return digits.Length > 0 && digits.All(letter => letter is >= '0' and <= '9');
    }

    private static string NotWhole(string text) =>
        $"'{text}' is not a whole number. Give digits only, without separators and decimals, such as 1200.";
}

/// <summary>
/// Marks a parameter that is a whole number: fractions, separators and anything else that is not one are refused instead of rounded.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        ReadOrRefuse.Value(inputData, value => NumberText.Read(value, isWhole: true));
}

/// <summary>Marks a parameter that is a number with decimals: a comma, which may end the whole part or a thousand, is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DecimalNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        ReadOrRefuse.Value(inputData, value => NumberText.Read(value, isWhole: false));
}

/// <summary>
/// Marks a parameter that is true or false. The words of spreadsheets and people are taken, and no number besides 0 and 1: PowerShell takes
/// 5 for true.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TruthAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => ReadOrRefuse.Value(inputData, Read);

    /// <summary>True or false; null for what is of another kind.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
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
            _ => throw new FormatException($"'{text}' is neither true nor false. Give true or false."),
        },
        ValueType number when NumberText.IsNumeric(number.GetType()) => Convert.ToDouble(number, CultureInfo.InvariantCulture) switch
        {
            1 => true,
            0 => false,
            _ => throw new FormatException(
                $"'{Convert.ToString(number, CultureInfo.InvariantCulture)}' is neither true nor false. Give true or false."),
        },
        var other => throw new FormatException($"'{RowObject.Shown(other)}' is neither true nor false. Give true or false."),
    };
}

/// <summary>
/// Marks a text in which white space at the ends cannot be meant, such as an address, an id or a phone number: it is taken off.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrimAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text && text != text.Trim() ? text.Trim() : inputData;
}

/// <summary>Turns the failure of a reader into what PowerShell's binder expects of a transformation.</summary>
internal static class ReadOrRefuse
{
    /// <summary>The value read; the value itself where the reader leaves it to PowerShell.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The reader refuses it.</exception>
    public static object? Value(object? given, Func<object?, object?> read)
    {
        try
        {
            return read(given) ?? given;
        }
        catch (FormatException failure)
        {
            // The binder goes on with the other parameters only after a cast that failed.
            throw new ArgumentTransformationMetadataException(failure.Message, new PSInvalidCastException(failure.Message));
        }
    }
}
