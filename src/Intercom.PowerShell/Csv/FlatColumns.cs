using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intercom.PowerShell;

/// <summary>
/// The columns of a kind of object in a flat table: its properties in the order of its class, then its custom attributes by name. A column
/// that a Set- cmdlet reads has the name of its parameter.
/// </summary>
internal sealed class FlatColumns : IDisposable
{
    /// <summary>Properties that are not columns: lists of texts, and repetitions of other columns.</summary>
    private static readonly HashSet<string> LeftOut =
        ["Type", "AdditionalFields", "ConversationParts", "TicketParts", "PlanName", "TicketNames"];

    private const string ContactsName = nameof(Conversation.Contacts);
    private const string Separator = ", ";

    private readonly FlatNames _names;
    private readonly List<(string Heading, PropertyInfo Property, Type? Named)> _columns = [];
    private readonly List<PropertyInfo> _bags = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dates = new(StringComparer.Ordinal);
    private readonly ExportMarks.Hash? _marks;

    /// <param name="first">The first object.</param>
    /// <param name="names">The names of the workspace.</param>
    /// <param name="hasMarks">True to write the column that recognizes edited cells.</param>
    public FlatColumns(PSObject first, FlatNames names, bool hasMarks)
    {
        _names = names;
        var model = ModelOf(first)!;
        var set = typeof(FlatColumns).Assembly.GetType($"Intercom.PowerShell.Set{model.Name}Command") is { } command
            ? CommandPlan.Of(command) : null;
        foreach (var property in model.GetProperties().Where(property => !LeftOut.Contains(property.Name)
            && property.GetIndexParameters().Length == 0))
        {
            if (typeof(IDictionary).IsAssignableFrom(property.PropertyType)) _bags.Add(property);
            else _columns.Add(ColumnOf(property, first, set));
        }
        if (set is not null && hasMarks && names.Session is { } session) _marks = new ExportMarks.Hash(session.Client);
        if (set?.AttributeModel is not { } attributes || _bags.Count == 0) return;
        foreach (var attribute in names.Attributes(attributes) ?? [])
        {
            if (attribute.Name is not { Length: > 0 } name) continue;
            _known.Add($"{_bags[0].Name}.{name}");
            if (attribute.DataType is "date" or "datetime") _dates.Add(name);
        }
    }

    /// <summary>The headings of the properties.</summary>
    public IReadOnlyList<string> Headings => _columns.ConvertAll(column => column.Heading);

    /// <summary>The headings of the custom attributes that the workspace defines.</summary>
    public IEnumerable<string> KnownAttributes => _known;

    /// <summary>True when the last column contains marks.</summary>
    public bool HasMarks => _marks is not null;

    /// <summary>The kind of an object, such as Contact; null for objects that are not Intercom's.</summary>
    public static string? KindOf(PSObject item) => ModelOf(item)?.Name;

    /// <summary>The cells of an object's properties.</summary>
    public IReadOnlyList<string> CellsOf(PSObject item) => _columns.ConvertAll(column =>
    {
        var value = RowObject.Unwrapped(item.Properties[column.Property.Name]?.Value);
        if (value is ItemList<Reference> list)
        {
            if (column.Property.Name == ContactsName) return Noted(list, item.BaseObject as Conversation);
            if (column.Property.Name == nameof(Contact.Tags)) list = _names.Tags(list, item.Properties["Id"]?.Value as string);
            return string.Join(Separator, list.Select(NameOf));
        }
        return column.Named is { } named && value is string id ? _names.Of(named, id) : value is Reference one ? NameOf(one) : Text(value);
    });

    /// <summary>The cells of an object's custom attributes, by heading.</summary>
    public IEnumerable<(string Heading, string Text)> AttributesOf(PSObject item) =>
        from bag in _bags
        let values = RowObject.Unwrapped(item.Properties[bag.Name]?.Value) as IDictionary
        where values is not null
        from key in values.Keys.Cast<object>()
        let name = key.ToString()
        let value = RowObject.Unwrapped(values[key])
        // The title and the description of a ticket have columns of their own.
        where name is not (TicketAttributeValues.Title or TicketAttributeValues.Description)
        select ($"{bag.Name}.{name}", IsDate(name) && Moment(value) is { } time ? Text(time) : Text(value));

