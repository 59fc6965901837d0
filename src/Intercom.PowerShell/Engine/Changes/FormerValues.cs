using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>
/// The values of a resource before a change, from the piped object. Only an object that was read has them: references and parts of other
/// objects contain little besides the id, and their empty properties mean nothing. Changes to the same object are remembered, because the
/// object keeps the values that it was read with.
/// </summary>
internal static class FormerValues
{
    private static readonly ConditionalWeakTable<object, AttributeBag> Changed = new();
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> Models = new();

    /// <summary>Gets the known former values of fields; null when the object was not read.</summary>
    /// <param name="piped">The piped object.</param>
    /// <param name="resource">The changed resource.</param>
    /// <param name="fields">The fields, by their API names.</param>
    public static AttributeBag? Of(PSObject? piped, Http.ApiResource resource, IEnumerable<string> fields)
    {
        if (SourceOf(piped, resource) is not { } source) return null;
        var before = new AttributeBag();
        foreach (var field in fields)
        {
            if (TryGetChanged(source, field, out var value) || TryRead(source, field, out value)) before[field] = value;
        }
        return before;
    }

    /// <summary>Remembers the values that a change gave to the resource of a piped object.</summary>
    public static void Remember(PSObject? piped, Http.ApiResource resource, AttributeBag after)
    {
        if (after.Count == 0 || SourceOf(piped, resource) is not { } source) return;
        var changed = Changed.GetOrCreateValue(source);
        lock (changed)
        {
            foreach (var field in after) changed[field.Key] = field.Value;
        }
    }

    /// <summary>A JSON value as a plain value.</summary>
    public static object? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth,
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        _ => PlainValue.Parse(System.Text.Encoding.UTF8.GetBytes(node.ToJsonString())),
    };

    /// <summary>The properties of a model by their API names.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> FieldsOf(Type model) => ModelOf(model);

    private static IntercomObject? SourceOf(PSObject? piped, Http.ApiResource resource)
    {
        if (piped?.BaseObject is not IntercomObject source || ResourceWords.Words(source.GetType().Name) != resource.Noun) return null;
        var model = ModelOf(source.GetType());
        var wasRead = Value(model, source, "created_at") is not null || Value(model, source, "updated_at") is not null;
        return wasRead && Value(model, source, "id")?.ToString() == resource.Id ? source : null;
    }

    private static bool TryGetChanged(object source, string field, out object? value)
    {
        value = null;
        if (!Changed.TryGetValue(source, out var changed)) return false;
        lock (changed) return changed.TryGetValue(field, out value);
    }

    private static bool TryRead(IntercomObject source, string field, out object? value)
    {
        value = null;
        var dot = field.IndexOf('.');
        var model = ModelOf(source.GetType());
        // The other attributes of tickets are sent in another form than they are read.
        if (source is Ticket && field.StartsWith(Ticket.AttributesField + ".", StringComparison.Ordinal)
            && field.Substring(dot + 1) is not (Ticket.TitleAttribute or Ticket.DescriptionAttribute)) return false;
        if (dot > 0) return TryReadInside(Value(model, source, field.Substring(0, dot)), field.Substring(dot + 1), out value);
        switch (source, field)
        {
            case (Ticket ticket, "ticket_state_id"):
                value = ticket.TicketState?.Id;
                return value is not null;
            case (Ticket ticket, "assignee_id"):
                var assignees = new[] { ticket.AdminAssigneeId, ticket.TeamAssigneeId }
                    .Where(id => !string.IsNullOrEmpty(id) && id != "0").ToList();
                value = assignees.Count == 0 ? "0" : assignees[0];
                // One request cannot restore both.
                return assignees.Count < 2;
            case (Company company, "plan"):
                value = company.Plan?.Name;
                return true;
        }
        if (!model.TryGetValue(field, out var property)) return false;
        value = property.GetValue(source);
        return value is null or string or bool or DateTime || value.GetType().IsPrimitive
            || value is IEnumerable list and not IDictionary && list.Cast<object?>().All(item => item is string or long);
    }

    /// <summary>Reads an attribute by its name, or whether a list contains an id.</summary>
    private static bool TryReadInside(object? holder, string name, out object? value)
    {
        value = null;
        switch (holder)
        {
            case AttributeBag attributes:
                return !attributes.TryGetValue(name, out value) || value is null or string or bool || value.GetType().IsPrimitive;
            case IEnumerable items and not string:
                var has = items.OfType<IntercomObject>().Any(item =>
                    Value(ModelOf(item.GetType()), item, "id")?.ToString() == name || (item is Tag tag && tag.Name == name));
                value = has;
                return has || holder.GetType().GetProperty(nameof(ItemList<object>.HasMore))?.GetValue(holder) is false;
            default:
                return false;
        }
    }

    private static object? Value(Dictionary<string, PropertyInfo> model, object source, string field) =>
        model.TryGetValue(field, out var property) ? property.GetValue(source) : null;

    private static Dictionary<string, PropertyInfo> ModelOf(Type type) => Models.GetOrAdd(type, static model =>
    {
        var fields = new Dictionary<string, PropertyInfo>(StringComparer.Ordinal);
        foreach (var property in model.GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            if (property.GetCustomAttribute<JsonIgnoreAttribute>() is not null) continue;
            fields[property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)] = property;
        }
        return fields;
    });
}
