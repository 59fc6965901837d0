using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Xml.Linq;

namespace Intercom.Docs;

/// <summary>Reads the help of every cmdlet from the built module: the engine imports it, as a user's would.</summary>
internal static class HelpReader
{
    /// <summary>The help of all cmdlets, by name.</summary>
    /// <param name="module">The folder of the built module.</param>
    public static IReadOnlyList<CmdletHelp> Read(string module)
    {
        var cmdlets = Import(Path.Combine(module, "Intercom.psd1"));
        var bin = Path.GetDirectoryName(cmdlets[0].ImplementingType.Assembly.Location)!;
        var comments = new XmlComments(bin);
        var carriers = Carriers(module, Directory.GetFiles(bin, "Intercom.Client.dll").Select(Assembly.LoadFrom)
            .Append(cmdlets[0].ImplementingType.Assembly));
        return cmdlets.Select(cmdlet => Read(cmdlet, cmdlets, comments, carriers)).ToList();
    }

    private static List<CmdletInfo> Import(string manifest)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var engine = System.Management.Automation.PowerShell.Create(runspace);
        engine.AddScript(
            "$ErrorActionPreference = 'Stop'; (Import-Module $args[0] -PassThru).ExportedCmdlets.Values | ForEach-Object { $null = "
            + "$_.ParameterSets, $_.OutputType; $_ }").AddArgument(manifest);
        return engine.Invoke<CmdletInfo>().OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal).ToList();
    }

    private static CmdletHelp Read(CmdletInfo cmdlet, IReadOnlyList<CmdletInfo> all, XmlComments comments, ILookup<string, string> carriers)
    {
        var command = cmdlet.ImplementingType;
        using var reader = new ParameterReader(command, comments);
        var syntax = reader.Syntax(cmdlet);
        var parameters = ParameterReader.Merge(syntax);
        var summary = comments.Summary(command);
        IReadOnlyList<dynamic> operations = command.GetCustomAttributes(false)
            .Where(attribute => attribute.GetType().Name == "OperationAttribute").ToList();
        return new CmdletHelp
        {
            Name = cmdlet.Name, Verb = cmdlet.Verb, Noun = cmdlet.Noun,
            Aliases = command.GetCustomAttribute<AliasAttribute>()?.AliasNames.ToList() ?? [],
            Synopsis = summary.Count == 0 ? "" : XmlComments.FirstSentence(summary[0]),
            Description = [.. summary, .. comments.Remarks(command)],
            Syntax = syntax, Parameters = parameters, Inputs = Inputs(parameters, carriers),
            Outputs = Outputs(cmdlet, parameters, comments),
            Notes = Notes(operations), Examples = comments.Examples(command), Links = Links(cmdlet, all, operations),
        };
    }

    private static List<TypeHelp> Inputs(IReadOnlyList<ParameterHelp> parameters, ILookup<string, string> carriers)
    {
        var inputs = new List<TypeHelp>();
        foreach (var parameter in parameters.Where(parameter => parameter.ByValue))
        {
            inputs.Add(new TypeHelp(parameter.FullType, parameter.IdProperty is null ? $"Goes to -{parameter.Name}."
                : $"An id, which goes to -{parameter.Name}."));
            if (parameter.IdProperty is { } id)
                inputs.AddRange(carriers[id].Select(type => new TypeHelp(type, $"Its {id} goes to -{parameter.Name}.")));
        }
        var columns = parameters.Where(parameter => parameter.ByPropertyName).Select(parameter => parameter.Name).ToList();
        if (columns.Count > 0)
            inputs.Add(new TypeHelp("System.Management.Automation.PSObject",
            $"Any object with properties that are named as these parameters: {string.Join(", ", columns)}."));
        return inputs.DistinctBy(input => (input.Name, input.Description)).ToList();
    }

    private static List<TypeHelp> Outputs(CmdletInfo cmdlet, IReadOnlyList<ParameterHelp> parameters, XmlComments comments)
    {
        var only = parameters.Any(parameter => parameter.Name == "PassThru") ? " Only with -PassThru." : "";
        return cmdlet.OutputType.Where(output => output.Type is not null)
            .Select(output =>
                new TypeHelp(output.Name,
                ((comments.Summary(output.Type).FirstOrDefault() is { } summary ? XmlComments.FirstSentence(summary) : "") + only).Trim()))
                .ToList();
    }

    private static List<string> Notes(IReadOnlyList<dynamic> operations)
    {
        var notes = new List<string>();
        foreach (var operation in operations)
        {
            string retry = operation.Retry.ToString() switch { "Safe" => "reads", "Idempotent" => "a repeat does no harm", _ =>
                "is not repeated once it may have been executed" };
            string set = (string?)operation.ParameterSet is { } name ? $" ({name})" : "";
            string since = (string?)operation.Since switch
            {
                null => "", "Preview" => " Preview of the API: Intercom may still change it.",
                var version => $" Version {version} of the API, which this cmdlet sends if the connection's is lower.",
            };
            var note = $"{operation.Method} /{operation.Path}{set}: {retry}.{since}";
            if (!notes.Contains(note)) notes.Add(note);
        }
        return notes;
    }

    /// <summary>
    /// Intercom's pages of the operations, the other cmdlets of the noun and of the related nouns, and the topics that explain the module.
    /// </summary>
    private static List<LinkHelp> Links(CmdletInfo cmdlet, IReadOnlyList<CmdletInfo> all, IReadOnlyList<dynamic> operations)
    {
        var pages = operations.Select(operation =>
            (Address: OperationPages.Of((string)operation.Method, (string)operation.Path), Text: $"{operation.Method} /{operation.Path}"))
            .DistinctBy(page => page.Address);
        var neighbours = all.Where(other => other != cmdlet && (Extends(other.Noun, cmdlet.Noun) || Extends(cmdlet.Noun, other.Noun)))
            .OrderBy(other => other.Noun != cmdlet.Noun).ThenBy(other => other.Name, StringComparer.Ordinal);
        return [.. pages.Select(page => new LinkHelp($"Intercom's page on {page.Text}", page.Address)),
            .. neighbours.Select(other => new LinkHelp(other.Name, "")), new LinkHelp("about_Intercom", "")];
    }

    private static bool Extends(string noun, string root) =>
        root != "Intercom" && noun.StartsWith(root, StringComparison.Ordinal)
            && (noun.Length == root.Length || char.IsUpper(noun[root.Length]));

    /// <summary>
    /// Which of the module's types carry a property, by the property's name: of themselves, or by an alias in the types file.
    /// </summary>
    private static ILookup<string, string> Carriers(string module, IEnumerable<Assembly> assemblies)
    {
        var own = from assembly in assemblies
                  from type in assembly.GetExportedTypes()
                  where type.Namespace == "Intercom" && !type.IsAbstract
                  from property in type.GetProperties()
                  select (Property: property.Name, Type: type.FullName!);
        var aliases = from path in Directory.GetFiles(module, "*.Types.ps1xml")
                      from type in XDocument.Load(path).Descendants("Type")
                      from member in type.Element("Members")?.Elements() ?? []
                      select (Property: (string)member.Element("Name")!, Type: (string)type.Element("Name")!);
        return own.Concat(aliases).Distinct().OrderBy(pair => pair.Type, StringComparer.Ordinal)
            .ToLookup(pair => pair.Property, pair => pair.Type);
    }
}
