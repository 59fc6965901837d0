namespace Intercom.PowerShell;

/// <summary>As what an input came.</summary>
internal enum InputShape
{
    /// <summary>Nothing was piped: the parameters on the command line are all there is.</summary>
    Nothing,

    /// <summary>
    /// An object of this module, of which only the id is used. It may have come back from a job, another machine or a file.
    /// </summary>
    Object,

    /// <summary>An object whose properties have the names of parameters.</summary>
    Row,

    /// <summary>A text, a number, a table: a parameter takes it itself.</summary>
    Value,
}

/// <summary>One input of a cmdlet: what was bound, what was piped and as what, and the parameter set. It does not change.</summary>
/// <param name="Number">Its number in the pipeline, from 1.</param>
/// <param name="Piped">What was piped; null for nothing.</param>
/// <param name="ParameterSet">The parameter set.</param>
/// <param name="Bound">The parameters that count, with the values that PowerShell or the row's reader bound; null clears a field.</param>
internal sealed record CommandInput(int Number, PSObject? Piped, string ParameterSet, IReadOnlyDictionary<string, object?> Bound)
{
    private static readonly HashSet<string> OfTheRun = new(
        PSCmdlet.CommonParameters.Concat(PSCmdlet.OptionalCommonParameters).Concat(
        [
            nameof(IntercomCommand.Connection), nameof(IntercomWriteCommand.ThrottleLimit), nameof(IntercomWriteCommand.Checkpoint),
            nameof(IntercomWriteCommand.RetryUnknown), "PassThru",
        ]), StringComparer.OrdinalIgnoreCase);

    private object? _target;

    /// <summary>The kind of Intercom object that was piped, such as <c>Contact</c>; null for anything else.</summary>
    public string? Kind { get; } = PipedObject.KindOf(Piped);

    /// <summary>As what the input came.</summary>
    public InputShape Shape => Piped is null ? InputShape.Nothing : Kind is not null ? InputShape.Object
        : RowObject.HasProperties(Piped) ? InputShape.Row : InputShape.Value;

    /// <summary>The parameters that were given on the command line, and so hold for every input.</summary>
    public IReadOnlyCollection<string> CommandLine { get; init; } = [];

    /// <summary>The formats of -DateFormat.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>True when the piped object is one of the kind that the cmdlet creates: its fields are those of the new one.</summary>
    public bool IsCopy { get; init; }

    /// <summary>True when -PassThru is given.</summary>
    public bool PassThru { get; init; }

    /// <summary>What the input itself gave, without what the cmdlet supplies.</summary>
    private IReadOnlyDictionary<string, object?> Given { get; init; } = Bound;

    /// <summary>True for a parameter that was given on the command line.</summary>
    public bool IsOnCommandLine(string parameter) => CommandLine.Contains(parameter, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a parameter that counts for this input.</summary>
    public bool Has(string parameter) => Bound.ContainsKey(parameter);

    /// <summary>True for a parameter that says something of the input, and not of how the run goes.</summary>
    public static bool IsPartOfInput(string parameter) =>
        !OfTheRun.Contains(parameter) && parameter != nameof(IntercomWriteCommand.InputObject);

    /// <summary>The values that tell this input from others, before the cmdlet supplied any itself.</summary>
    public KeyValuePair<string, object?>[] Identity() => Given.Where(pair => IsPartOfInput(pair.Key)).ToArray();

    /// <summary>True when the cmdlet supplied a value itself, such as the time of day.</summary>
    public bool IsSupplied => Bound.Keys.Any(name => IsPartOfInput(name) && !Given.ContainsKey(name));

    /// <summary>The input with what a rule made of it.</summary>
    public CommandInput Read(IReadOnlyDictionary<string, object?> bound) => this with { Bound = bound, Given = bound, _target = null };

    /// <summary>The input with a value that the cmdlet supplies itself; the property of the parameter must hold it too.</summary>
    public CommandInput Supply(string parameter, object? value) =>
        this with { Bound = With(parameter, value), _target = null };

    /// <summary>The input without a parameter.</summary>
    public CommandInput Without(string parameter)
    {
        if (!Has(parameter)) return this;
        var bound = Copy();
        bound.Remove(parameter);
        return this with { Bound = bound, _target = null };
    }

    /// <summary>The input as it can be piped again, which an error points at: what was piped, else the parameters as a row.</summary>
    public object Target => Piped ?? (_target ??= Row());

    /// <summary>The parameters that count, to be changed.</summary>
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
            if (!OfTheRun.Contains(pair.Key) && pair.Key != nameof(IntercomWriteCommand.DateFormat))
            {
                row.Properties.Add(new PSNoteProperty(pair.Key, pair.Value));
            }
        }
        return row;
    }
}
