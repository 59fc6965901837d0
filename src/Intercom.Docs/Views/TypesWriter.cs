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
            XElement[] words = [.. Words(view, type).Select(word => Hidden(Member(type, word, types)))];
            if (words.Length > 0) elements.Add(TypeOf("Deserialized." + type.FullName, words));
            if (words.Length > 0) members = [.. members, .. words, WithoutWords(type, members)];
            if (members.Length > 0) elements.Add(TypeOf(type.FullName!, members));
        }
        return new XDocument(new XElement("Types", elements));
    }

    /// <summary>
    /// What scripts can use as properties: the words that are declared, and each heading of a property with another name.
    /// </summary>
    /// <exception cref="InvalidDataException">A heading is neither, or is the name of another property.</exception>
    private static IEnumerable<Column> Words(TypeView view, Type type)
    {
        foreach (var column in view.Table ?? [])
        {
            if (column.Label == column.Value || view.Adds(column.Label)) continue;
            var isProperty = char.IsLetter(column.Value[0]);
            var isNamed = type.GetProperties().Any(own => own.Name.Equals(column.Label, StringComparison.OrdinalIgnoreCase));
            if (isNamed != isProperty)
            {
                if (isProperty) yield return column with { Width = null };
                continue;
            }
            throw new InvalidDataException(isProperty
                ? $"Views.txt: the heading {column.Label} of {view.Name} is the name of another property."
                : $"Views.txt: the heading {column.Label} of {view.Name} is not a property. Declare it as a word.");
        }
        foreach (var word in view.Words) yield return word;
    }

    private static XElement Hidden(XElement member)
    {
        member.Add(new XAttribute("IsHidden", "true"));
        return member;
    }

    /// <summary>Names what a job or Export-Clixml writes of an object. They would write the words too, though they are hidden.</summary>
    private static XElement WithoutWords(Type type, IEnumerable<XElement> members)
    {
        var names = type.GetProperties().Where(property => property.GetIndexParameters().Length == 0).Select(property => property.Name)
            .Concat(members.Select(member => (string)member.Element("Name")!));
        return new XElement("MemberSet", new XElement("Name", "PSStandardMembers"), new XElement("Members",
            new XElement("NoteProperty", new XElement("Name", "SerializationMethod"), new XElement("Value", "SpecificProperties")),
            new XElement("PropertySet", new XElement("Name", "PropertySerializationSet"),
                new XElement("ReferencedProperties", names.Select(name => new XElement("Name", name))))));
    }

    /// <summary>The id under the type's own name: for a model that has an Id and is shown.</summary>
    private static IEnumerable<XElement> Id(TypeView view, Type type)
    {
        if (view.Id == "-" || !view.IsShown || !ModuleTypes.IsModel(type) || type.GetProperty("Id") is null) yield break;
        yield return Alias(view.Id ?? type.Name + "Id", "Id");
    }

    private static XElement Member(Type type, Column member, ModuleTypes types)
    {
        // A member hides the property, and code that reads the property would then call itself without end.
        if (type.GetProperty(member.Label) is not null)
        {
            throw new InvalidDataException($"Views.txt adds {member.Label} to {type.FullName}. It already has such a property.");
        }
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
