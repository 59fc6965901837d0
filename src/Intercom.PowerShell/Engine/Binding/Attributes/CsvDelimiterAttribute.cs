using Intercom.Csv;

namespace Intercom.PowerShell;

/// <summary>Marks the character between the columns of a CSV file. Letters, digits and the signs that start values are rejected.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CsvDelimiterAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (RowObject.Unwrapped(arguments) is char letter && !CsvCell.IsDelimiter(letter)) throw CommandErrors.NotADelimiter($"{letter}");
    }
}
