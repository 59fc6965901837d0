using System.Text.Json;

namespace Intercom.PowerShell;

/// <summary>The fields of a row whose values differ from those of the contact.</summary>
internal static class ContactDifference
{
    private const string Attributes = "custom_attributes";

    /// <summary>Returns the body that changes only these fields.</summary>
    /// <param name="existing">The contact, as Intercom returns it.</param>
    /// <param name="wanted">The fields of the row.</param>
    /// <param name="unedited">The names of fields that must not be changed, such as <c>phone</c> and <c>custom_attributes.plan</c>.</param>
    public static JsonObject Of(JsonObject existing, JsonObject wanted, IReadOnlyCollection<string> unedited)
    {
        var changes = new JsonObject();
        foreach (var (name, value) in wanted.Select(field => (field.Key, field.Value)))
        {
            if (name == Attributes && value is JsonObject attributes)
            {
                var theirs = existing[Attributes] as JsonObject;
                var changed = new JsonObject();
                foreach (var (attribute, each) in attributes.Select(field => (field.Key, field.Value)))
                {
                    if (!unedited.Contains($"{Attributes}.{attribute}") && !IsSame(attribute, theirs?[attribute], each))
                    {
                        changed[attribute] = each?.DeepClone();
                    }
                }
                if (changed.Count > 0) changes[Attributes] = changed;
            }
            else if (!unedited.Contains(name) && !IsSame(name, existing[name], value)) changes[name] = value?.DeepClone();
        }
        return changes;
    }

    /// <summary>The names of the changed fields.</summary>
    public static IReadOnlyList<string> Names(JsonObject changes) => changes.SelectMany(field =>
        field.Key == Attributes && field.Value is JsonObject attributes ? attributes.Select(attribute => $"{Attributes}.{attribute.Key}")
            : [field.Key]).ToList();

    private static bool IsSame(string name, JsonNode? theirs, JsonNode? ours)
    {
        if (name == "avatar" && theirs is JsonObject picture) theirs = picture["image_url"];
        var (old, wanted) = (Text(theirs), Text(ours));
        return name switch
        {
            _ when old == wanted => true,
            "email" or "role" => string.Equals(old, wanted, StringComparison.OrdinalIgnoreCase),
            // Intercom may store a telephone number in another form.
            "phone" => old.Length > 0 && Digits(old) == Digits(wanted),
            _ => IsNumber(theirs) && IsNumber(ours) && double.TryParse(old, NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
                && double.TryParse(wanted, NumberStyles.Float, CultureInfo.InvariantCulture, out var other) && one.Equals(other),
        };
    }

    private static bool IsNumber(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number;

    private static string Digits(string phone) => string.Concat(phone.Where(char.IsDigit));

    private static string Text(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "",
        JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
