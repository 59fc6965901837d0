using System;
using System.IO;
using System.Management.Automation;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// Finds our dependencies in <c>deps</c>. On PowerShell 7 they load into a context of their own, so that another module's copy and ours do not meet;
/// on Windows PowerShell they are found by simple name, whatever older version somebody asks for. When the module leaves, the session's sandboxes end.
/// </summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string Dependencies = Path.Combine(Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!, "deps");
    private static int _installed;

    /// <inheritdoc/>
    public void OnImport()
    {
        SessionChoices.Note();
        if (System.Threading.Interlocked.Exchange(ref _installed, 1) != 0) return;
#if NET8_0_OR_GREATER
        var context = new System.Runtime.Loader.AssemblyLoadContext("Intercom dependencies");
        System.Runtime.Loader.AssemblyLoadContext.Default.Resolving += (_, name) => Find(name.Name!) is { } path ? context.LoadFromAssemblyPath(path) : null;
#else
        // Whoever wants a newer one than ours is left to find it elsewhere.
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
        {
            var wanted = new AssemblyName(request.Name);
            return Find(wanted.Name!) is { } path && !(wanted.Version > AssemblyName.GetAssemblyName(path).Version) ? Assembly.LoadFrom(path) : null;
        };
#endif
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunningSandboxes.StopOf(System.Management.Automation.Runspaces.Runspace.DefaultRunspace);

    private static string? Find(string name)
    {
        var path = Path.Combine(Dependencies, name + ".dll");
        return File.Exists(path) ? path : null;
    }
}
