using System.Reflection;

namespace Intercom.PowerShell.Tests;

/// <summary>
/// The module as the build left it in out/Intercom. With <see cref="ModeVariable"/> set to netstandard2.0 it is the build for Windows
/// PowerShell that is
/// tested, in the same engine: the module as it is, but for the assembly that its manifest names.
/// </summary>
internal static class BuiltModule
{
    /// <summary>The environment variable that chooses the build: net8.0 (the default) or netstandard2.0.</summary>
    public const string ModeVariable = "INTERCOM_TEST_MODE";

    private static readonly Lazy<Assembly> Loaded = new(() =>
    {
        using var shell = new Shell();
        return AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "Intercom.PowerShell");
    });

    public static string Root { get; } = FindRoot();

    /// <summary>True while Stryker runs the tests on changed code.</summary>
    public static bool IsMutated { get; } = Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE") is not null;

    /// <summary>The build that is tested.</summary>
    public static string Framework { get; } = ChosenFramework();

    public static bool IsNetStandard => Framework == "netstandard2.0";

    /// <summary>The folder of the assemblies that are tested, as they were built.</summary>
    public static string Bin { get; } = Path.Combine(Root, "out", "Intercom", "bin", Framework);

    public static string Manifest { get; } =
        IsNetStandard ? NetStandardManifest() : ChangedManifest() ?? Path.Combine(Root, "out", "Intercom", "Intercom.psd1");

    /// <summary>The module's cmdlet assembly, loaded by the engine.</summary>
    public static Assembly Assembly => Loaded.Value;

    /// <summary>Every cmdlet class.</summary>
    public static IReadOnlyList<Type> Cmdlets { get; } = Assembly.GetExportedTypes()
        .Where(type => type.IsDefined(typeof(CmdletAttribute), false)).OrderBy(type => type.Name, StringComparer.Ordinal).ToList();

    public static string NameOf(Type command)
    {
        var cmdlet = command.GetCustomAttribute<CmdletAttribute>()!;
        return $"{cmdlet.VerbName}-{cmdlet.NounName}";
    }

    /// <summary>The parameters of a cmdlet.</summary>
    public static IEnumerable<PropertyInfo> Parameters(Type command) =>
        command.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute)));

    /// <summary>
    /// The attributes of our own of one name, as their properties; the test project does not reference the module's types.
    /// </summary>
    public static IEnumerable<dynamic> Attributes(MemberInfo member, string name) =>
        member.GetCustomAttributes(true).Where(attribute => attribute.GetType().Name == name + "Attribute");

    /// <summary>The parameter sets of a cmdlet, or the operations that its parameters select.</summary>
    public static IReadOnlyList<string> Sets(Type command)
    {
        var selected = Parameters(command).Select(SelectedBy).OfType<string>().Distinct().ToList();
        if (selected.Count > 0) return selected;
        var named = Parameters(command).SelectMany(parameter => parameter.GetCustomAttributes<ParameterAttribute>())
            .Select(set => set.ParameterSetName).Where(set => set != ParameterAttribute.AllParameterSets).Distinct().ToList();
        return named.Count == 0 ? [ParameterAttribute.AllParameterSets] : named;
    }

    /// <summary>True for a parameter of one of the <see cref="Sets"/>.</summary>
    public static bool IsIn(PropertyInfo parameter, string set, bool mandatory = false)
    {
        var sets = parameter.GetCustomAttributes<ParameterAttribute>().ToList();
        if (SelectedBy(parameter) is { } selected) return selected == set;
        if (Attributes(parameter, "OnlyFor").FirstOrDefault() is { } only) return !mandatory
            && ((IReadOnlyList<string>)only.Sets).Contains(set);
        if (IsSelected(parameter.ReflectedType!))
        {
            return !mandatory || sets.Exists(each => each.Mandatory);
        }
        return sets.Exists(each => (each.ParameterSetName == set || each.ParameterSetName == ParameterAttribute.AllParameterSets)
            && (!mandatory || each.Mandatory));
    }

    /// <summary>True for a cmdlet whose parameters select the operation.</summary>
    public static bool IsSelected(Type command) => Parameters(command).Any(each => SelectedBy(each) is not null);

    private static string? SelectedBy(PropertyInfo parameter) => (string?)Attributes(parameter, "Selects").FirstOrDefault()?.Set;

    private static string ChosenFramework() => Environment.GetEnvironmentVariable(ModeVariable) switch
    {
        null or "" or "net8.0" => "net8.0",
        "netstandard2.0" => "netstandard2.0",
        var other =>
            throw new InvalidOperationException($"{ModeVariable} is '{other}'. The module is built for net8.0 and netstandard2.0."),
    };

    /// <summary>
    /// The manifest's choice by $PSEdition is what keeps this engine from the other build, so a copy of the module names it for both
    /// editions.
    /// </summary>
    private static string NetStandardManifest()
    {
        var manifest = Copy("netstandard2.0", without: Path.Combine("bin", "net8.0"));
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("'bin/net8.0/", "'bin/netstandard2.0/", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(manifest, File.GetLastWriteTimeUtc(Path.Combine(Root, "out", "Intercom", "Intercom.psd1")));
        return manifest;
    }

    /// <summary>
    /// A copy of the module with the changed assembly, which Stryker puts beside the assembly of the tests. Null without one.
    /// </summary>
    private static string? ChangedManifest()
    {
        var changed = Path.Combine(AppContext.BaseDirectory, "Intercom.PowerShell.dll");
        if (!IsMutated || !File.Exists(changed)) return null;
        var own = Path.Combine("bin", "net8.0", "Intercom.PowerShell.dll");
        var manifest = Copy("changed", without: own);
        CopyNew(changed, Path.Combine(Path.GetDirectoryName(manifest)!, own));
        return manifest;
    }

    /// <summary>Copies the module to a folder beside the tests, without files whose path begins so, and returns its manifest.</summary>
    private static string Copy(string folder, string without)
    {
        var source = Path.Combine(Root, "out", "Intercom");
        var target = Path.Combine(AppContext.BaseDirectory, folder, "Intercom");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(source, file);
            if (!path.StartsWith(without, StringComparison.Ordinal)) CopyNew(file, Path.Combine(target, path));
        }
        return Path.Combine(target, "Intercom.psd1");
    }

    private static void CopyNew(string file, string copy)
    {
        // One that is the same may be loaded by another run, and is left alone.
        if (File.Exists(copy) && File.GetLastWriteTimeUtc(copy) == File.GetLastWriteTimeUtc(file)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy, overwrite: true);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException("Intercom.sln is above none of the folders of the test.");
    }
}
