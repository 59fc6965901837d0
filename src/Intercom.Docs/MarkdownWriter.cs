using System.Text;
using System.Text.RegularExpressions;

namespace Intercom.Docs;

/// <summary>Writes the help as pages of Markdown.</summary>
internal static class MarkdownWriter
{
    /// <summary>The pages by file name: one for each cmdlet, and one that lists them.</summary>
    public static SortedDictionary<string, string> Write(IReadOnlyList<CmdletHelp> cmdlets)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["README.md"] = Index(cmdlets) };
        foreach (var cmdlet in cmdlets) pages[cmdlet.Name + ".md"] = Page(cmdlet);
        return pages;
    }

    private static string Index(IReadOnlyList<CmdletHelp> cmdlets)
    {
        var page = new StringBuilder(
            $"# The {cmdlets.Count} cmdlets\n\nThese pages are made from the comments in the code by `dotnet run --project "
            + $"src/Intercom.Docs`; in PowerShell, `Get-Help <name> -Full` says the same.\n");
        foreach (var noun in cmdlets.GroupBy(cmdlet => cmdlet.Noun).OrderBy(noun => noun.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture,
                $"\n## {(noun.Key == "Intercom" ? "Connection" : Words(noun.Key["Intercom".Length..]))}\n\n| Cmdlet | What it does |\n| "
                + $"--- | --- |\n");
            foreach (var cmdlet in noun.OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal))
                page.Append(CultureInfo.InvariantCulture, $"| [{cmdlet.Name}]({cmdlet.Name}.md) | {Escape(cmdlet.Synopsis)} |\n");
        }
        return page.ToString();
    }

    private static string Page(CmdletHelp cmdlet)
    {
        var page = new StringBuilder($"# {cmdlet.Name}\n\n{Escape(cmdlet.Synopsis)}\n");
        if (cmdlet.Aliases.Count > 0)
            page.Append(CultureInfo.InvariantCulture,
            $"\nAlso known as {string.Join(", ", cmdlet.Aliases.Select(alias => $"`{alias}`"))}.\n");

        page.Append("\n## Syntax\n");
        foreach (var set in cmdlet.Syntax)
        {
            if (!set.IsOnly) page.Append(CultureInfo.InvariantCulture, $"\n### {set.Set}{(set.IsDefault ? " (default)" : "")}\n");
            page.Append(CultureInfo.InvariantCulture, $"\n```powershell\n{SyntaxLine(cmdlet.Name, set)}\n```\n");
        }

        Section("Description", string.Join("\n\n", cmdlet.Description.Select(Escape)));
        page.Append("\n## Examples\n");
        for (var i = 0; i < cmdlet.Examples.Count; i++)
            page.Append(CultureInfo.InvariantCulture,
            $"\n### Example {i + 1}\n\n{Escape(cmdlet.Examples[i].Description)}\n\n```powershell\n{cmdlet.Examples[i].Code}\n```\n");

        page.Append("\n## Parameters\n");
        foreach (var parameter in cmdlet.Parameters.OrderBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase))
            page.Append(Parameter(parameter));
        page.Append(
            "\nThe [common "
            + "parameters](https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_commonparameters) work as "
            + "everywhere.\n");

        Section("Inputs", Types(cmdlet.Inputs));
        Section("Outputs", Types(cmdlet.Outputs));
        if (cmdlet.Notes.Count > 0) Section("Calls", string.Join("\n", cmdlet.Notes.Select(note => $"- {Escape(note)}")));
        Section("Related links", string.Join("\n", cmdlet.Links.Select(link => $"- [{Escape(link.Text)}]({Target(link)})")));
        return page.ToString();

        void Section(string title, string text) => page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{text}\n");
    }

    private static string Target(LinkHelp link) => link.Address.Length > 0 ? link.Address
        : link.Text.StartsWith("about_", StringComparison.Ordinal) ? $"../../src/Intercom.PowerShell/Module/en-US/{link.Text}.help.txt"
            : link.Text + ".md";

    private static string Parameter(ParameterHelp parameter)
    {
        var rows = new List<(string, string)>
        {
            ("Type", $"`{parameter.Type}`"), ("Required", parameter.Required ? "yes" : "no"),
            ("Position", parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            ("From the pipeline",
                (parameter.ByValue, parameter.ByPropertyName) switch { (true, true) => "by value, by property name", (true, false) =>
                "by value", (false, true) => "by property name", _ => "no" }),
        };
        if (parameter.Default.Length > 0 && !parameter.IsSwitch) rows.Add(("Default", $"`{parameter.Default}`"));
        if (parameter.AcceptedValues.Count > 0)
            rows.Add(("Accepted values", string.Join(", ", parameter.AcceptedValues.Select(value => $"`{value}`"))));
        if (parameter.Limits.Length > 0) rows.Add(("Limits", parameter.Limits));
        if (parameter.Aliases.Count > 0) rows.Add(("Aliases", string.Join(", ", parameter.Aliases.Select(alias => $"`{alias}`"))));
        if (parameter.Wildcards) rows.Add(("Wildcards", "yes"));
        if (parameter.Sets.Length > 0) rows.Add(("Parameter sets", parameter.Sets));
        return $"\n### -{parameter.Name}\n\n{string.Join("\n\n", parameter.Description.Select(Escape))}\n\n| | |\n| --- | --- "
            + $"|\n{string.Concat(rows.Select(row => $"| {row.Item1} | {row.Item2} |\n"))}";
    }

    private static string SyntaxLine(string name, SyntaxHelp set) =>
        string.Join(" ", [name, .. set.Parameters.Select(InSyntax), "[<CommonParameters>]"]);

    private static string InSyntax(ParameterHelp parameter)
    {
        var word = parameter.Position is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        var whole = parameter.IsSwitch ? $"-{parameter.Name}" : $"{word} <{parameter.Type}>";
        return parameter.Required ? whole : $"[{whole}]";
    }

    private static string Types(IReadOnlyList<TypeHelp> types) =>
        types.Count == 0 ? "None."
        : string.Join("\n",
        types.Select(type => type.Description.Length == 0 ? $"- `{type.Name}`" : $"- `{type.Name}`: {Escape(type.Description)}"));

    /// <summary>ContactCompany as words.</summary>
    private static string Words(string noun)
    {
        var words = Regex.Replace(noun, "(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ");
        return words[..1] + Regex.Replace(words[1..], "(?<= )[A-Z](?=[a-z])", letter => letter.Value.ToLowerInvariant());
    }

    /// <summary>Text as text: what Markdown would take for itself is escaped; the underscore within a word it leaves alone.</summary>
    private static string Escape(string text) => Regex.Replace(text, @"[\\`*<>\[\]|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", @"\$0");
}
