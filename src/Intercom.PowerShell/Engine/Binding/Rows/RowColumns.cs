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

    /// <summary>The columns.</summary>
    public IReadOnlyList<RowColumn> Columns => _columns;

    /// <summary>The parameters that rows can supply.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <summary>The parameters that rows cannot supply.</summary>
    public IReadOnlyCollection<string> OnlyOnCommandLine { get; }

    /// <summary>The headings of the row that match no parameter.</summary>
    public IReadOnlyList<string> Unknown(PSObject row) => RowObject.Headings(row)
        .Where(name => PlaceOf(name) < 0 && (name.Trim() == CompanyIdOfApi || !_known.Contains(ColumnNames.Fold(name)))).ToList();

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

    private void Add(int place, string name)
    {
        if (!_exact.ContainsKey(name)) _exact.Add(name, place);
        if (!_folded.ContainsKey(ColumnNames.Fold(name))) _folded.Add(ColumnNames.Fold(name), place);
    }

    private int PlaceOf(string heading)
    {
        if (_places.TryGetValue(heading, out var known)) return known;
        // The API's company_id is the id in your own system, not CompanyId.
        var place = _exact.TryGetValue(heading.Trim(), out var exact)
            ? exact : heading.Trim() != CompanyIdOfApi && _folded.TryGetValue(ColumnNames.Fold(heading), out var folded) ? folded : -1;
        if (_places.Count < MostHeadings) _places[heading] = place;
        return place;
    }
}
