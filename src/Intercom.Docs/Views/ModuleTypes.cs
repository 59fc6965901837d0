using System.Reflection;

namespace Intercom.Docs.Views;

/// <summary>The types of the built module, read by reflection: it is not imported yet.</summary>
internal sealed class ModuleTypes
{
    private const string Words = "Intercom.PowerShell.ViewWords";
    private readonly Assembly _cmdlets;
    private readonly Assembly _client;

    /// <summary>Loads the assemblies from the folder of the module.</summary>
    public ModuleTypes(string module)
    {
        var bin = Path.Combine(Path.GetFullPath(module), "bin", "net8.0");
        _client = Assembly.LoadFrom(Path.Combine(bin, "Intercom.Client.dll"));
        _cmdlets = Assembly.LoadFrom(Path.Combine(bin, "Intercom.PowerShell.dll"));
    }

    /// <summary>The cmdlets' classes.</summary>
    public IEnumerable<Type> Cmdlets => _cmdlets.GetExportedTypes().Where(type => type.IsDefined(typeof(CmdletAttribute), false));

    /// <summary>A type by its name below the namespace Intercom.</summary>
    /// <exception cref="InvalidDataException">The module has no such type.</exception>
    public Type Find(string name) => _client.GetType("Intercom." + name) ?? _cmdlets.GetType("Intercom." + name)
        ?? throw new InvalidDataException($"Views.txt names the type '{name}'. There is no Intercom.{name} in the module.");

    /// <summary>True for a model of the API.</summary>
    public static bool IsModel(Type type) => type.BaseType?.Name == "IntercomObject";

    /// <summary>The properties that a type itself declares, in the order of its code.</summary>
    public static IReadOnlyList<PropertyInfo> Declared(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .OrderBy(property => property.MetadataToken)];

    /// <summary>A property of ViewWords as a script names it; it is indexed by the object that is shown.</summary>
    /// <exception cref="InvalidDataException">ViewWords has no such property.</exception>
    public string Word(string name) => _cmdlets.GetType(Words)?.GetProperty(name)?.PropertyType.Name == "ViewWord"
        ? $"[{Words}]::{name}"
        : throw new InvalidDataException($"Views.txt shows '@{name}'. {Words} has no property {name} that is a ViewWord.");

    /// <summary>A method of ViewWords as a code reference.</summary>
    /// <exception cref="InvalidDataException">ViewWords has no such method that accepts a single PSObject.</exception>
    public (string Type, string Method) Method(string name) =>
        _cmdlets.GetType(Words)?.GetMethod(name, [typeof(PSObject)]) is { IsStatic: true, IsPublic: true } ? (Words, name)
            : throw new InvalidDataException($"Views.txt adds the member '@{name}'. {Words} has no public static method {name}(PSObject).");
}
