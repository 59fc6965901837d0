using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Intercom.Docs;

/// <summary>The XML documentation files beside the assemblies, as plain text.</summary>
internal sealed class XmlComments
{
    private readonly Dictionary<string, XElement> _members;

    public XmlComments(string folder) => _members = Directory.GetFiles(folder, "Intercom.*.xml").Order(StringComparer.Ordinal)
        .SelectMany(path => XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member"))
        .GroupBy(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
        // Only what compilers put into every assembly stands twice.
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>The summary in paragraphs; empty without a summary.</summary>
    public IReadOnlyList<string> Summary(MemberInfo member) => Paragraphs(Find(member)?.Element("summary"));

    public IReadOnlyList<string> Remarks(MemberInfo member) => Paragraphs(Find(member)?.Element("remarks"));

    /// <summary>The examples: a paragraph on what it does, and a code element.</summary>
    public IReadOnlyList<ExampleHelp> Examples(MemberInfo member) => Find(member)?.Elements("example").Select(example =>
        new ExampleHelp(string.Join(" ", example.Elements("para").Select(Text)), Code(example.Element("code")?.Value ?? ""))).ToArray()
            ?? [];

    /// <summary>The text up to the end of its first sentence.</summary>
    public static string FirstSentence(string text)
    {
        var end = Regex.Match(text, @"\.(?=\s+[A-Z\-$])");
        return end.Success ? text[..(end.Index + 1)] : text;
    }

    private XElement? Find(MemberInfo member) =>
        _members.GetValueOrDefault(member is Type type ? "T:" + type.FullName!.Replace('+', '.')
            : $"P:{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}");

    private static IReadOnlyList<string> Paragraphs(XElement? element)
    {
        if (element is null) return [];
        var paragraphs = new List<string>();
        var loose = new XElement("para");
        foreach (var node in element.Nodes())
        {
            if (node is XElement { Name.LocalName: "para" } paragraph)
            {
                Add(loose);
                Add(paragraph);
                loose = new XElement("para");
            }
            else
            {
                loose.Add(node);
            }
        }
        Add(loose);
        return paragraphs;

        void Add(XElement part)
        {
            if (Text(part) is { Length: > 0 } text) paragraphs.Add(text);
        }
    }

    private static string Text(XElement element) => Regex.Replace(string.Concat(element.Nodes().Select(Words)), @"\s+", " ").Trim();

    private static string Words(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" or "paramref" } reference when reference.IsEmpty =>
            ((string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name") ?? (string?)reference.Attribute("cref") ?? "")
            .Split(':', '.')[^1],
        XElement element => string.Concat(element.Nodes().Select(Words)),
        _ => "",
    };

    /// <summary>The lines without the blank ones around them and without the indentation that all share.</summary>
    private static string Code(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        while (lines.Count > 0 && lines[0].Length == 0) lines.RemoveAt(0);
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        var shared = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join("\n", lines.Select(line => line.Length >= shared ? line[shared..] : line));
    }
}
