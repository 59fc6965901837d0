using System.Reflection;

namespace Intercom.Docs;

/// <summary>Writes the manifest that is shipped: the one of the repository, with the exports that follow from the cmdlets.</summary>
internal static class ManifestWriter
{
    /// <summary>The manifest with every export named: PowerShell imports the module, and finds it by a cmdlet's name, quickly.</summary>
    /// <param name="source">The text of the manifest in the repository.</param>
    /// <param name="cmdlets">The cmdlets' classes.</param>
    /// <exception cref="InvalidDataException">The manifest has no place for the exports.</exception>
    public static string Write(string source, IEnumerable<Type> cmdlets)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var aliases = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in cmdlets)
        {
            var cmdlet = type.GetCustomAttribute<CmdletAttribute>()!;
            names.Add($"{cmdlet.VerbName}-{cmdlet.NounName}");
            aliases.UnionWith(type.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []);
        }
        return Fill(Fill(source, "CmdletsToExport", names), "AliasesToExport", aliases);
    }

    private static string Fill(string text, string key, IEnumerable<string> names)
    {
        var start = text.IndexOf(key, StringComparison.Ordinal);
        var place = start < 0 ? -1 : text.IndexOf("@()", start, StringComparison.Ordinal);
        if (place < 0 || text[start..place].Contains('\n'))
        {
            throw new InvalidDataException($"The manifest has no line '{key} = @()' for the build to fill.");
        }
        return text[..place] + $"@(\n{string.Concat(names.Select(name => $"        '{name}'\n"))}    )" + text[(place + 3)..];
    }
}
