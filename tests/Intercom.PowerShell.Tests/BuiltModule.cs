using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Intercom.PowerShell.Tests;

/// <summary>The module as the build left it in out/Intercom.</summary>
internal static class BuiltModule
{
    private static readonly Lazy<Assembly> Loaded = new(() =>
    {
        using var shell = new Shell();
        return AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "Intercom.PowerShell");
    });

    public static string Root { get; } = FindRoot();

    public static string Manifest { get; } = Path.Combine(Root, "out", "Intercom", "Intercom.psd1");

    /// <summary>The module's cmdlet assembly, loaded by the engine.</summary>
    public static Assembly Assembly => Loaded.Value;

    /// <summary>Every cmdlet class.</summary>
    public static IReadOnlyList<Type> Cmdlets { get; } = Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(CmdletAttribute), false)).OrderBy(type => type.Name, StringComparer.Ordinal).ToList();

    public static string NameOf(Type command)
    {
        var cmdlet = command.GetCustomAttribute<CmdletAttribute>()!;
        return $"{cmdlet.VerbName}-{cmdlet.NounName}";
    }

    /// <summary>The parameters of a cmdlet.</summary>
    public static IEnumerable<PropertyInfo> Parameters(Type command) => command.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute)));

    /// <summary>The attributes of our own of one name, as their properties; the test project does not reference the module's types.</summary>
    public static IEnumerable<dynamic> Attributes(MemberInfo member, string name) => member.GetCustomAttributes(true).Where(attribute => attribute.GetType().Name == name + "Attribute");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException("Intercom.sln is above none of the folders of the test.");
    }
}
