namespace Intercom.PowerShell;

/// <summary>Installs the dependency resolver when the module is imported, and stops the sandboxes when it is removed.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        SessionChoices.Register();
        Dependencies.Install();
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) =>
        RunningSandboxes.StopOf(System.Management.Automation.Runspaces.Runspace.DefaultRunspace);
}
