using System.Text.Json;
using Intercom.Http;
using Intercom.Query;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Search;

/// <summary>Reads a query tree into a condition, with the limits, refusals and quirks of Intercom's own search.</summary>
internal sealed class QueryReader(SearchTarget target, Database data, string version = ApiVersions.Default)
{
    private const int MostFilters = 15;
    private const int MostLevels = 2;

    public Func<Entity, bool> Read(JsonObject query) => Read(query, 0);

    private Func<Entity, bool> Read(JsonObject node, int level)
    {
        var word = node["operator"]?.ToString()
            ?? throw new SandboxError(400, "parameter_not_found", "operator is a required parameter", "operator");
        if (!(word is "AND" or "OR")) return Filter(node, word);
        // A plain filter with AND or OR makes the real server fall over.
        if (node.ContainsKey("field")) throw new SandboxError(500, "server_error", "Internal server error");
        if (level >= MostLevels) throw SandboxError.Invalid($"query is nested too deeply: at most {MostLevels} levels", "query");
        if (node["value"] is not JsonArray { Count: > 0 } parts) throw SandboxError.Invalid("value must be a list of filters", "value");
        if (parts.Count > MostFilters) throw SandboxError.Invalid($"query has too many filters: at most {MostFilters} in a group", "query");
        var conditions = parts
            .Select(part =>
                Read(
                    part as JsonObject ?? throw SandboxError.Invalid("each value must be a filter or a group", "value"),
                    level + 1)).ToArray();
        return word == "AND"
            ? entity => Array.TrueForAll(conditions, condition => condition(entity))
            : entity => Array.Exists(conditions, condition => condition(entity));
    }

    private Func<Entity, bool> Filter(JsonObject node, string word)
    {
        var name = node["field"]?.ToString() ?? throw SandboxError.Missing("field");
        var field = FieldCatalog.Find(target.Resource, name)?.In(version);
        if (field?.Since is { } since && ApiVersions.Compare(version, since) < 0) field = null;
        if (field is null || name.Any(char.IsUpper) && field.Type != FieldType.Attribute)
        {
            throw new SandboxError(400, "invalid_field", $"'{name}' is not a valid field", name);
        }
        if (!QueryOperators.TryParse(word, out var operation)) throw SandboxError.Invalid($"'{word}' is not a valid operator", "operator");
        var type = field.Type == FieldType.Attribute ? TypeOf(field.Name) : field.Type;
        var allowed = field.Type == FieldType.Attribute ? FieldCatalog.OfAttribute(target.Resource, "x", type).Operators : field.Operators;
        // SDK documentation asks for everything by an id that is greater than nothing.
        var everything = field.Name == "id" && operation == QueryOperator.Greater && node["value"]?.ToString() is "";
        if ((allowed & operation) == 0 && !everything)
        {
            throw SandboxError.Invalid($"operator '{word}' is not supported for the field '{name}'", name);
        }
        if (!node.TryGetPropertyValue("value", out var value)) throw SandboxError.Missing("value");
        var several = operation is QueryOperator.In or QueryOperator.NotIn;
        if (several && value is not JsonArray) throw SandboxError.Invalid($"value must be an array for the operator {word}", "value");
        if (!several && value is JsonArray or JsonObject)
        {
            throw SandboxError.Invalid($"value must be a single value for the operator {word}", "value");
        }

        // Nobody is null in some answers and 0 in others.
        var isNobody = field.Name is "admin_assignee_id" or "team_assignee_id" && value is null or JsonValue
            && value?.ToString() is null or "0";
        if (isNobody && operation is QueryOperator.Equal or QueryOperator.NotEqual)
        {
            return entity => target.Field(data, entity, field.Name)?.ToString() is null or "0" == (operation == QueryOperator.Equal);
        }

        var day = type == FieldType.Date
            && (field.DayGrained || (field.Type == FieldType.Attribute && target.Resource == SearchResource.Contact));
        Func<JsonNode?, bool> test = Test(operation, type, value, day, words: field.Name == "source.body");
        return entity => test(target.Field(data, entity, field.Name));
    }

