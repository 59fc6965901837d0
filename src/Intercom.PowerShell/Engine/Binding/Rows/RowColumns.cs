using System.Collections.Concurrent;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// The columns that a cmdlet accepts from piped rows, and how headings match parameters. The cmdlet reads rows itself, because PowerShell's
/// binder silently ignores values that it cannot convert, reads <c>99,90</c> as 9990, and matches only exact names.
/// </summary>
internal sealed class RowColumns
{
    private const int MostHeadings = 10_000;

    /// <summary>The external id of a company in the API, whose name without its underscore is that of Intercom's id.</summary>
    internal const string CompanyIdOfApi = "company_id";

    private static readonly HashSet<string> ModelIds = new(
        typeof(IntercomObject).Assembly.GetTypes().Where(type => typeof(IntercomObject).IsAssignableFrom(type))
        .Select(type => ColumnNames.Fold(type.Name + "Id")));

    private readonly RowColumn[] _columns;
    private readonly Dictionary<string, int> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _folded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known;
    private readonly ColumnMap? _map;
    private readonly ConcurrentDictionary<string, int> _places = new(StringComparer.Ordinal);

    public RowColumns(Type command)
    {
        var parameters = command.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))).ToArray();
        _columns = parameters.Where(RowColumn.IsColumn).Select(property => new RowColumn(property)).ToArray();
        for (var place = 0; place < _columns.Length; place++) Add(place, _columns[place].Parameter);
        for (var place = 0; place < _columns.Length; place++)
        {
            foreach (var alias in _columns[place].Aliases) Add(place, alias);
        }
        for (var place = 0; place < _columns.Length; place++)
        {
            if (_columns[place].Wire is not { } wire) continue;
            if (!_exact.ContainsKey(wire)) _exact.Add(wire, place);
            // company_id is the external id, and CompanyId is Intercom's id.
            if (!ModelIds.Contains(ColumnNames.Fold(wire)) && !_folded.ContainsKey(ColumnNames.Fold(wire))) _folded.Add(
                ColumnNames.Fold(wire), place);
        }
        // Parameters whose ids come from piped objects.
        var ids = parameters.Where(property => property.IsDefined(typeof(IntercomIdAttribute))
            && property.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName))
            .ToArray();
        _known = new HashSet<string>(ids.SelectMany(property => RowColumn.AliasesOf(property)
            .Concat([property.Name, property.GetCustomAttribute<IntercomIdAttribute>()!.Property, "Id"])).Select(ColumnNames.Fold),
            StringComparer.Ordinal);
        // The binder sets these itself: switches, and parameters that also accept piped strings.
        foreach (var property in parameters.Where(property => !RowColumn.IsColumn(property)
            && property.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipelineByPropertyName)))
        {
            _known.Add(ColumnNames.Fold(property.Name));
        }
        OnlyOnCommandLine = parameters.Where(property => !Array.Exists(_columns, column => column.Parameter == property.Name)
            && !_known.Contains(ColumnNames.Fold(property.Name)) && property.Name != "InputObject").Select(property => property.Name)
            .ToArray();
        Names = _columns.Select(column => column.Parameter).Concat(ids.Select(property => property.Name)).Distinct().ToArray();
    }

    private RowColumns(RowColumns columns, ColumnMap map)
    {
        (_columns, _exact, _folded, _known, _map) = (columns._columns, columns._exact, columns._folded, columns._known, map);
        (OnlyOnCommandLine, Names) = (columns.OnlyOnCommandLine, columns.Names);
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<RowColumn> Columns => _columns;

    /// <summary>The map of -ColumnMap; null without one.</summary>
    public ColumnMap? Map => _map;

    /// <summary>The names that -ColumnMap accepts, for errors.</summary>
    public IEnumerable<string> Targets => Names.Select(name =>
        Array.Exists(_columns, column => column.Parameter == name && column.IsTable) ? name + ".<name>" : name);

    /// <summary>Returns the columns with the headings of a map.</summary>
    public RowColumns With(ColumnMap map) => new(this, map);

    /// <summary>The parameters that rows can supply.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <summary>The parameters that rows cannot supply.</summary>
    public IReadOnlyCollection<string> OnlyOnCommandLine { get; }

    /// <summary>The headings of the row that match no parameter.</summary>
    public IReadOnlyList<string> Unknown(PSObject row) => RowObject.Headings(row)
        .Where(name => name != ExportMarks.Heading && TargetKey(name) is null).ToList();

    /// <summary>Identifies what a heading sets: a parameter, or one value of a hashtable parameter. Null for an unknown heading.</summary>
    public string? TargetKey(string heading)
    {
        if (PlaceOf(heading) is >= 0 and var place) return _columns[place].Parameter;
        if (NestedOf(heading) is { } nested) return nested.Column.Parameter + "." + nested.Name;
        var name = TargetOf(heading).Trim();
        return name != CompanyIdOfApi && _known.Contains(ColumnNames.Fold(name)) ? ColumnNames.Fold(name) : null;
    }

    /// <summary>The name that the cmdlet knows a heading by.</summary>
    public string TargetOf(string heading) => _map?.TargetOf(heading) ?? heading;

    /// <summary>True for a heading that the row reader reads, and PowerShell's binder does not need.</summary>
    public bool IsRead(string heading) => PlaceOf(heading) >= 0 || NestedOf(heading) is not null;

    /// <summary>The cells of the row for single values of hashtable parameters, such as <c>CustomAttributes.plan</c>.</summary>
    public IEnumerable<(RowColumn Column, string Name, PSPropertyInfo Cell)> Nested(PSObject row) =>
        from cell in row.Properties
        let nested = NestedOf(cell.Name)
        where nested is not null
        select (nested.Value.Column, nested.Value.Name, cell);

    private (RowColumn Column, string Name)? NestedOf(string heading)
    {
        var target = TargetOf(heading).Trim();
        var dot = target.IndexOf('.');
        if (dot <= 0 || dot == target.Length - 1) return null;
        return PlaceOf(target.Substring(0, dot)) is >= 0 and var place && _columns[place].IsTable
            ? (_columns[place], target.Substring(dot + 1)) : null;
    }

    /// <summary>The cells of the row for each column.</summary>
    public IEnumerable<(RowColumn Column, IReadOnlyList<PSPropertyInfo> Cells)> Of(PSObject row)
    {
        var cells = new List<PSPropertyInfo>?[_columns.Length];
        foreach (var property in row.Properties)
        {
            if (PlaceOf(property.Name) is >= 0 and var place) (cells[place] ??= []).Add(property);
        }
        for (var place = 0; place < cells.Length; place++)
        {
            if (cells[place] is { } found) yield return (_columns[place], found);
        }
    }

    /// <summary>The text of a row for a column; null when it has none.</summary>
    public string? TextOf(PSObject row, string parameter) => row.Properties
        .Where(cell => PlaceOf(cell.Name) is >= 0 and var place && _columns[place].Parameter == parameter)
        .Select(cell => RowObject.Unwrapped(cell.Value) as string).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim();

    private void Add(int place, string name)
    {
        if (!_exact.ContainsKey(name)) _exact.Add(name, place);
        if (!_folded.ContainsKey(ColumnNames.Fold(name))) _folded.Add(ColumnNames.Fold(name), place);
    }

    private int PlaceOf(string heading)
    {
        if (_places.TryGetValue(heading, out var known)) return known;
        var name = TargetOf(heading).Trim();
        // The API's company_id is the id in your own system, not CompanyId.
        var place = _exact.TryGetValue(name, out var exact)
            ? exact : name != CompanyIdOfApi && _folded.TryGetValue(ColumnNames.Fold(name), out var folded) ? folded : -1;
        if (_places.Count < MostHeadings) _places[heading] = place;
        return place;
    }
}
