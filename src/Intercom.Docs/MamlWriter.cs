using System.Xml.Linq;

namespace Intercom.Docs;

/// <summary>Writes the help as MAML, the form that Get-Help reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XDocument Write(IEnumerable<CmdletHelp> cmdlets) => new(new XDeclaration("1.0", "utf-8", null),
        new XElement(Help + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(Write)));

    private static XElement Write(CmdletHelp cmdlet) => new(Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml), new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(Command + "details", new XElement(Command + "name", cmdlet.Name), new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun), Description([cmdlet.Synopsis])),
        Description(cmdlet.Description),
        new XElement(Command + "syntax",
            cmdlet.Syntax.Select(set =>
            new XElement(Command + "syntaxItem", new XElement(Maml + "name", cmdlet.Name),
            set.Parameters.Select(parameter => Parameter(parameter, inSyntax: true))))),
        new XElement(Command + "parameters", cmdlet.Parameters.Select(parameter => Parameter(parameter, inSyntax: false))),
        new XElement(Command + "inputTypes", Types("inputType", cmdlet.Inputs)),
        new XElement(Command + "returnValues", Types("returnValue", cmdlet.Outputs)),
        new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(Notes(cmdlet)))),
        new XElement(Command + "examples", cmdlet.Examples.Select(Example)),
        new XElement(Command + "relatedLinks",
            cmdlet.Links.Select(link =>
            new XElement(Maml + "navigationLink", new XElement(Maml + "linkText", link.Text), new XElement(Maml + "uri", link.Address)))));

    private static XElement Parameter(ParameterHelp parameter, bool inSyntax)
    {
        var values = inSyntax && parameter.AcceptedValues.Count > 0 && !parameter.IsSwitch
            ? new XElement(Command + "parameterValueGroup",
                parameter.AcceptedValues.Select(value =>
                new XElement(Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"),
                value)))
            : null;
        return new XElement(Command + "parameter",
            new XAttribute("required", Word(parameter.Required)), new XAttribute("variableLength", "true"),
            new XAttribute("globbing", Word(parameter.Wildcards)), new XAttribute("pipelineInput", Pipeline(parameter)),
            new XAttribute("position", parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name), inSyntax ? null : Description([.. parameter.Description, .. Facts(parameter)]),
            values,
            inSyntax && parameter.IsSwitch ? null
                : new XElement(Command + "parameterValue", new XAttribute("required", Word(!parameter.IsSwitch)),
                new XAttribute("variableLength", Word(parameter.Type.EndsWith("[]", StringComparison.Ordinal))), parameter.Type),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.FullType), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.Default.Length == 0 ? "None" : parameter.Default));
    }

    private static XElement Example(ExampleHelp example, int index) => new(Command + "example",
        new XElement(Maml + "title", $"-------------------------- Example {index + 1} --------------------------"),
        new XElement(Dev + "code", example.Code), new XElement(Dev + "remarks", Paragraphs([example.Description])));

    /// <summary>What a parameter's MAML has no place for.</summary>
    public static IEnumerable<string> Facts(ParameterHelp parameter)
    {
        if (parameter.AcceptedValues.Count > 0) yield return $"Accepted values: {string.Join(", ", parameter.AcceptedValues)}.";
        if (parameter.Limits.Length > 0) yield return $"Limits: {parameter.Limits}.";
        if (parameter.Sets.Length > 0) yield return $"Parameter sets: {parameter.Sets}.";
    }

    /// <summary>What the pipeline may bring, in Get-Help's words.</summary>
    public static string Pipeline(ParameterHelp parameter) => (parameter.ByValue, parameter.ByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)", (true, false) => "True (ByValue)", (false, true) => "True (ByPropertyName)", _ =>
            "False",
    };

    private static IEnumerable<string> Notes(CmdletHelp cmdlet)
    {
        if (cmdlet.Aliases.Count > 0) yield return $"Also known as {string.Join(", ", cmdlet.Aliases)}.";
        foreach (var note in cmdlet.Notes) yield return note;
    }

    private static IEnumerable<XElement> Types(string name, IReadOnlyList<TypeHelp> types) =>
        (types.Count == 0 ? [new TypeHelp("None", "")] : types)
            .Select(type =>
            new XElement(Command + name, new XElement(Dev + "type", new XElement(Maml + "name", type.Name)),
            Description([type.Description])));

    private static XElement Description(IEnumerable<string> paragraphs) => new(Maml + "description", Paragraphs(paragraphs));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> texts) =>
        texts.Where(text => text.Length > 0).Select(text => new XElement(Maml + "para", text));

    private static string Word(bool value) => value ? "true" : "false";
}
