namespace Intercom.PowerShell;

/// <summary>Rejects an object from another workspace, because its id may not exist here, or belong to another object.</summary>
internal sealed class OtherWorkspaceRule : IInputRule
{
    public CommandInput Apply(CommandInput input, InputContext context)
    {
        if (input.IsCopy) return input;
        var theirs = input.Kind is nameof(Contact) or nameof(Article) ? input.Piped!.Properties["WorkspaceId"]?.Value as string : null;
        if (theirs is null || context.Session.WorkspaceId is not { } ours || theirs == ours) return input;
        throw CommandErrors.OtherWorkspace($"{input.Piped}", theirs, context.Session.Name, ours);
    }
}