    private FieldType TypeOf(string field)
    {
        var name = field.Substring(field.IndexOf('.') + 1);
        if (target.Resource == SearchResource.Ticket)
        {
            var held = data.Table("ticket_type_attributes").Find(name)
                ?? throw new SandboxError(400, "invalid_field", $"'{field}' is not a valid field", field);
            return TypeNamed(held.Text("data_type"));
        }
        var attribute = data.DataAttributes.All.FirstOrDefault(entry => entry.Text("name") == name)
            ?? throw new SandboxError(400, "invalid_field", $"'{field}' is not a valid field", field);
        return TypeNamed(attribute.Text("data_type"));
    }

    /// <summary>Ticket attributes and data attributes have different names for two of the types.</summary>
    private static FieldType TypeNamed(string? dataType) => dataType switch
    {
        "integer" => FieldType.Integer,
        "float" or "decimal" => FieldType.Float,
        "boolean" => FieldType.Boolean,
        "date" or "datetime" => FieldType.Date,
        _ => FieldType.String,
    };

    private Func<JsonNode?, bool> Test(QueryOperator operation, FieldType type, JsonNode? value, bool day, bool words)
    {
        switch (operation)
        {
            case QueryOperator.NotEqual: return Not(Test(QueryOperator.Equal, type, value, day, words));
            case QueryOperator.NotIn: return Not(Test(QueryOperator.In, type, value, day, words));
            case QueryOperator.NotContains: return Not(Test(QueryOperator.Contains, type, value, day, words));
            case QueryOperator.In:
                var options = ((JsonArray)value!).Select(option => Test(QueryOperator.Equal, type, option, day, words)).ToArray();
                return node => Array.Exists(options, option => option(node));
        }
        if (value is null) return operation == QueryOperator.Equal ? node => node is null || node is JsonArray { Count: 0 } : _ => false;
        return type switch
        {
            FieldType.Boolean => Of(node => Truth(node) is { } held && held == Truth(value)),
            FieldType.Integer or FieldType.Float or FieldType.Date => Ordered(operation, Number(value), day),
            _ => Of(Textual(operation, value.ToString(), words)),
        };
    }

    private static Func<JsonNode?, bool> Not(Func<JsonNode?, bool> test) => node => !test(node);

    /// <summary>A field with several values matches when one of them does.</summary>
    private static Func<JsonNode?, bool> Of(Func<JsonNode, bool> test) =>
        node => node is JsonArray many ? many.Any(item => item is not null && test(item)) : node is not null && test(node);

    private Func<JsonNode?, bool> Ordered(QueryOperator operation, double? wanted, bool day)
    {
        if (wanted is not { } bound) return _ => false;
        if (day) bound = Day(bound);
        return Of(node =>
        {
            if (Number(node) is not { } held) return false;
            if (day) held = Day(held);
            return operation switch
            {
                QueryOperator.Equal => held == bound, QueryOperator.Less => held < bound, QueryOperator.Greater => held > bound,
                QueryOperator.LessOrEqual => held <= bound, QueryOperator.GreaterOrEqual => held >= bound, _ => false,
            };
        });
    }

    /// <summary>The number of the calendar day in the workspace's time zone.</summary>
    private double Day(double seconds)
    {
        if (Math.Abs(seconds) > 1e11) return seconds;
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds((long)seconds), data.Options.TimeZone);
        return (local.Date - new DateTime(1970, 1, 1)).TotalDays;
    }

    private static Func<JsonNode, bool> Textual(QueryOperator operation, string wanted, bool words) => node =>
    {
        var held = node.ToString();
        return operation switch
        {
            QueryOperator.Equal => words ? HasWord(held, wanted) : string.Equals(held, wanted, StringComparison.OrdinalIgnoreCase),
            QueryOperator.Contains => words ? HasWord(held, wanted) : held.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0,
            QueryOperator.StartsWith => held.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
            QueryOperator.EndsWith => held.EndsWith(wanted, StringComparison.OrdinalIgnoreCase),
            QueryOperator.Less => string.Compare(held, wanted, StringComparison.OrdinalIgnoreCase) < 0,
            QueryOperator.Greater => string.Compare(held, wanted, StringComparison.OrdinalIgnoreCase) > 0,
            _ => false,
        };
    };

    /// <summary>Message bodies are matched by single words.</summary>
    private static bool HasWord(string text, string word) =>
        text.Split(
            text.Where(letter => !char.IsLetterOrDigit(letter) && letter != '\'').Distinct().ToArray(),
            StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool? Truth(JsonNode node) => node.ToString().ToLowerInvariant() switch { "true" => true, "false" => false, _ => null };

    private static double? Number(JsonNode node) =>
        double.TryParse(node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
