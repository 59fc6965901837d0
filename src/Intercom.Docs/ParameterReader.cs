using System.Collections;
using System.Reflection;

namespace Intercom.Docs;

/// <summary>Reads the parameters of one cmdlet, from the engine, its attributes, its XML documentation and a new instance of it.</summary>
internal sealed class ParameterReader : IDisposable
{
    // What the engine adds to a cmdlet, and how each of these is described.
    private static readonly Dictionary<string, string> OfEngine = new(StringComparer.Ordinal)
    {
        ["First"] = "Returns at most so many objects, and requests only the pages that they need.",
        ["Skip"] = "Leaves out so many objects at the start.",
        ["IncludeTotalCount"] = "Writes first how many objects there are in all, where Intercom says so.",
        ["WhatIf"] = "Shows what would be done, and sends nothing that changes anything.",
        ["Confirm"] = "Asks before each thing that is done.",
    };

    private readonly Type _command;
    private readonly XmlComments _comments;
    private readonly object _instance;

    public ParameterReader(Type command, XmlComments comments) =>
        (_command, _comments, _instance) = (command, comments, Activator.CreateInstance(command)!);

    public void Dispose() => (_instance as IDisposable)?.Dispose();

    /// <summary>The parameter sets, the default first; each with its parameters in the order of a syntax line.</summary>
    public IReadOnlyList<SyntaxHelp> Syntax(CmdletInfo cmdlet)
    {
        var sets = cmdlet.ParameterSets.OrderBy(set => !set.IsDefault).ToList();
        return sets.Select(set => new SyntaxHelp(set.Name, set.IsDefault, sets.Count == 1, Shown(set).Select(Read).ToList())).ToList();
    }

    /// <summary>All parameters once: as in the first set that has each, with what differs between the sets said.</summary>
    public static IReadOnlyList<ParameterHelp> Merge(IReadOnlyList<SyntaxHelp> syntax) =>
        (from set in syntax from parameter in set.Parameters group (set.Set,
            Parameter: parameter) by parameter.Name into same select Merge(same.ToList(), syntax.Count)).ToList();

    private static ParameterHelp Merge(List<(string Set, ParameterHelp Parameter)> uses, int sets)
    {
        var words = new List<string>();
        if (uses.Count < sets) words.Add(string.Join(", ", uses.Select(use => use.Set)));
        var requiring = uses.Where(use => use.Parameter.Required).Select(use => use.Set).ToList();
        if (requiring.Count > 0 && requiring.Count < uses.Count) words.Add($"required in {string.Join(", ", requiring)}");
        return uses[0].Parameter with
        {
            Required = requiring.Count == uses.Count, ByValue = uses.Any(use => use.Parameter.ByValue),
            ByPropertyName = uses.Any(use => use.Parameter.ByPropertyName),
            Position = uses.Select(use => use.Parameter.Position).FirstOrDefault(position => position is not null),
            Sets = string.Join("; ", words),
        };
    }

    private static IEnumerable<CommandParameterInfo> Shown(CommandParameterSetInfo set) => set.Parameters
        .Where(parameter =>
            !PSCmdlet.CommonParameters.Contains(parameter.Name) && !parameter.Attributes.OfType<ParameterAttribute>()
            .Any(attribute => attribute.DontShow))
        .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position).ThenBy(parameter => !parameter.IsMandatory)
            .ThenBy(parameter => OfEngine.ContainsKey(parameter.Name));

    private ParameterHelp Read(CommandParameterInfo parameter)
    {
        var property = _command.GetProperty(parameter.Name);
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var isSwitch = type == typeof(SwitchParameter);
        var element = type.IsArray ? type.GetElementType()! : type;
        return new ParameterHelp
        {
            Name = parameter.Name, Type = TypeName(type), FullType = type.FullName!, IsSwitch = isSwitch,
            Description = property is null ? [OfEngine[parameter.Name]] : _comments.Summary(property),
            Aliases = parameter.Aliases.Order(StringComparer.Ordinal).ToList(),
            AcceptedValues = element.IsEnum ? Enum.GetNames(element) : parameter.Attributes.OfType<ValidateSetAttribute>()
                .FirstOrDefault()?.ValidValues.ToArray() ?? Own(parameter, "OneOf")?.Words ?? Array.Empty<string>(),
            Limits = Limits(parameter), Wildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            Default = isSwitch ? "False" : property is null ? "" : DefaultOf(property), Required = parameter.IsMandatory,
            Position = parameter.Position < 0 ? null : parameter.Position,
            ByValue = parameter.ValueFromPipeline, ByPropertyName = parameter.ValueFromPipelineByPropertyName,
            IdProperty = Own(parameter, "IntercomId")?.Property,
        };
    }

    // The module's own attributes, by name: this project does not reference it.
    private static dynamic? Own(CommandParameterInfo parameter, string name) =>
        parameter.Attributes.FirstOrDefault(attribute => attribute.GetType().Name == name + "Attribute");

    private static string Limits(CommandParameterInfo parameter)
    {
        var limits = new List<string>();
        foreach (var attribute in parameter.Attributes)
        {
            if (attribute is ValidateRangeAttribute { MinRange: { } least, MaxRange: { } most })
                limits.Add(string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));
            if (attribute is ValidateCountAttribute count) limits.Add($"{count.MinLength} to {count.MaxLength} values");
            if (attribute is ValidateLengthAttribute length) limits.Add($"{length.MinLength} to {length.MaxLength} characters");
            if (attribute.GetType().Name == "NotNegativeAttribute") limits.Add("from 0");
        }
        return string.Join(", ", limits);
    }

    private string DefaultOf(PropertyInfo property)
    {
        if (!property.CanRead) return "";
        return property.GetValue(_instance) switch
        {
            null or "" or DateTime or DateTimeOffset or bool or ICollection { Count: 0 } => "",
            IEnumerable list and not string =>
                string.Join(", ", list.Cast<object>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture))),
            IConvertible number and (int or long or double or decimal) when Convert.ToDouble(number,
                CultureInfo.InvariantCulture) == 0 => "",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    /// <summary>A type's name as PowerShell people write it.</summary>
    public static string TypeName(Type type)
    {
        if (type.IsArray) return TypeName(type.GetElementType()!) + "[]";
        if (!type.IsGenericType) return type.Name;
        return $"{type.Name.Split('`')[0]}[{string.Join(",", type.GetGenericArguments().Select(TypeName))}]";
    }
}
