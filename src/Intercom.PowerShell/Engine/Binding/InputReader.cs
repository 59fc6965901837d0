using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// Takes the inputs of one run: shows each to PowerShell's binder as that must see it, and reads what was bound by the rules.
/// </summary>
internal sealed class InputReader(CommandPlan plan, InvocationInfo invocation)
{
    private readonly BinderView _view = new();
    private readonly UnknownColumns _unknown = new();
    private readonly InputRules _rules = new();
    private readonly string _command = invocation.MyCommand.Name;
    private BlockReads? _blocks;

    /// <summary>What the script blocks on the command line read.</summary>
    public BlockReads Blocks => _blocks ??= new BlockReads(invocation);

    /// <summary>Shows an input to the binder, which sets it before it looks for properties.</summary>
    public void Show(PSObject? piped)
    {
        if (OtherKindRule.IsOtherKind(piped, plan, _command)) _view.ShowAnything(piped!, plan.ParameterProperties);
        else if (piped?.BaseObject is IDictionary) _view.ShowAnything(piped, plan.FirstSet);
        else _view.Show(piped, plan.Columns);
        if (piped is not null) _unknown.Look(piped, plan.Columns, () => Blocks);
    }

    /// <summary>Takes away what the binder was shown.</summary>
    public void Withdraw() => _view.Withdraw();

    /// <summary>Reads an input by all rules.</summary>
    /// <exception cref="System.ArgumentException">A rule refuses it.</exception>
    public CommandInput Read(CommandInput input, InputScene scene) => _rules.Read(input, scene);

    /// <summary>Reads a planned request by all rules.</summary>
    /// <exception cref="System.ArgumentException">A rule refuses it.</exception>
    public Work Read(Work work, InputScene scene) => _rules.Read(work, scene);

    /// <summary>What to warn of columns that no parameter takes, and what to tell of properties; each once.</summary>
    public (string? Warning, string? Note) PassedOver() => (_unknown.Warning(_command, plan.Columns), _unknown.Note(_command));
}
