namespace Intercom.PowerShell;

/// <summary>Refuses an object that was read from another workspace: its id would mean nothing here, or somebody else.</summary>
internal sealed class OtherWorkspaceRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputScene scene)
    {
        if (input.IsCopy) return input;
        var theirs = input.Kind is nameof(Contact) or nameof(Article) ? input.Piped!.Properties["WorkspaceId"]?.Value as string : null;
        if (theirs is null || scene.Session.WorkspaceId is not { } ours || theirs == ours) return input;
        throw CommandErrors.OtherWorkspace($"{input.Piped}", theirs, scene.Session.Name, ours);
    }
}