    /// <summary>Reads the names of the contacts in all rows, once these are known.</summary>
    public void ReadContacts() => _names.ReadContacts();

    /// <summary>The final text of a cell: the contacts of a row are held by their ids until all rows are known.</summary>
    public string Final(int place, string cell) => _columns[place].Property.Name != ContactsName ? cell
        : string.Join(Separator, cell.Split([Separator], StringSplitOptions.None).Select(_names.Contact));

    /// <summary>The marks of a row, for its cells by heading.</summary>
    public string MarksOf(IEnumerable<(string Heading, string Text)> cells) => _marks!.Of(cells);

    public void Dispose() => _marks?.Dispose();

    private static Type? ModelOf(PSObject item) => PipedObject.KindOf(item) is { } kind
        ? typeof(IntercomObject).Assembly.GetType("Intercom." + kind)
        : item.BaseObject.GetType() is { Namespace: "Intercom", IsClass: true } type ? type : null;

    private static (string Heading, PropertyInfo Property, Type? Named) ColumnOf(PropertyInfo property, PSObject first, CommandPlan? set)
    {
        // The alias of the id, such as ContactId, tells the kind of the row.
        if (property.Name == "Id") return (first.Properties.OfType<PSAliasProperty>()
            .FirstOrDefault(alias => alias.ReferencedMemberName == "Id")?.Name ?? "Id", property, null);
        var named = property.PropertyType != typeof(string) ? null : property.Name switch
        {
            nameof(Conversation.AdminAssigneeId) => typeof(Admin),
            nameof(Conversation.TeamAssigneeId) => typeof(Team),
            _ => NamedKinds.For(property.Name) is { First: null } kind ? kind.Model : null,
        };
        var wire = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
            ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        var column = set?.Columns.Columns.FirstOrDefault(column => column.Parameter == property.Name
            || column.Aliases.Contains(property.Name) || column.LastWire == wire || column.IdProperty == property.Name + "Id");
        var heading = column?.Parameter ?? (named is null ? property.Name : property.Name switch
        {
            nameof(Conversation.AdminAssigneeId) => "Assignee",
            nameof(Conversation.TeamAssigneeId) => "Team",
            var name => name.Substring(0, name.Length - 2),
        });
        // A parameter that accepts ids only must find them in its column.
        return (heading, property, column is null or { IsNamed: true } ? named : null);
    }

    private string Noted(ItemList<Reference> contacts, Conversation? conversation)
    {
        foreach (var contact in contacts)
        {
            if (contact.Id is { } id) _names.Note(id, conversation?.Contact is { } first && first.Id == id ? first.Name : contact.Name);
        }
        return string.Join(Separator, contacts.Select(contact => contact.Id));
    }

    private string NameOf(Reference reference) => string.IsNullOrEmpty(reference.Name) && reference.Id is { } id
        && NamedKinds.Of(reference.Type) is { First: null } kind ? _names.Of(kind.Model, id) : Text(reference);

    private bool IsDate(string? name) => name is not null && (_dates.Contains(name) || name.EndsWith("_at", StringComparison.Ordinal));

    private static DateTime? Moment(object? value) => RowObject.Unwrapped(value) switch
    {
        double and not (>= -62135596800 and <= 253402300799) => null,
        double or long or int when Convert.ToDouble(value, CultureInfo.InvariantCulture) is var seconds
            && Math.Floor(seconds).Equals(seconds) =>
            DateTimeOffset.FromUnixTimeSeconds((long)seconds).LocalDateTime,
        _ => null,
    };

    private static string Text(object? value) => value switch
    {
        DateTime date => new DateTimeOffset(date.ToUniversalTime()).ToLocalTime()
            .ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "True" : "False",
        _ => Words.Of(value),
    };
}
