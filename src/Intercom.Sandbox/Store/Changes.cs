namespace Intercom.Sandbox.Store;

/// <summary>Takes fields from a body into an object.</summary>
internal static class Changes
{
    private const double FirstMillisecond = 1e11;

    /// <summary>Copies the named fields that the body contains. Null clears a field.</summary>
    public static void Take(JsonObject fields, JsonObject body, params string[] names)
    {
        foreach (var name in names)
        {
            if (body.TryGetPropertyValue(name, out var value)) fields[name] = value?.DeepClone();
        }
    }

    /// <summary>Copies times, which must be whole seconds.</summary>
    public static void TakeTimes(JsonObject fields, JsonObject body, params string[] names)
    {
        foreach (var name in names)
        {
            if (!body.TryGetPropertyValue(name, out var value)) continue;
            fields[name] = value is null ? null : Seconds(value, name);
        }
    }

    public static long Seconds(JsonNode value, string name)
    {
        if (value.Number() is { } seconds && seconds < FirstMillisecond) return (long)seconds;
        var kind = value.GetValueKind() == System.Text.Json.JsonValueKind.String ? "String" : "a number of milliseconds";
        throw SandboxError.Invalid($"{name} must be a Unix timestamp in seconds (integer), got {kind}", name);
    }

    /// <summary>Merges custom attributes. An attribute that the workspace does not define is refused, as by the real server.</summary>
    public static void TakeAttributes(Database data, JsonObject fields, JsonObject body, string model)
    {
        if (!body.TryGetPropertyValue("custom_attributes", out var given) || given is null) return;
        if (given is not JsonObject attributes) throw SandboxError.Invalid("custom_attributes must be an object", "custom_attributes");
        var defined = new HashSet<string>(
            data.DataAttributes.All
                .Where(attribute => attribute.Text("model") == model && attribute.Fields["custom"]?.GetValue<bool>() == true)
                .Select(attribute => attribute.Text("name")!),
            StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            if (!defined.Contains(attribute.Key))
            {
                throw new SandboxError(400, "parameter_invalid", $"Custom attribute '{attribute.Key}' does not exist", attribute.Key);
            }
        }
        if (fields["custom_attributes"] is not JsonObject known) fields["custom_attributes"] = known = [];
        foreach (var attribute in attributes) known[attribute.Key] = attribute.Value?.DeepClone();
    }
}
