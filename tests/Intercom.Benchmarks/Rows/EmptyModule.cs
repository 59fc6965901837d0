using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;

namespace Intercom.Benchmarks.Rows;

/// <summary>The smallest compiled module: a manifest, and an assembly with one cmdlet that does nothing.</summary>
internal static class EmptyModule
{
    /// <summary>Writes the module and returns the path of its manifest.</summary>
    public static string Write(string folder)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Empty.PowerShell"), typeof(object).Assembly);
        var cmdlet = assembly.DefineDynamicModule("Empty.PowerShell")
            .DefineType("Empty.GetNothingCommand", TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.Class, typeof(Cmdlet));
        var attribute = typeof(CmdletAttribute).GetConstructor([typeof(string), typeof(string)])!;
        cmdlet.SetCustomAttribute(new CustomAttributeBuilder(attribute, ["Get", "Nothing"]));
        cmdlet.DefineDefaultConstructor(MethodAttributes.Public);
        cmdlet.CreateType();
        assembly.Save(Path.Combine(folder, "Empty.PowerShell.dll"));
        var manifest = Path.Combine(folder, "Empty.psd1");
        File.WriteAllText(manifest,
            "@{ RootModule = 'Empty.PowerShell.dll'; ModuleVersion = '1.0'; CmdletsToExport = @('Get-Nothing'); FunctionsToExport = @(); "
            + "AliasesToExport = @(); VariablesToExport = @() }");
        return manifest;
    }
}
