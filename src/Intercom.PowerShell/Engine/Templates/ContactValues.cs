namespace Intercom.PowerShell;

/// <summary>The values of a contact for a template, as far as they are known.</summary>
/// <param name="Whole">The contact, if it was read.</param>
/// <param name="Reference">The contact in a conversation or ticket.</param>
/// <param name="Author">The contact as the author of a conversation.</param>
internal sealed record ContactValues(Contact? Whole, Reference? Reference = null, Author? Author = null)
{
    private const string Custom = "custom_attributes.";
    private const string FirstName = "first_name";
    private const string LastName = "last_name";

    private static readonly Dictionary<string, Func<Contact, object?>> Fields = FieldsOf();

    /// <summary>The attributes that every workspace has.</summary>
    public static IEnumerable<string> Names => Fields.Keys;

    /// <summary>The id of the contact; null when it is not known.</summary>
    public string? Id => Whole?.Id ?? Reference?.Id;

    /// <summary>The contact for messages.</summary>
    public string Shown => new Http.ApiResource("contact", Id, Whole?.CalledAs ?? Author?.Name).ToString();

    /// <summary>The API name of an attribute. A name that no standard attribute has is a custom attribute.</summary>
    /// <exception cref="ArgumentException">The name cannot be that of a custom attribute either.</exception>
    public static string NameOf(string given)
    {
        var known = Fields.Keys.FirstOrDefault(name => string.Equals(name, given, StringComparison.OrdinalIgnoreCase));
        if (known is not null) return known;
        if (given.StartsWith(Custom, StringComparison.OrdinalIgnoreCase)) return Custom + given.Substring(Custom.Length);
        return given.IndexOf('.') < 0 ? Custom + given : throw CommandErrors.UnknownPlaceholder(given, NearMatch.Of(given, Names));
    }

    /// <summary>The name of a custom attribute; null for a standard attribute.</summary>
    public static string? CustomName(string name) =>
        name.StartsWith(Custom, StringComparison.Ordinal) ? name.Substring(Custom.Length) : null;

    /// <summary>Gets a value, which may be null; false when it is not known without a request.</summary>
    public bool TryGet(string name, out string? value)
    {
        value = null;
        if (Whole is not null)
        {
            if (CustomName(name) is not { } custom)
            {
                value = Text(Fields[name](Whole), name);
                return true;
            }
            var bag = Whole.CustomAttributes;
            var key = bag is null ? null : bag.ContainsKey(custom) ? custom
                : bag.Keys.FirstOrDefault(one => string.Equals(one, custom, StringComparison.OrdinalIgnoreCase));
            if (key is not null) value = Text(bag![key], key);
            return key is not null;
        }
        value = name switch
        {
            "id" => Id,
            "external_id" => Reference?.ExternalId,
            "email" => Author?.Email,
            "name" => Author?.Name,
            FirstName => First(Author?.Name),
            LastName => Last(Author?.Name),
            _ => null,
        };
        return !string.IsNullOrWhiteSpace(value);
    }

    private static Dictionary<string, Func<Contact, object?>> FieldsOf()
    {
        var fields = new Dictionary<string, Func<Contact, object?>>(StringComparer.Ordinal)
        {
            [FirstName] = contact => First(contact.Name), [LastName] = contact => Last(contact.Name),
            ["location.city"] = contact => contact.Location?.City, ["location.region"] = contact => contact.Location?.Region,
            ["location.country"] = contact => contact.Location?.Country,
        };
        foreach (var field in FormerValues.FieldsOf(typeof(Contact)))
        {
            var type = Nullable.GetUnderlyingType(field.Value.PropertyType) ?? field.Value.PropertyType;
            var isText = type == typeof(string) || type == typeof(DateTime) || type.IsPrimitive;
            if (isText && field.Key != "type") fields[field.Key] = field.Value.GetValue;
        }
        return fields;
    }

    private static string? Text(object? value, string name) => value switch
    {
        null => null,
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // As everywhere in the module, a custom attribute whose name ends in _at is a date.
        long seconds when name.EndsWith("_at", StringComparison.Ordinal) =>
            DateTimeOffset.FromUnixTimeSeconds(seconds).LocalDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string? First(string? name) => Split(name).FirstOrDefault();

    private static string? Last(string? name) => Split(name) is { Length: > 1 } words ? string.Join(" ", words.Skip(1)) : null;

    private static string[] Split(string? name) => (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
