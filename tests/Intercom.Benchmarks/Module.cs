using System.Runtime.Loader;

namespace Intercom.Benchmarks;

/// <summary>The module as the build left it in out/Intercom.</summary>
internal static class Module
{
    public static string Root { get; } = FindRoot();

    public static string Manifest { get; } = Path.Combine(Root, "out", "Intercom", "Intercom.psd1");

    /// <summary>
    /// Lets code that was compiled against the module's assemblies find them where the engine finds them. Polly and others come from
    /// <c>deps</c>,
    /// by the module's own handler.
    /// </summary>
    public static void ResolveAssemblies()
    {
        var folder = Path.Combine(Root, "out", "Intercom", "bin", "net8.0");
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var path = Path.Combine(folder, name.Name + ".dll");
            if (!File.Exists(path)) path = Path.Combine(folder, "deps", name.Name + ".dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        };
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Intercom.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException("Intercom.sln is above none of the folders of the benchmark.");
    }
}
