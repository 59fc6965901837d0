using System;
using System.Collections.Generic;
using System.Linq;

namespace Intercom.Query;

/// <summary>Finds the field that a filter means, and gives its value the field's type.</summary>
internal sealed class FieldResolver
{
    private readonly SearchResource resource;
    private readonly QueryOptions options;
    private readonly List<QueryNote>? notes;

    internal FieldResolver(SearchResource resource, QueryOptions options, List<QueryNote>? notes)
    {
        this.resource = resource;
        this.options = options;
        this.notes = notes;
    }

    /// <summary>The field, and the filter with the field's wire name and a value of its type.</summary>
    /// <exception cref="QueryException">The value does not fit the field or the operator.</exception>
    internal (SearchField Field, QueryFilter Typed) Resolve(QueryFilter given)
    {
        var field = TypeOf(given);
        Explain(given, field);
        var name = field.PrintedName is { } printed && (options.UsePrintedNames || FieldCatalog.Fold(given.Field) == FieldCatalog.Fold(printed)) ? printed : field.Name;
        return (field, new ValueTyping(field, given, options, notes).Apply(name));
    }

    /// <summary>The field of a filter; the type of an attribute is the workspace's, or else follows the value.</summary>
    internal SearchField TypeOf(QueryFilter filter)
    {
        var name = filter.Field;
        if (FieldCatalog.AttributeName(resource, name) is { } attribute)
        {
            if (options.AttributeTypes is { } types && Known(types, attribute) is { } known) return FieldCatalog.OfAttribute(resource, known, types[known]);
            return FieldCatalog.OfAttribute(resource, attribute, TypeOfValue(filter));
        }

        if (FieldCatalog.Find(resource, name) is { } field) return field;
        // Every timestamp of Intercom is named so.
        return FieldCatalog.Unknown(resource, name, QueryValue.IsTime(FieldCatalog.ToSnake(name)) ? FieldType.Date : TypeOfValue(filter));
    }

    private static string? Known(IReadOnlyDictionary<string, FieldType> types, string attribute) => types.ContainsKey(attribute)
        ? attribute
        : types.Keys.FirstOrDefault(key => string.Equals(key, attribute, StringComparison.OrdinalIgnoreCase));

    // Only a date tells enough: text may stand for a date, and a number for one too.
    private static FieldType TypeOfValue(QueryFilter filter) => filter.Values.Any(value => value is DateTimeOffset) ? FieldType.Date : FieldType.Attribute;

    private void Explain(QueryFilter given, SearchField field)
    {
        if (notes is null) return;
        if (FieldCatalog.AttributeName(resource, field.Name) is { } attribute)
        {
            ExplainAttribute(given, attribute);
        }
        else if (!field.Documented)
        {
            var nearest = FieldCatalog.Nearest(resource, given.Field);
            notes.Add(new QueryNote(
                QueryNoteKind.Warning,
                $"'{given}': {given.Field} is not among the fields that Intercom documents for the search of {Plural}; it is sent as {field.Name} with {given.Operator.ToWire()}.",
                nearest is null ? "Check the name if Intercom refuses it." : $"Did you mean {nearest.Name}?",
                given));
        }
    }

    private void ExplainAttribute(QueryFilter given, string attribute)
    {
        if (resource == SearchResource.Ticket && !attribute.All(char.IsDigit))
        {
            notes!.Add(new QueryNote(
                QueryNoteKind.Warning,
                $"'{given}': the search knows a ticket attribute by its id, and '{attribute}' with {given.Operator.ToWire()} looks like a name.",
                "Use ticket_attribute.{id}; the ids are in the ticket type's attributes.",
                given));
        }
        else if (options.AttributeTypes is { } types && Known(types, attribute) is null)
        {
            var nearest = FieldCatalog.NearestOf(attribute, types.Keys, key => key);
            notes!.Add(new QueryNote(
                // The list of attributes is whole for contacts; of conversations, some that Intercom makes itself are not on it.
                resource == SearchResource.Contact ? QueryNoteKind.Error : QueryNoteKind.Warning,
                $"'{given}': the workspace has no attribute '{attribute}' to compare with {given.Operator.ToWire()}.",
                nearest is null ? "Get-IntercomDataAttribute lists them." : $"Did you mean {FieldCatalog.AttributePrefix(resource)}{nearest}?",
                given));
        }
    }

    private string Plural => resource.ToString().ToLowerInvariant() + "s";
}
