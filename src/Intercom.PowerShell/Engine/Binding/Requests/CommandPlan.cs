using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>
/// A name that stands for an id: the parameter, the named model, where the id is sent, and whether the value is already an id.
/// </summary>
public sealed record NamedValue(string Parameter, Type Model, string Name, BodyAttribute? Body, bool IsId);

/// <summary>The attributes of a cmdlet, read once per cmdlet type.</summary>
public sealed partial class CommandPlan
{
    private static readonly ConcurrentDictionary<Type, CommandPlan> Plans = new();

    private readonly Dictionary<string, PropertyInfo> _parameters;
    private readonly (PropertyInfo Property, QueryAttribute Wire)[] _query;
    private readonly (PropertyInfo Property, BodyAttribute Wire)[] _body;
    private readonly BodyValueAttribute[] _constants;
    private readonly QueryValueAttribute[] _queryConstants;
    private readonly (PropertyInfo Property, NameOfAttribute Wire)[] _names;
    private readonly (PropertyInfo Property, ActingAdminAttribute Wire)? _actingAdmin;
    private readonly (PropertyInfo Property, IntercomIdAttribute Id)[] _pipedIds;
    private readonly (PropertyInfo Property, OrNameOfAttribute Wire)[] _namedIds;
    private readonly (PropertyInfo Property, SinceAttribute Wire)[] _newer;

