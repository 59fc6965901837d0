namespace Intercom.Sandbox.Store;

/// <summary>Numbers in JSON nodes: a node that code creates keeps its type and does not convert to another.</summary>
internal static class Numbers
{
    /// <summary>The number. Null for any other value, including text.</summary>
    public static double? Number(this JsonNode? node)
    {
        if (node is not JsonValue value) return null;
        if (value.TryGetValue(out long whole)) return whole;
        if (value.TryGetValue(out int small)) return small;
        return value.TryGetValue(out double number) ? number : null;
    }
}
