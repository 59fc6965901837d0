namespace Intercom.Query;

/// <summary>Finds the field that a filter means, and converts its value to the field's type.</summary>
internal sealed class FieldResolver
{
    private readonly SearchResource _resource;
    private readonly QueryOptions _options;
    private readonly List<QueryNote>? _notes;

    internal FieldResolver(SearchResource resource, QueryOptions options, List<QueryNote>? notes)
    {
        _resource = resource;
        _options = options;
        _notes = notes;
    }

    /// <summary>The field, and the filter with the field's name in the API and a value of its type.</summary>
    /// <exception cref="QueryException">The value does not fit the field or the operator.</exception>
    internal (SearchField Field, QueryFilter Typed) Resolve(QueryFilter given)
    {
        var field = TypeOf(given);
        Explain(given, field);
        return (field, new ValueTyping(field, given, _options, _notes).Apply(SentName(field, given)));
    }

    private string SentName(SearchField field, QueryFilter given)
    {
        if (field.PrintedName is not { } printed) return field.Name;
        return _options.UsePrintedNames || FieldCatalog.Fold(given.Field) == FieldCatalog.Fold(printed) ? printed : field.Name;
    }

    /// <summary>The field of a filter. An attribute has its type in the workspace, or else the type of the value.</summary>
    internal SearchField TypeOf(QueryFilter filter)
    {
        var name = filter.Field;
        if (FieldCatalog.AttributeName(_resource, name) is { } attribute)
        {
            if (_options.AttributeTypes is { } types && Known(types, attribute) is { } known)
            {
                return FieldCatalog.OfAttribute(_resource, known, types[known]);
            }
            return FieldCatalog.OfAttribute(_resource, attribute, TypeOfValue(filter));
        }

        if (FieldCatalog.Find(_resource, name) is { } field) return field.In(_options.ApiVersion);
        // Intercom names every timestamp so.
        var type = QueryValue.IsTime(FieldCatalog.ToSnake(name)) ? FieldType.Date : TypeOfValue(filter);
        return FieldCatalog.Unknown(_resource, name, type);
    }

    private static string? Known(IReadOnlyDictionary<string, FieldType> types, string attribute) => types.ContainsKey(attribute)
        ? attribute
        : types.Keys.FirstOrDefault(key => string.Equals(key, attribute, StringComparison.OrdinalIgnoreCase));

    // Only a date decides: text and numbers may stand for dates too.
    private static FieldType TypeOfValue(QueryFilter filter) =>
        filter.Values.Any(value => value is DateTimeOffset) ? FieldType.Date : FieldType.Attribute;

    private void Explain(QueryFilter given, SearchField field)
    {
        if (_notes is null) return;
        if (FieldCatalog.AttributeName(_resource, field.Name) is { } attribute)
        {
            ExplainAttribute(given, attribute);
        }
        else if (!field.Documented)
        {
            var nearest = FieldCatalog.Nearest(_resource, given.Field);
            _notes.Add(new QueryNote(
                QueryNoteKind.Warning,
                $"'{given}': Intercom does not document {given.Field} as a field for searches of {Plural}. "
                    + $"It is sent as {field.Name} with {given.Operator.ToWire()}.",
                nearest is null ? "Check the name if Intercom refuses it." : $"Did you mean {nearest.Name}?",
                given));
        }
    }

    private void ExplainAttribute(QueryFilter given, string attribute)
    {
        if (_resource == SearchResource.Ticket && !attribute.All(char.IsDigit))
        {
            _notes!.Add(new QueryNote(
                QueryNoteKind.Warning,
                $"'{given}': searches identify a ticket attribute by its id, and '{attribute}' with {given.Operator.ToWire()} "
                    + "looks like a name.",
                "Use ticket_attribute.{id}. The ids are in the ticket type's attributes.",
                given));
        }
        else if (_options.AttributeTypes is { } types && Known(types, attribute) is null)
        {
            var nearest = FieldCatalog.NearestOf(attribute, types.Keys, key => key);
            var meant = nearest is null ? null : FieldCatalog.AttributePrefix(_resource) + nearest;
            // The list of attributes is complete for contacts. For conversations it lacks some that Intercom itself creates.
            var kind = _resource == SearchResource.Contact ? QueryNoteKind.Error : QueryNoteKind.Warning;
            _notes!.Add(new QueryNote(kind, Errors.UnknownAttribute(given.ToString(), attribute, given.Operator.ToWire(), meant), given));
        }
    }

    private string Plural => _resource.ToString().ToLowerInvariant() + "s";
}
