namespace Intercom.Query;

/// <content>How types and values are named in messages.</content>
internal sealed partial class ValueTyping
{
    /// <summary>In PowerShell, a field alone is a condition that is true when there is a value.</summary>
    private string AnyValue =>
        $"{Accepted(TypeWords())} To ask whether there is a value at all, compare with null: {_given.Field} != null, or "
            + $"$_.{_given.Field} -ne $null.";

    private string TypeWords() => _field.Type switch
    {
        FieldType.String => _field.Operators.HasFlag(QueryOperator.Contains) ? "text" : "an id",
        FieldType.Integer => "a whole number",
        FieldType.Float => "a decimal number",
        FieldType.Boolean => "true or false",
        FieldType.Date => "a date",
        _ => "an attribute",
    };

    private string Accepted(string kind) => _field.Type switch
    {
        FieldType.String when _field.OnlyKnownValues => $"Specify one of {string.Join(", ", _field.KnownValues)}.",
        FieldType.Integer when FieldTables.KindOfId(_field.Name) is { } item => $"Specify the id of the {item}, which is a number.",
        FieldType.Integer => $"Specify {kind} such as 42.",
        FieldType.Float => $"Specify {kind} such as 4.5.",
        FieldType.Boolean => "Specify true or false.",
        FieldType.Date => Errors.DateExamples,
        _ => $"Specify {kind}.",
    };

    private static string Described(object value) => value switch
    {
        string text => $"the text '{text}'",
        bool => "true or false",
        DateTimeOffset => "a date",
        _ => $"the number {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };
}
