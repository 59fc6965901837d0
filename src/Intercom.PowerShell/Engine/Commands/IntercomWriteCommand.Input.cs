using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <content>What one input says: the command line, and what is piped as an object, a row or a value.</content>
public abstract partial class IntercomWriteCommand
{
    private readonly BinderView _binderView = new();
    private readonly UnknownColumns _unknown = new();
    private readonly HashSet<string> _toldOfReferences = new(StringComparer.OrdinalIgnoreCase);
    private ArgumentException? _unreadable;
    private PSObject? _piped;
    private bool _isOtherKind;

    /// <summary>What was piped; tells an Intercom object, which gives its id only, from a row, which gives every column that matches.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject
    {
        get => _piped;
        set
        {
            _piped = value;
            // The binder sets it before it looks for properties: now is the time to show it what it must find.
            _isOtherKind = value is not null && IsOtherKind(value);
            if (_isOtherKind) _binderView.ShowAnything(value!, Wiring.ParameterProperties);
            else _binderView.Show(value, Wiring.Columns);
            if (value is not null) _unknown.Look(value, Wiring.Columns);
        }
    }

    /// <summary>
    /// Clears the field of each column that is blank in a piped row. Without it, a blank cell leaves the field as it is, and so does a database's null.
    /// $null in an object clears its field either way, except in rows that Import-Csv or ConvertFrom-Csv reads in the same pipeline, or that hold blank cells
    /// too: there it is a cell that the line does not have.
    /// </summary>
    [Parameter]
    public SwitchParameter ClearEmpty { get; set; }

    /// <summary>
    /// Formats of the dates in piped rows, such as 'dd.MM.yyyy' or 'M/d/yyyy h:mm:ss tt': custom formats of .NET, read exactly and without the machine's
    /// culture, where d is the day, M the month, y the year, H the hour and m the minute. Each is tried in turn, before ISO 8601 and Unix seconds.
    /// They apply to the dates of -CustomAttribute, -TicketAttribute and -AdditionalField too, but not to other parameters on the command line, which require ISO 8601.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty, DateFormat]
    public string[]? DateFormat { get; set; }

    /// <summary>The formats of -DateFormat.</summary>
    private protected IReadOnlyList<string> Formats => DateFormat ?? [];

    private bool? _readsCsv;

    /// <summary>True when the piped object is one of the kind that the cmdlet creates: its fields are those of the new one.</summary>
    private protected bool IsCopy { get; private set; }

    /// <summary>
    /// An Intercom object that is piped gives its id only: of the parameters that were not given on the command line, only ids count; into New-, one of the same
    /// kind gives its fields. A row gives every column.
    /// </summary>
    protected override Dictionary<string, object?> BoundNow()
    {
        _binderView.Withdraw();
        _unreadable = null;
        IsCopy = false;
        var bound = base.BoundNow();
        TellOfColumns();
        try
        {
            if (PipedObject.KindOf(InputObject) is { } kind) TakeObject(kind, bound);
            else if (RowObject.HasProperties(InputObject)) TakeRow(InputObject!, bound);
        }
        catch (ArgumentException failure)
        {
            _unreadable = failure;
        }
        Given(bound);
        return bound;
    }

    private void TellOfColumns()
    {
        if (_unknown.Warning(MyInvocation.MyCommand.Name, Wiring.Columns) is { } warning) Warn(warning);
        if (_unknown.Note(MyInvocation.MyCommand.Name) is { } note) Tell(note);
    }

    /// <summary>For errors about what is missing: what a piped row has instead. Empty when nothing of it was passed over.</summary>
    /// <param name="wanted">The parameters that are missing.</param>
    private protected string PassedOver(params string[] wanted) =>
        RowObject.HasProperties(InputObject) && PipedObject.KindOf(InputObject) is null && RowObject.IsRow(InputObject!) ? UnknownColumns.Hint(Wiring.Columns.Unknown(InputObject!), wanted) : "";

    private void TakeObject(string kind, Dictionary<string, object?> bound)
    {
        if (_isOtherKind) throw new ArgumentException($"'{InputObject}' is {One(kind)}, and {MyInvocation.MyCommand.Name} cannot make {One(Noun)} of it. Pipe {string.Join(" or ", Wiring.PipedKinds.Prepend(Noun).Distinct().Select(One))}, or rows with the names of its parameters.");
        IsCopy = IsNew && kind == Wiring.Output?.Name;
        foreach (var name in bound.Keys.ToArray())
        {
            if (name != nameof(InputObject) && !IsOnCommandLine(name) && (IsCopy || !Wiring.IsId(name))) Drop(name, bound);
        }
        if (IsCopy)
        {
            TakeCopy(kind, bound);
            return;
        }
    }

