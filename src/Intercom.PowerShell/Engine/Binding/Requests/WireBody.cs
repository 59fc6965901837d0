using System.Collections;
using System.Management.Automation.Internal;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>Writes values to the body of a request.</summary>
internal static class WireBody
{
    /// <summary>Sets a value at a dotted path.</summary>
    public static void Put(JsonObject body, string name, JsonNode? value)
    {
        var dot = name.IndexOf('.');
        if (dot < 0)
        {
            body[name] = value;
            return;
        }
        var outer = name.Substring(0, dot);
        if (body[outer] is not JsonObject inner) body[outer] = inner = [];
        Put(inner, name.Substring(dot + 1), value);
    }

    /// <summary>True when there is a value at a dotted path.</summary>
    public static bool Has(JsonObject body, string name)
    {
        var dot = name.IndexOf('.');
        return dot < 0 ? body.ContainsKey(name) : body[name.Substring(0, dot)] is JsonObject inner && Has(inner, name.Substring(dot + 1));
    }

    /// <summary>Converts a value to the form that the API requires.</summary>
    /// <exception cref="ArgumentException">The id is not a number, which this operation requires.</exception>
    public static JsonNode? Form(string parameter, JsonNode? value, WireForm form)
    {
        if (form == WireForm.AsIs || value is null) return value;
        if (value is JsonArray list) return new JsonArray([.. list.Select(item => Form(parameter, item?.DeepClone(), form))]);
        if (long.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return JsonValue.Create(number);
        }
        throw CommandErrors.NotANumericId(parameter, $"{value}");
    }

    /// <summary>Removes PowerShell's wrappers from a value, at all levels: PSObject, switches and custom objects.</summary>
    /// <exception cref="ArgumentException">The value is nested too deeply for JSON, for example because it contains itself.</exception>
    public static object? Unwrap(object? value) => Unwrap(value, 0);

    private static object? Unwrap(object? value, int level)
    {
        if (level > IntercomJson.MaxDepth) throw PlainValue.TooDeep();
        // Without this error, the output of a command that returned nothing would be sent as an empty object.
        if (ReferenceEquals(value, AutomationNull.Value)) throw CommandErrors.NoOutput();
        switch (value)
        {
            case PSObject { BaseObject: PSCustomObject } custom:
                var members = new Dictionary<string, object?>();
                foreach (var property in custom.Properties) members[property.Name] = Unwrap(property.Value, level + 1);
                return members;
            case PSObject wrapped: return Unwrap(wrapped.BaseObject, level);
            case double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity
                or float.NegativeInfinity:
                throw CommandErrors.NotFiniteNumber(Convert.ToString(value, CultureInfo.InvariantCulture)!);
            case SwitchParameter flag: return flag.IsPresent;
            case string: return value;
            case IDictionary map:
                var pairs = new Dictionary<string, object?>();
                foreach (DictionaryEntry entry in map)
                {
                    var name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
                    // In a hashtable, 1 and '1' are different keys.
                    if (pairs.ContainsKey(name))
                    {
                        throw CommandErrors.DuplicateKey(name);
                    }
                    pairs[name] = Unwrap(entry.Value, level + 1);
                }
                return pairs;
            case JsonNode or IEnumerable<KeyValuePair<string, object?>>: return value;
            case IEnumerable items: return items.Cast<object?>().Select(item => Unwrap(item, level + 1)).ToArray();
            default: return value;
        }
    }
}
