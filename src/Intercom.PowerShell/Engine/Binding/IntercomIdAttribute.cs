using System.Collections;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Marks an id parameter. It takes the id itself, a number, or any object that carries the id under this name, from the pipeline as on the
/// command line; anything else is refused, instead of being turned into text that looks like an id. An id taken from the pipeline by value
/// is not taken by property name as well: the alias Id would then take the Id of a conversation for that of a contact.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IntercomIdAttribute(string property) : ArgumentTransformationAttribute
{
    private const string Selected = "Selected.Intercom.";

    /// <summary>The property that holds the id on piped objects, such as <c>ContactId</c>.</summary>
    public string Property { get; } = property;

    /// <summary>True for an id that is a number: other text is refused, so that the binder may take it for the next parameter.</summary>
    public bool IsNumber { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        switch (value)
        {
            case string text when IsNumber && !ApiPath.IsNumber(text.Trim()): throw Refuse(
                $"'{text}' is no {Property}, which is a number. Give the number, or an object with a {Property} property.");
            case string text: return text.Trim();
            case null: return value;
            case ValueType when !IsNumber && Written(inputData) is { } written: return written;
            case Guid: return Convert.ToString(value, CultureInfo.InvariantCulture);
            case DBNull: throw Refuse($"A database null is not a {Property}. Give the id.");
            case ValueType when NumberText.IsNumeric(value.GetType()): return NumberOf(value) ?? Fraction(value);
            case IList list and not IDictionary: return list.Cast<object?>().Select(item => Transform(engineIntrinsics, item)).ToArray();
        }

        var source = PSObject.AsPSObject(inputData);
        var known = PipedObject.KindOf(source);
        // A reference says in words whose id it is.
        if (known == nameof(Reference) && Read(source, "Type") is { } kindOf && Names(kindOf)
            && Read(source, "Id") is { } named) return named;
        var id = Read(source, Property);
        var other = id is null && known is null ? OwnerOfId(source) : null;
        id ??= known is null && other is null ? Read(source, "Id") : null;
        if (id is not null) return id;
        var kind = known ?? (value is PSCustomObject ? "object" : value.GetType().Name);
        var message = $"This {kind} has no {Property}{(other is null ? "" : $"; its Id is a {other}")}. Give the id as text, or an "
            + $"object with a {Property}{(known is null ? " or Id" : "")} property.";
        throw Refuse(message);
    }

    /// <summary>
    /// What was typed: <c>007</c> and <c>61e5</c> are numbers to PowerShell, which keeps their letters as well; null when nothing of the
    /// kind was typed.
    /// </summary>
    private static string? Written(object? inputData) =>
        inputData is PSObject && LanguagePrimitives.ConvertTo(inputData, typeof(string),
            CultureInfo.InvariantCulture) is string { Length: > 0 } text
            && text.All(letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) ? text : null;

    /// <summary>
    /// The digits of a whole number, whatever type it has in a database or spreadsheet; null for another value, and where a double has lost
    /// digits.
    /// </summary>
    private static string? NumberOf(object? value) => value switch
    {
        double or float => Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && Math.Floor(number).Equals(number)
            && Math.Abs(number) < 1e15 ? number.ToString("0", CultureInfo.InvariantCulture) : null,
        decimal number => decimal.Truncate(number) == number ? number.ToString("0", CultureInfo.InvariantCulture) : null,
        ValueType when NumberText.IsWhole(value.GetType()) => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Only an id of your own system may have decimals.</summary>
    private string Fraction(object value) => Property == "ExternalId"
        && Math.Abs(Convert.ToDouble(value, CultureInfo.InvariantCulture)) < 1e15
        ? Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture)
        : throw Refuse($"'{RowObject.Shown(value)}' is not a {Property}: an id is a whole number, and a double holds 15 digits of it "
            + "exactly. Give the id as text.");

    /// <summary>The binder goes on with the other parameters only after a cast that failed.</summary>
    private static ArgumentTransformationMetadataException Refuse(string message) => new(message, new PSInvalidCastException(message));

    /// <summary>The id that a piped thing would be taken for; null when it carries none.</summary>
    internal string? IdOf(PSObject piped)
    {
        try
        {
            return Transform(null!, piped) as string;
        }
        catch (ArgumentTransformationMetadataException)
        {
            return null;
        }
    }

    /// <summary>
    /// True when an id of this kind of object is what the parameter takes: <c>ticket_type</c> for TicketTypeId, <c>user</c> for ContactId.
    /// </summary>
    private bool Names(string kind) => Property switch
    {
        "ContactId" => kind is "contact" or "user" or "lead",
        _ => string.Equals(kind.Replace("_", "") + "Id", Property, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>
    /// The name under which a row says whose its Id is: an object that went through a file or JSON carries it twice, as Id and as, say,
    /// ConversationId. Null when the row does not say.
    /// </summary>
    private string? OwnerOfId(PSObject row)
    {
        if (Read(row, "Id") is not { } id) return null;
        // Select-Object leaves the name of what it took the properties from.
        if (row.TypeNames.FirstOrDefault(name => name.StartsWith(Selected, StringComparison.Ordinal)) is { } selected
            && selected.Substring(Selected.Length) + "Id" is var owner
            && !string.Equals(owner, Property, StringComparison.OrdinalIgnoreCase)
            && IsOurs(selected.Substring(Selected.Length))) return owner;
        return row.Properties.Select(property => property.Name)
            .FirstOrDefault(name => name.Length > 2 && name.EndsWith("Id", StringComparison.OrdinalIgnoreCase)
            && !string.Equals(name, Property, StringComparison.OrdinalIgnoreCase) && IsOurs(name.Substring(0, name.Length - 2))
                && Read(row, name) == id);
    }

    private static bool IsOurs(string kind) => typeof(IntercomObject).Assembly.GetType("Intercom." + kind, throwOnError: false,
        ignoreCase: true) is { } type && typeof(IntercomObject).IsAssignableFrom(type);

    /// <summary>The property of this name; on a row also one whose heading is the same but for spaces, dashes and case.</summary>
    private static PSPropertyInfo? Cell(PSObject source, string name)
    {
        if (source.Properties[name] is { } exact || !RowObject.IsRow(source)) return source.Properties[name];
        var folded = ColumnNames.Fold(name);
        return source.Properties.FirstOrDefault(property => property.Name.Length >= folded.Length
            && ColumnNames.Fold(property.Name) == folded);
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
