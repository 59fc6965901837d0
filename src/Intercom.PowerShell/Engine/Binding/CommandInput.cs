namespace Intercom.PowerShell;

/// <summary>The form of an input.</summary>
internal enum InputShape
{
    /// <summary>Nothing was piped, and only the command line supplies parameters.</summary>
    Nothing,

    /// <summary>An object of this module, of which only the id is used. It may come from a job, another computer or a file.</summary>
    Object,

    /// <summary>An object whose properties match parameters.</summary>
    Row,

    /// <summary>A string, a number or a hashtable, which a parameter accepts itself.</summary>
    Value,
}

/// <summary>One input of a cmdlet: the bound parameters, the piped object and the parameter set. It is immutable.</summary>
/// <param name="Number">The position of the input in the pipeline, from 1.</param>
/// <param name="Piped">The piped object; null when nothing was piped.</param>
/// <param name="ParameterSet">The parameter set.</param>
/// <param name="Bound">The parameters that apply, with the values that PowerShell or the row reader bound. Null clears a field.</param>
internal sealed record CommandInput(int Number, PSObject? Piped, string ParameterSet, IReadOnlyDictionary<string, object?> Bound)
{
    private static readonly HashSet<string> OfTheRun = new(
        PSCmdlet.CommonParameters.Concat(PSCmdlet.OptionalCommonParameters).Concat(
        [
            nameof(IntercomCommand.Connection), nameof(IntercomWriteCommand.ThrottleLimit), nameof(IntercomWriteCommand.Checkpoint),
            nameof(IntercomWriteCommand.RetryUnknown), "PassThru",
        ]), StringComparer.OrdinalIgnoreCase);

    private object? _target;

    /// <summary>The kind of the piped Intercom object, such as <c>Contact</c>; null for other objects.</summary>
    public string? Kind { get; } = PipedObject.KindOf(Piped);

    /// <summary>The form of the input.</summary>
    public InputShape Shape => Piped is null ? InputShape.Nothing : Kind is not null ? InputShape.Object
        : RowObject.HasProperties(Piped) ? InputShape.Row : InputShape.Value;

    /// <summary>The parameters specified on the command line, which apply to every input.</summary>
    public IReadOnlyCollection<string> CommandLine { get; init; } = [];

    /// <summary>The formats of -DateFormat.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>True when the piped object is of the kind that the cmdlet creates, and supplies the fields of the new object.</summary>
    public bool IsCopy { get; init; }

    /// <summary>The custom attributes whose values are text of a row. The types of the workspace apply to them.</summary>
    public IReadOnlyCollection<string> TextAttributes { get; init; } = [];

    /// <summary>The API names of the fields whose cells still have the values of an export.</summary>
    public IReadOnlyCollection<string> Unedited { get; init; } = [];

    /// <summary>True for an exported row without an edited cell, which changes nothing.</summary>
    public bool IsUnedited { get; init; }

    /// <summary>True when -PassThru is specified.</summary>
    public bool PassThru { get; init; }

    /// <summary>The parameters of the input itself, without values that the cmdlet supplies.</summary>
    private IReadOnlyDictionary<string, object?> Given { get; init; } = Bound;

    /// <summary>True for a parameter that was specified on the command line.</summary>
    public bool IsOnCommandLine(string parameter) => CommandLine.Contains(parameter, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a parameter that applies to this input.</summary>
    public bool Has(string parameter) => Bound.ContainsKey(parameter);

    /// <summary>True for a parameter that describes the input rather than how the command runs.</summary>
    public static bool IsPartOfInput(string parameter) =>
        !OfTheRun.Contains(parameter) && parameter != nameof(IntercomWriteCommand.InputObject);

    /// <summary>The values that identify this input, without values that the cmdlet supplies.</summary>
    public KeyValuePair<string, object?>[] Identity() => Given.Where(pair => IsPartOfInput(pair.Key)).ToArray();

    /// <summary>True when the cmdlet supplied a value itself, such as the current time.</summary>
    public bool IsSupplied => Bound.Keys.Any(name => IsPartOfInput(name) && !Given.ContainsKey(name));

    /// <summary>Returns the input with the parameters that a rule determined.</summary>
    public CommandInput Read(IReadOnlyDictionary<string, object?> bound) => this with { Bound = bound, Given = bound, _target = null };

    /// <summary>Returns the input with a value that the cmdlet supplies. Set the parameter's property too.</summary>
    public CommandInput Supply(string parameter, object? value) =>
        this with { Bound = With(parameter, value), _target = null };

    /// <summary>Returns the input without a parameter.</summary>
    public CommandInput Without(string parameter)
    {
        if (!Has(parameter)) return this;
        var bound = Copy();
        bound.Remove(parameter);
        return this with { Bound = bound, _target = null };
    }

    /// <summary>
    /// The input in a form that can be piped again, as the target of errors: the piped object, or the parameters as a row.
    /// </summary>
    public object Target => Piped ?? (_target ??= Row());

    /// <summary>A copy of the parameters that can be changed.</summary>
    public Dictionary<string, object?> Copy()
    {
        var copy = new Dictionary<string, object?>(Bound.Count + 1, StringComparer.OrdinalIgnoreCase);
        foreach (var pair in Bound) copy[pair.Key] = pair.Value;
        return copy;
    }

    private Dictionary<string, object?> With(string parameter, object? value)
    {
        var bound = Copy();
        bound[parameter] = value;
        return bound;
    }

    private PSObject Row()
    {
        var row = new PSObject();
        foreach (var pair in Bound)
        {
            if (!OfTheRun.Contains(pair.Key)
                && pair.Key is not (nameof(IntercomWriteCommand.DateFormat) or nameof(IntercomWriteCommand.ColumnMap)))
            {
                row.Properties.Add(new PSNoteProperty(pair.Key, pair.Value));
            }
        }
        return row;
    }
}
