using System.Reflection;

namespace Intercom.PowerShell;

/// <content>The operation that the specified parameters select.</content>
public sealed partial class CommandPlan
{
    /// <summary>The operation of a cmdlet for which no parameter selects another one.</summary>
    internal const string ListSet = "List";

    private Selector[]? _selectors;
    private (PropertyInfo, FilterAttribute)[]? _filters;
    private Dictionary<string, IReadOnlyList<string>>? _onlyFor;

    /// <summary>The parameters that select an operation. Empty for cmdlets that leave this to PowerShell's parameter sets.</summary>
    internal IReadOnlyList<Selector> Selectors => _selectors ??= Marked<SelectsAttribute>().Select(pair => new Selector(pair.Item1.Name,
        pair.Item2.Set, pair.Item1.GetCustomAttribute<IntercomIdAttribute>(), TakesPipedValue(pair.Item1.Name))
        {
            IsFilter = pair.Item1.IsDefined(typeof(FilterAttribute)), IsOneObject = pair.Item2.IsOneObject,
        }).ToArray();

    /// <summary>The parameters that search by a field.</summary>
    internal IReadOnlyList<(PropertyInfo Property, FilterAttribute Wire)> Filters => _filters ??= Marked<FilterAttribute>();

    private Dictionary<string, IReadOnlyList<string>> OnlyFor => _onlyFor ??=
        Marked<OnlyForAttribute>().ToDictionary(pair => pair.Item1.Name, pair => pair.Item2.Sets, StringComparer.OrdinalIgnoreCase);

    /// <summary>Determines the operation of an input from its parameters.</summary>
    /// <param name="parameterSet">PowerShell's parameter set, which is returned for cmdlets without selecting parameters.</param>
    /// <param name="command">The name of the cmdlet, for errors.</param>
    /// <param name="bound">The parameters of the input.</param>
    /// <param name="isOnCommandLine">True for a parameter on the command line.</param>
    /// <param name="piped">The piped object.</param>
    /// <param name="prefersValue">
    /// True when the id that binds by value wins over ids that bind by property name, and otherwise the first one. A read of a conversation
    /// by a piped object that also has a contact reads the conversation.
    /// </param>
    /// <param name="otherwise">The set when no parameter selects one; null to report an error, unless the cmdlet can list.</param>
    /// <returns>The set of the operation, and the parameters that it does not use.</returns>
    /// <exception cref="ArgumentException">No parameter, or several, select an operation.</exception>
    internal (string Set, IReadOnlyList<string> Unused) Select(string parameterSet, string command,
        IReadOnlyDictionary<string, object?> bound, Func<string, bool> isOnCommandLine, PSObject? piped, bool prefersValue,
        string? otherwise = null)
    {
        if (Selectors.Count == 0) return (parameterSet, []);
        var given = Selectors.Where(each => bound.TryGetValue(each.Parameter, out var value)
            && IsSelecting(each, value, isOnCommandLine(each.Parameter))).ToList();
        var meant = given;
        if (piped is not null && SetsOf(meant).Count > 1)
        {
            var isRow = !prefersValue && RowObject.HasProperties(piped);
            meant = meant.TrueForAll(each => each.IsOneObject) ? FirstWay(meant, isOnCommandLine, isRow)
                : CompanyOfContact(meant, piped) is { } contact ? [contact]
                : Narrowed(meant, each => each.Id is null || each.Id.OwnIdOf(piped) is not null, isOnCommandLine);
            if (prefersValue && SetsOf(meant).Count > 1) meant = Narrowed(meant, each => each.IsByValue, isOnCommandLine);
            if (prefersValue && SetsOf(meant).Count > 1) meant = Narrowed(meant, each => each == meant[0], isOnCommandLine);
        }
        var sets = SetsOf(meant);
        if (sets.Count > 1) throw CommandErrors.TwoSelectors(command, OneOfEach(meant));
        if (sets.Count == 0 && otherwise is null && !Operations.Any(operation => operation.ParameterSet == ListSet))
        {
            throw CommandErrors.MissingSelector(command, OneOfEach(Selectors));
        }
        var set = sets.Count == 0 ? otherwise ?? ListSet : sets[0];
        foreach (var name in OnlyFor.Where(only => bound.ContainsKey(only.Key) && !only.Value.Contains(set)).Select(only => only.Key))
        {
            throw CommandErrors.ParameterOfOther(name, given.Select(each => each.Parameter).FirstOrDefault(),
                [.. Selectors.Where(each => OnlyFor[name].Contains(each.Set)).Select(each => each.Parameter)]);
        }
        // A blank way to identify the object is not a field to clear.
        var blank = Selectors.Where(each => each.IsOneObject && bound.ContainsKey(each.Parameter));
        return (set, given.Union(blank).Except(meant).Select(each => each.Parameter).ToList());
    }

