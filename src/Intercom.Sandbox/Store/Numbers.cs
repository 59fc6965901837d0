using System.Text.Json.Nodes;

namespace Intercom.Sandbox.Store;

/// <summary>Numbers in JSON nodes: a node made in code keeps the type that it was made with, and gives no other.</summary>
internal static class Numbers
{
    /// <summary>The number; null for anything else, text included.</summary>
    public static double? Number(this JsonNode? node)
    {
        if (node is not JsonValue value) return null;
        if (value.TryGetValue(out long whole)) return whole;
        if (value.TryGetValue(out int small)) return small;
        return value.TryGetValue(out double number) ? number : null;
    }
}
