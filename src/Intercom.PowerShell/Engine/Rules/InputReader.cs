using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Reads the inputs of one run: prepares each for PowerShell's binder, and applies the rules to the bound values.</summary>
internal sealed class InputReader(CommandPlan plan, PSCmdlet command)
{
    private readonly BinderView _view = new();
    private readonly UnknownColumns _unknown = new();
    private readonly InputRules _rules = new();
    private readonly string _command = command.MyInvocation.MyCommand.Name;
    private RowColumns? _columns;
    private BlockReads? _blocks;

    /// <summary>The columns of rows, with the headings of -ColumnMap.</summary>
    public RowColumns Columns => _columns ?? plan.Columns;

    /// <summary>True for a cmdlet that changes only the edited cells of an exported row.</summary>
    public bool IsChanging { get; } = OtherKindRule.IsSetting(command.MyInvocation.MyCommand.Name)
        || command.MyInvocation.MyCommand is CmdletInfo { Verb: VerbsData.Import };

    /// <summary>Reads the map of -ColumnMap.</summary>
    /// <exception cref="ColumnMapException">A target does not exist, or two columns have the same one.</exception>
    public void Use(Hashtable? map)
    {
        if (map is not null) _columns = plan.Columns.With(new ColumnMap(map, plan.Columns, _command));
    }

    /// <summary>The reads of the script blocks on the command line.</summary>
    public BlockReads Blocks => _blocks ??= new BlockReads(command);

    /// <summary>Prepares an input for the binder. PowerShell sets the input before it binds by property name.</summary>
    public void Prepare(PSObject? piped)
    {
        if (OtherKindRule.IsOtherKind(piped, plan, _command)) _view.PrepareRejected(piped!, plan.ParameterProperties);
        else if (piped?.BaseObject is IDictionary) _view.PrepareRejected(piped, plan.FirstSet);
        // The rule of the map rejects the row. The binder must not reject it first.
        else if (IsMapped(piped) && !Columns.Map!.Fits(RowObject.Headings(piped!))) _view.PrepareRejected(piped!, plan.ParameterProperties);
        else _view.Prepare(piped, Columns);
        if (piped is not null) Look(piped);
    }

    /// <summary>Notes the headings of an input that match no parameter.</summary>
    public void Look(PSObject piped)
    {
        // The rule of rows reports the edited cells of an exported row.
        if (IsMapped(piped) && !Columns.Map!.Fits(RowObject.Headings(piped))) return;
        if (IsChanging && ExportMarks.IsExported(piped)) return;
        _unknown.Look(piped, Columns, () => Blocks);
    }

    private bool IsMapped(PSObject? piped) => Columns.Map is not null && RowObject.HasProperties(piped)
        && PipedObject.KindOf(piped) is null;

    /// <summary>Removes the properties that were added for the binder.</summary>
    public void Restore() => _view.Restore();

    /// <summary>True for an id that -ColumnMap added to the row.</summary>
    public bool IsAdded(string heading) => _view.IsAdded(heading);

    /// <summary>Removes the ids that -ColumnMap added, after the input was read.</summary>
    public void End() => _view.RemoveIds();

    /// <summary>Applies all rules to an input.</summary>
    /// <exception cref="System.ArgumentException">A rule rejects the input.</exception>
    public CommandInput Read(CommandInput input, InputContext context) => _rules.Read(input, context);

    /// <summary>Applies all rules to a planned request.</summary>
    /// <exception cref="System.ArgumentException">A rule rejects the request.</exception>
    public Work Read(Work work, InputContext context) => _rules.Read(work, context);

    /// <summary>
    /// The warning about columns, and the verbose message about properties, that match no parameter. Each name is reported once.
    /// </summary>
    public (string? Warning, string? Note) TakeUnusedNames() => (_unknown.Warning(_command, Columns), _unknown.Note(_command));
}