    private CommandPlan(Type command)
    {
        Command = command;
        Operations = command.GetCustomAttributes<OperationAttribute>(false).ToArray();
        _parameters = command.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute)))
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        _query = Marked<QueryAttribute>();
        _body = Marked<BodyAttribute>();
        _constants = command.GetCustomAttributes<BodyValueAttribute>(true).ToArray();
        _queryConstants = command.GetCustomAttributes<QueryValueAttribute>(false).ToArray();
        _names = Marked<NameOfAttribute>();
        _actingAdmin = Marked<ActingAdminAttribute>() is [var admin, ..] ? admin : null;
        _pipedIds = Marked<IntercomIdAttribute>()
            .Where(id => id.Item1.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipeline && set.Position >= 0))
                .ToArray();
        _namedIds = Marked<OrNameOfAttribute>();
        _newer = Marked<SinceAttribute>();
        Columns = new RowColumns(command);
        CopiedColumns = _parameters.Values
            .Where(property => property.PropertyType != typeof(SwitchParameter) && property.Name is not ("AdditionalField" or "InputObject")
            && (property.IsDefined(typeof(BodyAttribute)) || property.IsDefined(typeof(ActingAdminAttribute))
                    || property.IsDefined(typeof(IntercomIdAttribute)) || RowColumn.IsColumn(property)))
            .Select(property => new RowColumn(property)).ToArray();
        AttributeModel = Marked<AttributesOfAttribute>() is [var attributes, ..] ? attributes.Item2.Model : null;
        Output = command.GetCustomAttribute<OutputTypeAttribute>()?.Type.FirstOrDefault()?.Type;
        HasPassThru = _parameters.ContainsKey("PassThru");
        Noun = ResourceWords.Words((command.GetCustomAttribute<CmdletAttribute>()?.NounName ?? command.Name).Replace("Intercom", ""));
        Binder = new RequestBinder(this);
    }

    /// <summary>The cmdlet's type.</summary>
    public Type Command { get; }

    /// <summary>The operations that the cmdlet declares.</summary>
    public IReadOnlyList<OperationAttribute> Operations { get; }

    /// <summary>The object type whose custom attributes the cmdlet sets; null when the workspace has no list for it.</summary>
    internal string? AttributeModel { get; }

    /// <summary>The first output type.</summary>
    public Type? Output { get; }

    /// <summary>True when the cmdlet has no output without -PassThru.</summary>
    public bool HasPassThru { get; }

    /// <summary>The kind of object that the cmdlet works on, in words.</summary>
    internal string Noun { get; }

    /// <summary>Creates requests from the attributes.</summary>
    internal RequestBinder Binder { get; }

    /// <summary>The plan of a cmdlet type.</summary>
    public static CommandPlan Of(Type command) => Plans.GetOrAdd(command, type => new CommandPlan(type));

    /// <summary>The operation that a parameter set performs.</summary>
    public OperationAttribute Operation(string parameterSet) =>
        Operations.FirstOrDefault(operation => operation.Name is null && operation.ParameterSet == parameterSet)
        ?? Operations.FirstOrDefault(operation => operation.Name is null && operation.ParameterSet is null)
        ?? throw new InvalidOperationException($"{Command.Name} does not declare an operation for the parameter set {parameterSet}.");

    /// <summary>An operation by its name.</summary>
    public OperationAttribute Named(string name) => Operations.First(operation => operation.Name == name);

    /// <summary>The type of an operation's response.</summary>
    public Type Returns(OperationAttribute operation) => operation.Returns ?? Output ?? typeof(object);

    /// <summary>True for a parameter that contains an id.</summary>
    public bool IsId(string parameter) =>
        _parameters.TryGetValue(parameter, out var property) && property.IsDefined(typeof(IntercomIdAttribute));

    /// <summary>The ids that are bound from the pipeline by value, and by position from the command line.</summary>
    internal IEnumerable<(string Parameter, IntercomIdAttribute Id)> PipedIds => _pipedIds.Select(id => (id.Property.Name, id.Id));

    /// <summary>True when a parameter accepts the id of a piped object.</summary>
    internal bool TakesIdOf(PSObject piped) =>
        _parameters.Values.Any(property => property.GetCustomAttribute<IntercomIdAttribute>() is { } id
            && property.GetCustomAttributes<ParameterAttribute>().Any(set =>
        set.ValueFromPipeline ? id.IdOf(piped) is not null
            : set.ValueFromPipelineByPropertyName
                && RowColumn.AliasesOf(property).Prepend(property.Name).Any(name => piped.Properties[name]?.Value is not null)));

    /// <summary>The kinds of objects whose ids are bound from the pipeline by value.</summary>
    internal IEnumerable<string> PipedKinds =>
        _parameters.Values.Where(property => property.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipeline))
        .Select(property => property.GetCustomAttribute<IntercomIdAttribute>()?.Property)
            .Where(id => id is not null && id.EndsWith("Id", StringComparison.Ordinal)).Select(id => id!.Substring(0, id.Length - 2));

    /// <summary>True for a parameter that accepts a piped value itself.</summary>
    internal bool TakesPipedValue(string parameter) =>
        _parameters.TryGetValue(parameter, out var property)
            && property.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipeline);

    /// <summary>
    /// True when PowerShell bound the text of a whole row or hashtable, such as "@{Tag Name=vip}", to a parameter that accepts piped
    /// strings.
    /// </summary>
    internal bool TookItsText(string parameter, PSObject piped) =>
        RowObject.HasProperties(piped) && RowObject.IsRow(piped)
        && _parameters.TryGetValue(parameter, out var property)
            && (property.PropertyType == typeof(string) || property.PropertyType == typeof(string[]))
        && !property.IsDefined(typeof(IntercomIdAttribute)) && TakesPipedValue(parameter)
        && !RowColumn.AliasesOf(property).Prepend(property.Name).Any(name => piped.Properties[name] is not null);

    /// <summary>The parameters that need a newer version of the API than their operations.</summary>
    internal IReadOnlyList<(PropertyInfo Property, SinceAttribute Wire)> Newer => _newer;

    /// <summary>The parameters that are sent as fields, in order of declaration.</summary>
    internal IEnumerable<string> Fields => _body.Select(sent => sent.Property.Name);

    /// <summary>The properties that are parameters.</summary>
    internal IReadOnlyCollection<PropertyInfo> ParameterProperties => _parameters.Values;

    /// <summary>The parameters of the first parameter set.</summary>
    internal IReadOnlyCollection<PropertyInfo> FirstSet
    {
        get
        {
            var sets = _parameters.Values.Select(property => (Property: property, Names: property.GetCustomAttributes<ParameterAttribute>()
                .Select(set => set.ParameterSetName).ToList())).ToList();
            var first = sets.SelectMany(one => one.Names).FirstOrDefault(name => name != ParameterAttribute.AllParameterSets);
            return sets.Where(one => one.Names.Exists(name => name == ParameterAttribute.AllParameterSets || name == first))
                .Select(one => one.Property).ToList();
        }
    }

    /// <summary>The columns of piped rows that match parameters.</summary>
    internal RowColumns Columns { get; }

    /// <summary>The fields that the cmdlet copies from a piped object of the kind that it creates.</summary>
    internal IReadOnlyList<RowColumn> CopiedColumns { get; }

    /// <summary>The mandatory parameters of a parameter set.</summary>
    internal IEnumerable<string> Mandatory(string parameterSet) => _parameters.Values.Where(property =>
        property.GetCustomAttributes<ParameterAttribute>()
            .Any(set => set.Mandatory && IsIn(set, parameterSet))).Select(property => property.Name);

    /// <summary>The first positional parameter that accepts a value.</summary>
    internal string? FirstParameter(string parameterSet) => _parameters.Values.FirstOrDefault(property =>
        property.GetCustomAttributes<ParameterAttribute>()
            .Any(set => set.Position == 0 && IsIn(set, parameterSet)))?.Name;

    private static bool IsIn(ParameterAttribute set, string parameterSet) =>
        set.ParameterSetName == parameterSet || set.ParameterSetName == ParameterAttribute.AllParameterSets;

    /// <summary>The acting admin's body field and form, when the parameter set requires one.</summary>
    public ActingAdminAttribute? ActingAdmin(string parameterSet) =>
        _actingAdmin is { } admin
            && (admin.Wire.ParameterSets is null || admin.Wire.ParameterSets.Split(',').Select(set => set.Trim()).Contains(parameterSet))
                ? admin.Wire : null;

    /// <summary>Creates a request for an operation that another cmdlet declares, to supplement the caller's own request.</summary>
    /// <param name="parameterSet">The parameter set or the name of the operation.</param>
    /// <param name="ids">The values of the path's placeholders, in order.</param>
    public static ApiRequest RequestOf<TCommand>(string parameterSet, params string[] ids) =>
        RequestOf(typeof(TCommand), parameterSet, ids);

    /// <summary>Creates a request for an operation that another cmdlet declares, to supplement the caller's own request.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="parameterSet">The parameter set or the name of the operation.</param>
    /// <param name="ids">The values of the path's placeholders, in order.</param>
    public static ApiRequest RequestOf(Type command, string parameterSet, params string[] ids) =>
        Of(command).Binder.RequestOf(parameterSet, ids);

    /// <summary>The id parameters in an operation's path that also accept names.</summary>
    internal IEnumerable<(PropertyInfo Property, Type Model)> NamedIds(OperationAttribute operation) =>
        from id in _namedIds
        where operation.Path.Contains("{" + id.Property.Name + "}")
        select (id.Property, id.Wire.Model);

    /// <summary>The kind of object that an id parameter refers to, in words.</summary>
    internal string NounOf(string parameter) =>
        ResourceWords.NounOf(Parameter(parameter).GetCustomAttribute<IntercomIdAttribute>()?.Property ?? parameter) ?? Noun;

    /// <summary>The resource that an id parameter refers to: its kind, its id, and its name if the piped object contains it.</summary>
    internal ApiResource ResourceOf(string parameter, string? id, PSObject? piped)
    {
        var wanted = Parameter(parameter).GetCustomAttribute<IntercomIdAttribute>();
        return new ApiResource(NounOf(parameter), id?.Trim(),
            wanted is null || piped is null ? null : ResourceWords.NameOf(piped, wanted, id?.Trim(), this));
    }

    /// <summary>True for a parameter that changes something. Ids, and settings of how the command runs, do not.</summary>
    internal bool IsChange(string parameter) => !IsId(parameter) && CommandInput.IsPartOfInput(parameter)
        && parameter is not ("DateFormat" or "ColumnMap" or "ClearEmpty" or "PlainText" or "SkipNotifications" or "AdminId");

    /// <summary>True for a parameter that accepts a name, which is replaced with its id when the request is sent.</summary>
    internal bool IsName(string parameter) => Array.Exists(_names, name => name.Property.Name == parameter);

    /// <summary>True when the cmdlet has a parameter of this name.</summary>
    internal bool Takes(string parameter) => _parameters.ContainsKey(parameter);

    /// <summary>The parameters that accept names.</summary>
    internal IReadOnlyList<(PropertyInfo Property, NameOfAttribute Wire)> NamedValues => _names;

    /// <summary>The parameters that are sent in the query.</summary>
    internal IReadOnlyList<(PropertyInfo Property, QueryAttribute Wire)> Query => _query;

    /// <summary>The parameters that are sent in the body.</summary>
    internal IReadOnlyList<(PropertyInfo Property, BodyAttribute Wire)> Body => _body;

    /// <summary>The parameter that specifies the acting admin.</summary>
    internal (PropertyInfo Property, ActingAdminAttribute Wire)? AdminParameter => _actingAdmin;

    /// <summary>The constant query values of a parameter set.</summary>
    internal IEnumerable<KeyValuePair<string, string>> QueryConstants(string parameterSet) =>
        _queryConstants.Where(constant => constant.ParameterSet is null || constant.ParameterSet == parameterSet)
            .Select(constant => new KeyValuePair<string, string>(constant.Name, constant.Value));

    /// <summary>The constant body fields of a parameter set.</summary>
    internal IEnumerable<(string Name, object Value)> BodyConstants(string parameterSet) =>
        _constants.Where(constant => constant.ParameterSet is null || constant.ParameterSet == parameterSet)
            .Select(constant => (constant.Name, constant.Value));

    /// <summary>The property of a parameter.</summary>
    internal PropertyInfo Parameter(string name) => _parameters.TryGetValue(name, out var property)
        ? property : throw new InvalidOperationException($"{Command.Name} does not have the parameter {name} of its path.");

    private (PropertyInfo, T)[] Marked<T>() where T : Attribute =>
        _parameters.Values.Select(property => (property, property.GetCustomAttribute<T>()!)).Where(pair => pair.Item2 is not null)
            .ToArray();
}
