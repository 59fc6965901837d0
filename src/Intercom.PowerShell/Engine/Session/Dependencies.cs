using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// Finds the assemblies in <c>deps</c>. On PowerShell 7 they load into a context of their own, so that another module's copy and ours do
/// not meet; on Windows PowerShell they are found by simple name, whatever older version is asked for.
/// </summary>
internal static class Dependencies
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(Dependencies).Assembly.Location)!, "deps");
    private static int _installed;

    /// <summary>Makes them found, once in a process.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref _installed, 1) != 0) return;
#if NET8_0_OR_GREATER
        var context = new System.Runtime.Loader.AssemblyLoadContext("Intercom dependencies");
        System.Runtime.Loader.AssemblyLoadContext.Default.Resolving +=
            (_, name) => Find(name.Name!) is { } path ? context.LoadFromAssemblyPath(path) : null;
#else
        // Before anybody is asked for them: a module that was imported earlier would answer with its own copies, which may be too old for
        // us.
        foreach (var path in Directory.GetFiles(Folder, "*.dll")) Assembly.LoadFrom(path);
        // A module that requires a newer version finds it elsewhere.
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
