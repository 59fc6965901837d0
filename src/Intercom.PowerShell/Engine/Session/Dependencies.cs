using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// Resolves the assemblies in <c>deps</c>. PowerShell 7 loads them into a separate context, so that they do not conflict with another
/// module's copies. Windows PowerShell resolves them by simple name, and accepts requests for earlier versions.
/// </summary>
internal static class Dependencies
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(Dependencies).Assembly.Location)!, "deps");
    private static int _installed;

    /// <summary>Registers the resolver, once per process.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref _installed, 1) != 0) return;
#if NET8_0_OR_GREATER
        var context = new System.Runtime.Loader.AssemblyLoadContext("Intercom dependencies");
        System.Runtime.Loader.AssemblyLoadContext.Default.Resolving +=
            (_, name) => Find(name.Name!) is { } path ? context.LoadFromAssemblyPath(path) : null;
#else
        // Loaded early, because another module's resolver might return its own copies, which may be too old.
        foreach (var path in Directory.GetFiles(Folder, "*.dll")) Assembly.LoadFrom(path);
        // A request for a newer version is left to other resolvers.
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
        {
            var wanted = new AssemblyName(request.Name);
            if (Find(wanted.Name!) is not { } path || wanted.Version > AssemblyName.GetAssemblyName(path).Version) return null;
            return Assembly.LoadFrom(path);
        };
#endif
    }

    private static string? Find(string name)
    {
        var path = Path.Combine(Folder, name + ".dll");
        return File.Exists(path) ? path : null;
    }
}