    /// <summary>True when the piped input supplies a value for a parameter that selects an operation.</summary>
    /// <param name="bound">The parameters of the input.</param>
    /// <param name="isOnCommandLine">True for a parameter on the command line.</param>
    internal bool HasPipedSelector(IReadOnlyDictionary<string, object?> bound, Func<string, bool> isOnCommandLine) => Selectors.Any(each =>
        !isOnCommandLine(each.Parameter) && bound.TryGetValue(each.Parameter, out var value)
            && IsSelecting(each, value, isOnCommandLine: false));

    /// <summary>True for one of several ways to identify an object, which a blank cell does not clear.</summary>
    internal bool IsWay(string parameter) => Selectors.Any(each => each.IsOneObject && each.Parameter == parameter);

    /// <summary>
    /// True when the piped input supplies an id in the path of the list, such as the schedule whose exceptions are listed. An empty id is
    /// an error of the path.
    /// </summary>
    /// <param name="bound">The parameters of the input.</param>
    /// <param name="isOnCommandLine">True for a parameter on the command line.</param>
    internal bool HasPipedOwner(IReadOnlyDictionary<string, object?> bound, Func<string, bool> isOnCommandLine) =>
        Operations.Any(operation => operation.ParameterSet == ListSet
            && Array.Exists(operation.Placeholders, name => bound.ContainsKey(name) && !isOnCommandLine(name)));

    /// <summary>The parameters that select an operation, for errors: one of each operation.</summary>
    internal IReadOnlyList<string> SelectorNames => OneOfEach(Selectors);

    private static List<string> SetsOf(IEnumerable<Selector> selectors) => selectors.Select(each => each.Set).Distinct().ToList();

    private static List<string> OneOfEach(IEnumerable<Selector> selectors) =>
        selectors.GroupBy(each => each.Set).Select(same => same.First().Parameter).ToList();

    /// <summary>
    /// The contact of a row with an Id and another CompanyId, such as an exported contact with its company. The company would otherwise be
    /// changed, because only its id has a name of its own. Null for other rows, such as those of companies.
    /// </summary>
    private static Selector? CompanyOfContact(List<Selector> given, PSObject piped)
    {
        var company = given.Find(each => each.Id?.Property == "CompanyId");
        var contact = given.Find(each => each.Id?.Property == "ContactId" && each.IsByValue);
        if (given.Count != 2 || company is null || contact is null || contact.Id!.OwnIdOf(piped) is not null) return null;
        return contact.Id.IdOf(piped) is { } id && company.Id!.OwnIdOf(piped) is { } other && id != other ? contact : null;
    }

    /// <summary>
    /// Of several ways to identify one object: those of the command line for a row, whose columns need not all be meant, and otherwise the
    /// first. An object that is piped is meant itself, and cannot be combined with another one.
    /// </summary>
    private static List<Selector> FirstWay(List<Selector> given, Func<string, bool> isOnCommandLine, bool isRow)
    {
        var written = given.FindAll(each => isOnCommandLine(each.Parameter));
        return written.Count == 0 ? [given[0]] : isRow ? written : given;
    }

    private static List<Selector> Narrowed(List<Selector> given, Func<Selector, bool> isMeant, Func<string, bool> isOnCommandLine)
    {
        var meant = given.Where(each => isOnCommandLine(each.Parameter) || isMeant(each)).ToList();
        return meant.Count > 0 ? meant : given;
    }

    /// <summary>An empty value of a piped object selects nothing. On the command line, it is an error.</summary>
    private static bool IsSelecting(Selector selector, object? value, bool isOnCommandLine)
    {
        if (value is PSObject wrapped) value = wrapped.BaseObject;
        if (value is SwitchParameter flag) return flag.IsPresent || selector.IsFilter;
        var isEmpty = value is null || (value is string text && string.IsNullOrWhiteSpace(text))
            || (value is IEnumerable<string> list && !list.Any(item => !string.IsNullOrWhiteSpace(item)));
        // The operations report empty ids themselves.
        if (isEmpty && isOnCommandLine && selector.Id is null) throw CommandErrors.EmptyValue(selector.Parameter);
        return !isEmpty || isOnCommandLine;
    }

    /// <summary>A parameter that selects an operation.</summary>
    /// <param name="Parameter">The parameter.</param>
    /// <param name="Set">The set of the operation.</param>
    /// <param name="Id">How the id is read from piped objects; null for other parameters.</param>
    /// <param name="IsByValue">True when the parameter accepts a piped value itself.</param>
    internal sealed record Selector(string Parameter, string Set, IntercomIdAttribute? Id, bool IsByValue)
    {
        /// <summary>True when $false is a value to search for.</summary>
        public bool IsFilter { get; init; }

        /// <summary>True when this is one of several ways to identify one object.</summary>
        public bool IsOneObject { get; init; }
    }
}
