using System.Reflection;

namespace Intercom.Sandbox;

/// <summary>
/// What a token may not do because it lacks a scope, and what a workspace cannot do because its plan lacks a feature. The rules are the
/// JSON files beside this one.
/// </summary>
internal static class Access
{
    /// <summary>The scopes of each operation. One of them is enough.</summary>
    private static readonly Dictionary<string, string[]> ScopesOf = Read("scopes").ToDictionary(
        rule => rule.Key, rule => Texts(rule.Value), StringComparer.Ordinal);

    private static readonly Dictionary<string, (int Status, string Code, string Message, string[] Operations)> Refusals =
        Read("features").ToDictionary(
            rule => rule.Key,
            rule => (rule.Value!["status"]!.GetValue<int>(), rule.Value["code"]!.ToString(), rule.Value["message"]!.ToString(),
                Texts(rule.Value["operations"])),
            StringComparer.Ordinal);

    /// <summary>The names of all scopes that a rule knows.</summary>
    public static IReadOnlyCollection<string> Scopes { get; } =
        ScopesOf.Values.SelectMany(scopes => scopes).Distinct().OrderBy(scope => scope, StringComparer.Ordinal).ToArray();

    /// <summary>The names of all features that a rule knows.</summary>
    public static IReadOnlyCollection<string> Features { get; } = Refusals.Keys.OrderBy(name => name, StringComparer.Ordinal).ToArray();

    /// <summary>The operations that the rules name, as <c>GET contacts/{}</c>.</summary>
    public static IEnumerable<string> Operations => ScopesOf.Keys.Concat(Refusals.Values.SelectMany(refusal => refusal.Operations));

    /// <summary>The operations of a feature.</summary>
    public static IReadOnlyCollection<string> OperationsOf(string feature) => Refusals[feature].Operations;

    /// <summary>Refuses names that no rule knows, because nothing would be refused then.</summary>
    /// <exception cref="ArgumentException">A scope or a feature does not exist.</exception>
    public static void Require(SandboxOptions options)
    {
        if (options.MissingScopes.FirstOrDefault(name => !Scopes.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } scope)
        {
            throw new ArgumentException($"'{scope}' is not a scope that the sandbox knows. Use one of: {string.Join(", ", Scopes)}.");
        }
        if (options.MissingFeatures.FirstOrDefault(name => !Features.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } feature)
        {
            throw new ArgumentException($"'{feature}' is not a feature that the sandbox knows. Use one of: {string.Join(", ", Features)}.");
        }
    }

    /// <summary>Refuses an operation that the token or the plan does not allow.</summary>
    /// <exception cref="SandboxError">It does not.</exception>
    public static void Check(SandboxOptions options, string operation)
    {
        if (options.MissingScopes.Count > 0
            && ScopesOf.TryGetValue(operation, out var scopes)
            && scopes.All(scope => options.MissingScopes.Contains(scope, StringComparer.OrdinalIgnoreCase)))
        {
            throw new SandboxError(401, "token_unauthorized", "Not authorized to access resource");
        }
        foreach (var name in options.MissingFeatures)
        {
            var (status, code, message, operations) = Refusals.First(
                refusal => string.Equals(refusal.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
            if (operations.Contains(operation, StringComparer.Ordinal)) throw new SandboxError(status, code, message);
        }
    }

    private static string[] Texts(JsonNode? list) => ((JsonArray)list!).Select(text => text!.ToString()).ToArray();

    private static JsonObject Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.json")!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }
}