    /// <summary>True for an object of which the cmdlet can create nothing, and which carries no id that it takes.</summary>
    private bool IsOtherKind(PSObject input) =>
        IsNew && PipedObject.KindOf(input) is { } kind && kind != Wiring.Output?.Name && !Wiring.TakesIdOf(input);

    private string Noun => MyInvocation.MyCommand.Name.Substring("New-Intercom".Length);

    private bool IsNew => MyInvocation.MyCommand.Name.StartsWith("New-", StringComparison.Ordinal);

    private void TakeCopy(string kind, Dictionary<string, object?> bound)
    {
        var theirs = InputObject!.Properties["WorkspaceId"]?.Value as string;
        var isSame = theirs is not null && theirs == Session.WorkspaceId;
        var copy = new ObjectCopy(Wiring.CopiedColumns, InputObject!, kind, isSame);
        foreach (var (column, value) in copy.Fields(column => !IsOnCommandLine(column.Parameter) && column.IsIn(ParameterSetName))) Take(column, value, bound);
        foreach (var column in copy.LeftOut)
        {
            var why = theirs is null ? $"{One(kind)} does not say which workspace it is from" : "it is of another workspace";
            if (column.IsMandatoryIn(ParameterSetName)) throw new ArgumentException($"The {kind} '{InputObject}' refers to {column.Parameter} '{copy.Shown(column)}', but {why}. Give -{column.Parameter}.");
            if (_toldOfReferences.Add(column.Parameter)) Warn($"The {column.Parameter} of a copied {kind} is left out: {why}. Give -{column.Parameter} to set it.");
        }
    }

    /// <summary>Adds what the row holds, read by the same rules for each column. A column that cannot be taken is the error of its row.</summary>
    private void TakeRow(PSObject row, Dictionary<string, object?> bound)
    {
        // What the binder made of the columns does not count: it reads 99,90 as 9990, and passes over what it cannot read.
        foreach (var column in Wiring.Columns.Columns)
        {
            if (bound.ContainsKey(column.Parameter) && !IsOnCommandLine(column.Parameter)) Drop(column.Parameter, bound);
        }
        // The cell behind the last separator of a CSV text is null, and so are all that a short line lacks.
        var nullIsBlank = RowObject.HoldsNull(row)
            && (RowObject.MayBeShortLine(row) || (_readsCsv ??= WrittenCommand.IsPipedWith(MyInvocation, "Import-Csv", "ipcsv", "ConvertFrom-Csv")));
        foreach (var (column, cells) in Wiring.Columns.Of(row))
        {
            if (IsOnCommandLine(column.Parameter) || !column.IsIn(ParameterSetName)) continue;
            if (column.Reads(cells, ClearEmpty && !column.IsMandatoryIn(ParameterSetName), out var value, Formats, nullIsBlank)) Take(column, value, bound);
            else if (column.IsMandatoryIn(ParameterSetName)) throw new RowException($"The column '{cells[0].Name}' is blank, and -{column.Parameter} cannot be. Fill the cell, or give -{column.Parameter} for all rows.");
        }
    }

    private void Take(RowColumn column, object? value, Dictionary<string, object?> bound)
    {
        column.Property.SetValue(this, value);
        bound[column.Parameter] = value;
    }

    private void Drop(string parameter, Dictionary<string, object?> bound)
    {
        bound.Remove(parameter);
        Reset(parameter);
    }

    /// <summary>Refuses an object that gives its id only where more is mandatory: the binder took that from its properties, which are not sent.</summary>
    private void CheckMandatory(IReadOnlyDictionary<string, object?> bound)
    {
        if (PipedObject.KindOf(InputObject) is not { } kind) return;
        var missing = Wiring.Mandatory(ParameterSetName).Where(name => !bound.ContainsKey(name)).ToList();
        if (missing.Count == 0) return;
        throw new ArgumentException($"'{InputObject}' is {One(kind)}, which gives its id only, and -{string.Join(" and -", missing)} {(missing.Count > 1 ? "are" : "is")} missing. Give {(missing.Count > 1 ? "them" : "it")} on the command line.");
    }

    private static string One(string? kind) => kind is { Length: > 0 } ? ("AEIO".IndexOf(kind[0]) >= 0 ? "an " : "a ") + kind : "an object";
}
