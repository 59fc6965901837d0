using System.Collections;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Marks an id parameter. It accepts a string, a number, or any object with a property of this name, from the pipeline or the command line.
/// Other values are rejected instead of being converted to text that looks like an id. An id bound from the pipeline by value must not also
/// bind by property name. The alias Id would match the Id of another kind of object.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IntercomIdAttribute(string property) : ArgumentTransformationAttribute
{
    private const string Selected = "Selected.Intercom.";

    /// <summary>The property of piped objects that contains the id, such as <c>ContactId</c>.</summary>
    public string Property { get; } = property;

    /// <summary>True for a numeric id. Other text is rejected, so that the binder may use it for the next parameter.</summary>
    public bool IsNumber { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        switch (value)
        {
            case string text when IsNumber && !ApiPath.IsNumber(text.Trim()):
                throw CommandErrors.InvalidNumericId(text, Words, Property);
            case string text: return text.Trim();
            case null: return value;
            case ValueType when !IsNumber && Written(inputData) is { } written: return written;
            case Guid: return Convert.ToString(value, CultureInfo.InvariantCulture);
            case DBNull: throw CommandErrors.NullId(Words);
            case ValueType when NumberText.IsNumeric(value.GetType()): return NumberOf(value) ?? Fraction(value);
            case IList list and not IDictionary: return list.Cast<object?>().Select(item => Transform(engineIntrinsics, item)).ToArray();
        }

        var source = PSObject.AsPSObject(inputData);
        var known = PipedObject.KindOf(source);
        // A reference contains the type of its id.
        if (known == nameof(Reference) && Read(source, "Type") is { } kindOf && Names(kindOf)
            && Read(source, "Id") is { } named) return named;
        var id = Read(source, Property);
        var other = id is null && known is null ? OwnerOfId(source) : null;
        id ??= known is null && other is null ? Read(source, "Id") : null;
        if (id is not null) return id;
        var kind = known ?? (value is PSCustomObject ? "object" : value.GetType().Name);
        throw CommandErrors.ObjectWithoutId(kind, Property, other, isIdAccepted: known is null);
    }

    private string Words => ResourceWords.Words(Property);

    /// <summary>The text as typed, because PowerShell reads <c>007</c> and <c>61e5</c> as numbers; null when no number was typed.</summary>
    private static string? Written(object? inputData) =>
        inputData is PSObject && LanguagePrimitives.ConvertTo(inputData, typeof(string),
            CultureInfo.InvariantCulture) is string { Length: > 0 } text
            && text.All(letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) ? text : null;

    /// <summary>The digits of an integer of any type; null for other values, and for a double that has lost digits.</summary>
    private static string? NumberOf(object? value) => value switch
    {
        double or float => Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && Math.Floor(number).Equals(number)
            && Math.Abs(number) < 1e15 ? number.ToString("0", CultureInfo.InvariantCulture) : null,
        decimal number => decimal.Truncate(number) == number ? number.ToString("0", CultureInfo.InvariantCulture) : null,
        ValueType when NumberText.IsWhole(value.GetType()) => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Only an external id may have decimals.</summary>
    private string Fraction(object value) => Property == "ExternalId"
        && Math.Abs(Convert.ToDouble(value, CultureInfo.InvariantCulture)) < 1e15
        ? Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture)
        : throw CommandErrors.InexactId(RowObject.Shown(value), Words);

    /// <summary>The value of the property with the parameter's own name, without the Id that any row may have; null without one.</summary>
    internal string? OwnIdOf(PSObject row) => Read(row, Property);

    /// <summary>The id that a piped object supplies; null when it has none.</summary>
    internal string? IdOf(PSObject piped)
    {
        try
        {
            return Transform(null!, piped) as string;
        }
        catch (ParameterConversionException)
        {
            return null;
        }
    }

    /// <summary>
    /// True when the parameter accepts ids of this kind, such as <c>ticket_type</c> for TicketTypeId and <c>user</c> for ContactId.
    /// </summary>
    private bool Names(string kind) => Property switch
    {
        "ContactId" => kind is "contact" or "user" or "lead",
        _ => string.Equals(kind.Replace("_", "").Replace("-", "") + "Id", Property, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>
    /// The property that identifies the owner of a row's Id. An object that was saved to a file or JSON contains its id twice, for example
    /// as Id and ConversationId. Null when the owner is unknown.
    /// </summary>
    private string? OwnerOfId(PSObject row)
    {
        if (Read(row, "Id") is not { } id) return null;
        if (TypeOfApi(row) is { } type && !Names(type)) return char.ToUpperInvariant(type[0]) + type.Substring(1) + "Id";
        // Select-Object keeps the type name of the object that the properties were selected from.
        if (row.TypeNames.FirstOrDefault(name => name.StartsWith(Selected, StringComparison.Ordinal)) is { } selected
            && selected.Substring(Selected.Length) + "Id" is var owner
            && !string.Equals(owner, Property, StringComparison.OrdinalIgnoreCase)
            && IsOurs(selected.Substring(Selected.Length))) return owner;
        return row.Properties.Select(property => property.Name)
            .FirstOrDefault(name => name.Length > 2 && name.EndsWith("Id", StringComparison.OrdinalIgnoreCase)
            && !string.Equals(name, Property, StringComparison.OrdinalIgnoreCase) && IsOurs(name.Substring(0, name.Length - 2))
                && Read(row, name) == id);
    }

    /// <summary>The kind that an object of the API states, such as <c>internal_article</c>; null for other rows.</summary>
    private static string? TypeOfApi(PSObject row) =>
        row.Properties["type"] is { Name: "type", Value: string { Length: > 0 } type } && row.Properties["id"] is { Name: "id" }
        && (type is "user" or "lead" || IsOurs(type.Replace("_", "").Replace("-", ""))) ? type : null;

    private static bool IsOurs(string kind) => typeof(IntercomObject).Assembly.GetType("Intercom." + kind, throwOnError: false,
        ignoreCase: true) is { } type && typeof(IntercomObject).IsAssignableFrom(type);

    /// <summary>The property of this name. On a row, also a property whose heading differs only in spaces, dashes or case.</summary>
    private static PSPropertyInfo? Cell(PSObject source, string name)
    {
        if (source.Properties[name] is { } exact || !RowObject.IsRow(source)) return source.Properties[name];
        var folded = ColumnNames.Fold(name);
        // In the API, company_id is the id in your own system.
        return source.Properties.FirstOrDefault(property => property.Name.Length >= folded.Length
            && property.Name != RowColumns.CompanyIdOfApi && ColumnNames.Fold(property.Name) == folded);
    }

    private static string? Read(PSObject source, string name)
    {
        try
        {
            var value = Cell(source, name)?.Value;
            if (value is PSObject wrapped) value = wrapped.BaseObject;
            return value switch
            {
                string text when !string.IsNullOrWhiteSpace(text) => text.Trim(),
                Guid => Convert.ToString(value, CultureInfo.InvariantCulture),
                _ => NumberOf(value),
            };
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
