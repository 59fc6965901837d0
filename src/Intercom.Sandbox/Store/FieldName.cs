namespace Intercom.Sandbox.Store;

/// <summary>
/// The name of a field in a shape: <c>tags?</c> is shown only where it has a value, <c>channel@2.16</c> since a version of the API, and
/// <c>parent_id@&lt;2.16</c> before one.
/// </summary>
internal readonly struct FieldName
{
    /// <summary>The name of the part of a shape that says how its values look in a version.</summary>
    public const string Forms = "@forms";

    private FieldName(string name, bool isSometimes, string? since, string? before) =>
        (Name, IsSometimes, Since, Before) = (name, isSometimes, since, before);

    /// <summary>The name in an answer.</summary>
    public string Name { get; }

    /// <summary>True for a field that is shown only where it has a value.</summary>
    public bool IsSometimes { get; }

    /// <summary>The first version that has the field. Null for any.</summary>
    public string? Since { get; }

    /// <summary>The first version that no longer has the field. Null for none.</summary>
    public string? Before { get; }

    public static FieldName Read(string key)
    {
        var at = key.IndexOf('@');
        var (name, version) = at < 0 ? (key, null) : (key.Substring(0, at), key.Substring(at + 1));
        var isSometimes = name.EndsWith("?", StringComparison.Ordinal);
        if (isSometimes) name = name.Substring(0, name.Length - 1);
        var isBefore = version?.StartsWith("<", StringComparison.Ordinal) == true;
        return new FieldName(name, isSometimes, isBefore ? null : version, isBefore ? version!.Substring(1) : null);
    }

    /// <summary>A value of a shape with the names that an answer has.</summary>
    public static JsonNode? Plain(JsonNode? value) => value switch
    {
        JsonObject fields => new JsonObject(fields.Where(field => field.Key != Forms)
            .Select(field => new KeyValuePair<string, JsonNode?>(Read(field.Key).Name, Plain(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Plain)]),
        _ => value?.DeepClone(),
    };
}
