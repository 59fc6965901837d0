using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Reads the inputs of one run: prepares each for PowerShell's binder, and applies the rules to the bound values.</summary>
internal sealed class InputReader(CommandPlan plan, PSCmdlet command)
{
    private readonly BinderView _view = new();
    private readonly UnknownColumns _unknown = new();
    private readonly InputRules _rules = new();
    private readonly string _command = command.MyInvocation.MyCommand.Name;
    private BlockReads? _blocks;

    /// <summary>The reads of the script blocks on the command line.</summary>
    public BlockReads Blocks => _blocks ??= new BlockReads(command);

    /// <summary>Prepares an input for the binder. PowerShell sets the input before it binds by property name.</summary>
    public void Prepare(PSObject? piped)
    {
        if (OtherKindRule.IsOtherKind(piped, plan, _command)) _view.PrepareRejected(piped!, plan.ParameterProperties);
        else if (piped?.BaseObject is IDictionary) _view.PrepareRejected(piped, plan.FirstSet);
        else _view.Prepare(piped, plan.Columns);
        if (piped is not null) _unknown.Look(piped, plan.Columns, () => Blocks);
    }

    /// <summary>Removes the properties that were added for the binder.</summary>
    public void Restore() => _view.Restore();

    /// <summary>Applies all rules to an input.</summary>
    /// <exception cref="System.ArgumentException">A rule rejects the input.</exception>
    public CommandInput Read(CommandInput input, InputContext context) => _rules.Read(input, context);

    /// <summary>Applies all rules to a planned request.</summary>
    /// <exception cref="System.ArgumentException">A rule rejects the request.</exception>
    public Work Read(Work work, InputContext context) => _rules.Read(work, context);

    /// <summary>
    /// The warning about columns, and the verbose message about properties, that match no parameter. Each name is reported once.
    /// </summary>
    public (string? Warning, string? Note) TakeUnusedNames() => (_unknown.Warning(_command, plan.Columns), _unknown.Note(_command));
}
