using System.Xml.Linq;

namespace Intercom.Docs.Views;

/// <summary>Writes what PowerShell adds to our types, Intercom.Types.ps1xml: ids under names of their own, and a few properties.</summary>
internal static class TypesWriter
{
    /// <summary>All types that get something.</summary>
    /// <exception cref="InvalidDataException">A declaration names what its type does not have.</exception>
    public static XDocument Write(IReadOnlyList<TypeView> views, ModuleTypes types)
    {
        var input = new XElement("CodeMethod",
            new XElement("Name", "GetInput"), Reference("CodeReference", ("Intercom.PowerShell.PipelineInput", "Of")));
        var elements = new List<XElement> { TypeOf("Intercom.IntercomObject", [input]) };
        foreach (var view in views.OrderBy(view => view.Name, StringComparer.Ordinal))
        {
            var type = types.Find(view.Name);
            XElement[] members = [.. Id(view, type), .. view.Members.Select(member => Member(type, member, types))];
            if (members.Length > 0) elements.Add(TypeOf(type.FullName!, members));
        }
        return new XDocument(new XElement("Types", elements));
    }

    /// <summary>The id under the type's own name: for a model that has an Id and is shown.</summary>
    private static IEnumerable<XElement> Id(TypeView view, Type type)
    {
        if (view.Id == "-" || !view.IsShown || !ModuleTypes.IsModel(type) || type.GetProperty("Id") is null) yield break;
        yield return Alias(view.Id ?? type.Name + "Id", "Id");
    }

    private static XElement Member(Type type, Column member, ModuleTypes types)
    {
        if (member.Value[0] == '@') return Code(member.Label, types.Method(member.Value[1..]));
        if (type.GetProperty(member.Value) is not null) return Alias(member.Label, member.Value);
        throw new InvalidDataException($"Views.txt names {member.Value} of {type.FullName} also {member.Label}. It has no such property.");
    }

    private static XElement TypeOf(string name, IEnumerable<XElement> members) =>
        new("Type", new XElement("Name", name), new XElement("Members", members));

    private static XElement Alias(string name, string property) =>
        new("AliasProperty", new XElement("Name", name), new XElement("ReferencedMemberName", property));

    private static XElement Code(string name, (string, string) method) =>
        new("CodeProperty", new XElement("Name", name), Reference("GetCodeReference", method));

    private static XElement Reference(string element, (string Type, string Method) method) =>
        new(element, new XElement("TypeName", method.Type), new XElement("MethodName", method.Method));
}
