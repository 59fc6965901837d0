using System.Reflection;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The operations of all cmdlets, as their attributes declare them.</summary>
internal static class AllOperations
{
    private static readonly Lazy<IReadOnlyList<(OperationAttribute Operation, string Cmdlet)>> Declared = new(() => [..
        from type in typeof(AllOperations).Assembly.GetExportedTypes()
        let name = type.GetCustomAttribute<CmdletAttribute>()
        where name is not null
        from operation in CommandPlan.Of(type).Operations
        select (operation, $"{name.VerbName}-{name.NounName}")]);

    /// <summary>Each operation with the name of its cmdlet.</summary>
    public static IReadOnlyList<(OperationAttribute Operation, string Cmdlet)> List => Declared.Value;

    /// <summary>The first version of the API that has an operation. Null for 2.14, and for an operation that no cmdlet performs.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path of a request, below the host.</param>
    public static string? SinceOf(string method, string path)
    {
        var parts = path.Split('/');
        var found = List.Where(each => each.Operation.Method == method && Matches(each.Operation.Path.Split('/'), parts)).ToList();
        // A literal segment comes before a placeholder: conversations/deleted is not the conversation 'deleted'.
        var fewest = found.Select(each => each.Operation.Placeholders.Length).DefaultIfEmpty().Min();
        return found.Where(each => each.Operation.Placeholders.Length == fewest).Select(each => each.Operation.Since)
            .OrderBy(since => since ?? "", Comparer<string>.Create(ApiVersions.Compare)).FirstOrDefault();
    }

    private static bool Matches(string[] pattern, string[] path)
    {
        if (pattern.Length != path.Length) return false;
        for (var at = 0; at < path.Length; at++)
        {
            if (pattern[at] != path[at] && pattern[at] is not ['{', ..]) return false;
        }
        return true;
    }
}
