using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>Changes fields of a resource. It is reversed by sending the former values.</summary>
internal sealed class FieldChange : ChangeKind
{
    /// <summary>The fields whose values have names of their own.</summary>
    private static readonly string[] Bags = ["custom_attributes", Ticket.AttributesField];

    /// <inheritdoc/>
    public override AttributeBag After(SentChange sent)
    {
        var after = new AttributeBag();
        foreach (var field in sent.Values)
        {
            if (!Bags.Contains(field.Key) || field.Value is not JsonObject inner) after[field.Key] = FormerValues.Plain(field.Value);
            else foreach (var value in inner) after[$"{field.Key}.{value.Key}"] = FormerValues.Plain(value.Value);
        }
        return after;
    }

    /// <inheritdoc/>
    public override Reversal Reverse(SentChange sent, AttributeBag? before)
    {
        var after = After(sent);
        var unknown = after.Keys.Where(field => !TryGet(before, field, out _)).ToList();
        if (unknown.Count > 0)
        {
            return Reversal.Refused(before is null
                ? $"The former values are not known, because the {sent.Resource.Noun} was not piped as an object that had been read."
                : $"The former value of {string.Join(", ", unknown)} is not known.");
        }
        var body = new JsonObject();
        foreach (var field in after)
        {
            var bag = Array.Find(Bags, name => field.Key.StartsWith(name + ".", StringComparison.Ordinal));
            var place = bag is null ? body : body[bag] as JsonObject;
            if (place is null) body[bag!] = place = [];
            place[bag is null ? field.Key : field.Key.Substring(bag.Length + 1)] = Sendable(before![field.Key], field.Value);
        }
        var request = sent.With(body);
        return new Reversal([request], $"Update {sent.Resource}{WorkText.Fields(body)}");
    }

    /// <summary>The former value in the form of the new one, because some fields require ids as numbers.</summary>
    private static JsonNode? Sendable(object? former, object? now) =>
        now is long && former is string text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? JsonValue.Create(id) : PlainValue.ToNode(former);
}
