namespace Intercom.Query;

/// <summary>The fields that Intercom's search accepts, per resource.</summary>
public static class FieldCatalog
{
    private static readonly Dictionary<SearchResource, IReadOnlyList<SearchField>> Fields = Enum
        .GetValues(typeof(SearchResource)).Cast<SearchResource>()
        .ToDictionary(resource => resource, resource => (IReadOnlyList<SearchField>)FieldTables.Build(resource));

    private static readonly Dictionary<(SearchResource, string), SearchField> ByName = Fields.Values
        .SelectMany(list => list)
        .SelectMany(
            field => field.PrintedName is null ? new[] { field.Name } : [field.Name, field.PrintedName],
            (field, name) => (Key: (field.Resource, Fold(name)), field))
        .Concat(FieldTables.Aliases.Select(alias =>
            (Key: (alias.Resource, Fold(alias.Word)), field: Fields[alias.Resource].First(field => field.Name == alias.Name))))
        .ToDictionary(pair => pair.Key, pair => pair.field);

    /// <summary>The documented fields of a resource, in the order of Intercom's tables. Attributes are not included.</summary>
    public static IReadOnlyList<SearchField> For(SearchResource resource) => Fields[resource];

    /// <summary>
    /// The prefix of the resource's attributes: <c>custom_attributes.</c>, or <c>ticket_attribute.</c> followed by the attribute's id.
    /// </summary>
    public static string AttributePrefix(SearchResource resource) =>
        FieldTables.AttributePrefixes[resource == SearchResource.Ticket ? 1 : 0];

    /// <summary>
    /// The field of that name, written in snake_case or PascalCase; null when no table has it. Custom and ticket attributes
    /// are found by their prefix and come with <see cref="FieldType.Attribute"/>, whatever the attribute's name.
    /// </summary>
    public static SearchField? Find(SearchResource resource, string name) =>
        AttributeName(resource, name) is { } attribute
            ? OfAttribute(resource, attribute, FieldType.Attribute)
            : ByName.TryGetValue((resource, Fold(name)), out var field) ? field : null;

    /// <summary>The field of a custom attribute (by name) or ticket attribute (by id), with its type in the workspace.</summary>
    public static SearchField OfAttribute(SearchResource resource, string attribute, FieldType type) =>
        new(resource, AttributePrefix(resource) + attribute, type, FieldTables.OperatorsOf(resource, type))
        {
            // Conversations list no custom attributes among their fields, though they have some.
            Documented = resource != SearchResource.Conversation,
            // A ticket's answer names its attributes, the search numbers them.
            ItemPath = resource == SearchResource.Ticket ? null : AttributePrefix(resource) + attribute,
        };

    /// <summary>An undocumented field, under its name in the API. Its type follows its value, so every operator is accepted.</summary>
    public static SearchField Unknown(SearchResource resource, string name, FieldType type = FieldType.Attribute) =>
        new(resource, ToSnake(name), type, FieldTables.OperatorsOf(resource, type)) { Documented = false };

    /// <summary>The attribute's own name when the field is an attribute of the resource. Null otherwise.</summary>
    public static string? AttributeName(SearchResource resource, string name)
    {
        var dot = name.IndexOf('.');
        if (dot < 0 || dot == name.Length - 1) return null;
        // A ticket's own property is the plural ticket_attributes. Both spellings are accepted for the prefixes of both resources.
        var prefix = Fold(name.Substring(0, dot)).TrimEnd('s');
        return prefix == Fold(AttributePrefix(resource).TrimEnd('.')).TrimEnd('s') ? name.Substring(dot + 1) : null;
    }

    /// <summary>
    /// True when every item has the field: of the resource, or, where that is not known, of every resource that has the field.
    /// </summary>
    internal static bool IsAlwaysSet(SearchResource? resource, string name)
    {
        var fields = (resource is { } one ? [one] : Fields.Keys.ToArray()).Select(each => Find(each, name)).OfType<SearchField>().ToList();
        return fields.Count > 0 && fields.TrueForAll(field => field.AlwaysSet);
    }

    /// <summary>
    /// The type behind the words of Intercom's attribute descriptions, such as <c>date</c>, <c>decimal</c> or <c>list</c>; null for an
    /// unknown word.
    /// </summary>
    public static FieldType? TypeOf(string? dataType) => dataType?.ToLowerInvariant() switch
    {
        "string" or "list" or "options" or "text" => FieldType.String,
        "integer" => FieldType.Integer,
        "float" or "decimal" => FieldType.Float,
        "boolean" => FieldType.Boolean,
        "date" or "datetime" => FieldType.Date,
        _ => null,
    };

    /// <summary>The most similar known field, for "did you mean". Null when none is similar.</summary>
    public static SearchField? Nearest(SearchResource resource, string name)
    {
        var hint = Array.Find(FieldTables.Hints, row => row.Resource == resource && Fold(row.Word) == Fold(name));
        return hint.Name is not null ? Find(resource, hint.Name) : NearestOf(name, For(resource), field => field.Name);
    }

    /// <summary>
    /// The candidate most like a text: the fewest typing errors, at most two in five letters and three in all, or the text as one of
    /// its parts.
    /// </summary>
    internal static T? NearestOf<T>(string text, IEnumerable<T> candidates, Func<T, string> nameOf) where T : class
    {
        var folded = Fold(text);
        return candidates
            .Select(candidate => (candidate, Distance: Distance(folded, Fold(nameOf(candidate)), nameOf(candidate))))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Min(3, folded.Length * 2 / 5)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => nameOf(pair.candidate), StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();

        // The last part of a dotted name (country for location.country) is as good as one typing error.
        static int Distance(string text, string candidate, string name) =>
            Fold(name.Substring(name.LastIndexOf('.') + 1)) == text ? 1 : Spelling.Distance(text, candidate);
    }

    /// <summary>A name without case and underscores: createdAt, CreatedAt and created_at are one.</summary>
    internal static string Fold(string name) => name.Replace("_", "").ToLowerInvariant();

    /// <summary>Converts CreatedAt to created_at. A name in snake_case stays unchanged.</summary>
    internal static string ToSnake(string name)
    {
        var snake = new System.Text.StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            var upper = char.IsUpper(name[at]);
            if (upper && at > 0 && name[at - 1] is not ('.' or '_') && !char.IsUpper(name[at - 1])) snake.Append('_');
            snake.Append(upper ? char.ToLowerInvariant(name[at]) : name[at]);
        }

        return snake.ToString();
    }
}
