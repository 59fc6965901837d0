namespace Intercom.PowerShell;

/// <summary>What happens when the module comes and goes: its dependencies are found, and its sandboxes end.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        SessionChoices.Note();
        Dependencies.Install();
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) =>
        RunningSandboxes.StopOf(System.Management.Automation.Runspaces.Runspace.DefaultRunspace);
}
