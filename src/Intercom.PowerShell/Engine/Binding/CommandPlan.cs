using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.Json.Nodes;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>A name that stands for an id: the parameter, what it names, where the id goes, and whether it is the id itself, which need not be looked up.</summary>
public sealed record NamedValue(string Parameter, Type Model, string Name, BodyAttribute? Body, bool IsId);

/// <summary>What a cmdlet's attributes say, read once for each cmdlet type, and the one binder that makes requests of them.</summary>
public sealed class CommandPlan
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

    private CommandPlan(Type command)
    {
        Command = command;
        Operations = command.GetCustomAttributes<OperationAttribute>(false).ToArray();
        _parameters = command.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        _query = Marked<QueryAttribute>();
        _body = Marked<BodyAttribute>();
        _constants = command.GetCustomAttributes<BodyValueAttribute>(true).ToArray();
        _queryConstants = command.GetCustomAttributes<QueryValueAttribute>(false).ToArray();
        _names = Marked<NameOfAttribute>();
        _actingAdmin = Marked<ActingAdminAttribute>() is [var admin, ..] ? admin : null;
        _pipedIds = Marked<IntercomIdAttribute>().Where(id => id.Item1.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipeline && set.Position >= 0)).ToArray();
        _namedIds = Marked<OrNameOfAttribute>();
        Columns = new RowColumns(command);
        CopiedColumns = _parameters.Values.Where(property => property.PropertyType != typeof(SwitchParameter) && property.Name is not ("AdditionalField" or "InputObject")
            && (property.IsDefined(typeof(BodyAttribute)) || property.IsDefined(typeof(ActingAdminAttribute)) || property.IsDefined(typeof(IntercomIdAttribute)) || RowColumn.IsColumn(property)))
            .Select(property => new RowColumn(property)).ToArray();
        AttributeModel = Marked<AttributesOfAttribute>() is [var attributes, ..] ? attributes.Item2.Model : null;
        Output = command.GetCustomAttribute<OutputTypeAttribute>()?.Type.FirstOrDefault()?.Type;
        HasPassThru = _parameters.ContainsKey("PassThru");
    }

    /// <summary>The cmdlet's type.</summary>
    public Type Command { get; }

    /// <summary>The operations that it states.</summary>
    public IReadOnlyList<OperationAttribute> Operations { get; }

    /// <summary>Whose custom attributes the cmdlet sets; null where the workspace lists none.</summary>
    internal string? AttributeModel { get; }

    /// <summary>The first output type.</summary>
    public Type? Output { get; }

    /// <summary>True when the cmdlet is silent unless -PassThru is given.</summary>
    public bool HasPassThru { get; }

    /// <summary>The plan of a cmdlet type.</summary>
    public static CommandPlan Of(Type command) => Plans.GetOrAdd(command, type => new CommandPlan(type));

    /// <summary>The operation of a parameter set.</summary>
    public OperationAttribute Operation(string parameterSet) =>
        Operations.FirstOrDefault(operation => operation.Name is null && operation.ParameterSet == parameterSet)
        ?? Operations.FirstOrDefault(operation => operation.Name is null && operation.ParameterSet is null)
        ?? throw new InvalidOperationException($"{Command.Name} states no operation for the parameter set {parameterSet}.");

    /// <summary>An operation by its name.</summary>
    public OperationAttribute Named(string name) => Operations.First(operation => operation.Name == name);

    /// <summary>What an operation's answer is.</summary>
    public Type Returns(OperationAttribute operation) => operation.Returns ?? Output ?? typeof(object);

    /// <summary>True for a parameter that carries an id.</summary>
    public bool IsId(string parameter) => _parameters.TryGetValue(parameter, out var property) && property.IsDefined(typeof(IntercomIdAttribute));

    /// <summary>The ids that bind from the pipeline by value, and from the command line without their name.</summary>
    internal IEnumerable<(string Parameter, IntercomIdAttribute Id)> PipedIds => _pipedIds.Select(id => (id.Property.Name, id.Id));

    /// <summary>True when a parameter takes the id that a piped object carries.</summary>
    internal bool TakesIdOf(PSObject piped) => _parameters.Values.Any(property => property.GetCustomAttribute<IntercomIdAttribute>() is { } id && property.GetCustomAttributes<ParameterAttribute>().Any(set =>
        set.ValueFromPipeline ? id.IdOf(piped) is not null : set.ValueFromPipelineByPropertyName && RowColumn.AliasesOf(property).Prepend(property.Name).Any(name => piped.Properties[name]?.Value is not null)));

    /// <summary>The kinds of objects whose id binds from the pipeline by value.</summary>
    internal IEnumerable<string> PipedKinds => _parameters.Values.Where(property => property.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipeline))
        .Select(property => property.GetCustomAttribute<IntercomIdAttribute>()?.Property).Where(id => id is not null && id.EndsWith("Id", StringComparison.Ordinal)).Select(id => id!.Substring(0, id.Length - 2));

    /// <summary>True for a parameter that takes a piped value itself.</summary>
    internal bool TakesPipedValue(string parameter) => _parameters.TryGetValue(parameter, out var property) && property.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipeline);

    /// <summary>True when the binder took the text of a whole row or table, such as "@{Tag Name=vip}", for a parameter that takes a piped text.</summary>
    internal bool TookItsText(string parameter, PSObject piped) =>
        (piped.BaseObject is System.Collections.IDictionary || (RowObject.HasProperties(piped) && RowObject.IsRow(piped)))
        && _parameters.TryGetValue(parameter, out var property) && (property.PropertyType == typeof(string) || property.PropertyType == typeof(string[]))
        && !property.IsDefined(typeof(IntercomIdAttribute)) && TakesPipedValue(parameter)
        && !RowColumn.AliasesOf(property).Prepend(property.Name).Any(name => piped.Properties[name] is not null);

    /// <summary>The parameters that are sent as fields, in the order in which they are declared.</summary>
    internal IEnumerable<string> Fields => _body.Select(sent => sent.Property.Name);

    /// <summary>The properties that are parameters.</summary>
    internal IReadOnlyCollection<PropertyInfo> ParameterProperties => _parameters.Values;

    /// <summary>What piped rows hold for the parameters.</summary>
    internal RowColumns Columns { get; }

    /// <summary>What an object of the kind that the cmdlet creates gives to another of its kind.</summary>
    internal IReadOnlyList<RowColumn> CopiedColumns { get; }

    /// <summary>The parameters that a set cannot be without.</summary>
    internal IEnumerable<string> Mandatory(string parameterSet) => _parameters.Values.Where(property =>
        property.GetCustomAttributes<ParameterAttribute>().Any(set => set.Mandatory && (set.ParameterSetName == parameterSet || set.ParameterSetName == ParameterAttribute.AllParameterSets))).Select(property => property.Name);

    /// <summary>The parameter that a value without a name goes to first.</summary>
    internal string? FirstParameter(string parameterSet) => _parameters.Values.FirstOrDefault(property =>
        property.GetCustomAttributes<ParameterAttribute>().Any(set => set.Position == 0 && (set.ParameterSetName == parameterSet || set.ParameterSetName == ParameterAttribute.AllParameterSets)))?.Name;

    /// <summary>The body field and form of the acting admin, when this parameter set wants one.</summary>
    public ActingAdminAttribute? ActingAdmin(string parameterSet) =>
        _actingAdmin is { } admin && (admin.Wire.ParameterSets is null || admin.Wire.ParameterSets.Split(',').Select(set => set.Trim()).Contains(parameterSet)) ? admin.Wire : null;

    /// <summary>
    /// Makes the requests of one input: one, or one for each id where the path's id parameter takes several.
    /// Only what is bound is sent; a parameter bound to null is sent as JSON null.
    /// </summary>
    /// <param name="command">The cmdlet, whose properties hold the converted values.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="parameterSet">The parameter set in force.</param>
    /// <param name="bound">The bound parameters that count for this input.</param>
    /// <exception cref="ArgumentException">An id is missing or no id, or a value cannot be sent.</exception>
    public IEnumerable<ApiRequest> Requests(object command, OperationAttribute operation, string parameterSet, IReadOnlyDictionary<string, object?> bound)
    {
        var several = ApiPath.Placeholders(operation.Path).FirstOrDefault(name => Parameter(name).PropertyType == typeof(string[]) && !IsName(name));
        if (several is null) return [Request(command, operation, parameterSet, bound, null, null)];
        var ids = (string[]?)Parameter(several).GetValue(command);
        return (ids is { Length: > 0 } ? ids : [""]).Select(id => Request(command, operation, parameterSet, bound, several, id));
    }

    private ApiRequest Request(object command, OperationAttribute operation, string parameterSet, IReadOnlyDictionary<string, object?> bound, string? several, string? id) =>
        RequestOf(operation, ApiPath.Expand(operation.Path, name => name == several ? id : (string?)Parameter(name).GetValue(command), IsName),
            QueryOf(command, parameterSet, bound), operation.Method == "GET" ? null : BodyOf(command, parameterSet, bound));

    /// <summary>An operation that another cmdlet states, as a request: for calls that complete or prepare the caller's own.</summary>
    /// <param name="parameterSet">The parameter set or the name of the operation.</param>
    /// <param name="ids">The values of the path's placeholders, in order.</param>
    public static ApiRequest RequestOf<TCommand>(string parameterSet, params string[] ids) => RequestOf(typeof(TCommand), parameterSet, ids);

    /// <summary>An operation that another cmdlet states, as a request: for calls that complete or prepare the caller's own.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="parameterSet">The parameter set or the name of the operation.</param>
    /// <param name="ids">The values of the path's placeholders, in order.</param>
    public static ApiRequest RequestOf(Type command, string parameterSet, params string[] ids)
    {
        var plan = Of(command);
        var operation = plan.Operations.FirstOrDefault(candidate => candidate.Name == parameterSet) ?? plan.Operation(parameterSet);
        var next = 0;
        return RequestOf(operation, ApiPath.Expand(operation.Path, _ => ids[next++]), plan.QueryConstants(parameterSet).ToList(), null);
    }

    private static ApiRequest RequestOf(OperationAttribute operation, string path, List<KeyValuePair<string, string>> query, JsonNode? body) => new(operation.Method, path)
    {
        Query = query, Body = body, Retry = operation.Retry, Paging = operation.Paging, Items = operation.Items, PageSize = operation.PageSize, Accept = operation.Accept,
    };

    /// <summary>
    /// The names that must be looked up before this input can be sent: the parameter, what it names, and where its id goes. One list, or one for each name where
    /// a parameter takes several: the input is sent once for each of them.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<NamedValue>> Names(object command, IReadOnlyDictionary<string, object?> bound)
    {
        IReadOnlyList<IReadOnlyList<NamedValue>> choices = [[]];
        foreach (var (property, wire) in _names)
        {
            if (!bound.ContainsKey(property.Name)) continue;
            var names = property.GetValue(command) switch { string { Length: > 0 } one => [one], string[] several => several, _ => Array.Empty<string>() };
            if (names.Length == 0) continue;
            choices = names.SelectMany(name => choices.Select(choice => (IReadOnlyList<NamedValue>)[.. choice, new NamedValue(property.Name, wire.Model, name, property.GetCustomAttribute<BodyAttribute>(), wire.NumbersAreIds && OrNameOfAttribute.IsSurelyId(name))])).ToList();
        }
        return choices;
    }

    /// <summary>The id parameters of an operation's path that take names too.</summary>
    internal IEnumerable<(PropertyInfo Property, Type Model)> NamedIds(OperationAttribute operation) =>
        from id in _namedIds
        where operation.Path.Contains("{" + id.Property.Name + "}")
        select (id.Property, id.Wire.Model);

    private bool IsName(string parameter) => Array.Exists(_names, name => name.Property.Name == parameter);

    private IEnumerable<KeyValuePair<string, string>> QueryConstants(string parameterSet) =>
        _queryConstants.Where(constant => constant.ParameterSet is null || constant.ParameterSet == parameterSet).Select(constant => new KeyValuePair<string, string>(constant.Name, constant.Value));

    private List<KeyValuePair<string, string>> QueryOf(object command, string parameterSet, IReadOnlyDictionary<string, object?> bound) =>
        QueryConstants(parameterSet).Concat(
        from parameter in _query
         where bound.ContainsKey(parameter.Property.Name)
         let value = PlainValue.ToNode(Canonical(parameter.Property, Unwrap(parameter.Property.GetValue(command))))
         where value is not null
         select new KeyValuePair<string, string>(parameter.Wire.Name, value.ToString())).ToList();

    private JsonObject? BodyOf(object command, string parameterSet, IReadOnlyDictionary<string, object?> bound)
    {
        var body = new JsonObject();
        foreach (var constant in _constants)
        {
            if (constant.ParameterSet is null || constant.ParameterSet == parameterSet) Put(body, constant.Name, PlainValue.ToNode(constant.Value));
        }
        foreach (var (property, wire) in _body)
        {
            if (!bound.TryGetValue(property.Name, out var given) || (given is not null && IsName(property.Name))) continue;
            // PowerShell hands a string property "" for null; what was bound still knows the null.
            Put(body, wire.Name, given is null ? null : Form(property.Name, PlainValue.ToNode(Canonical(property, Unwrap(property.GetValue(command)))), wire.Form));
        }
        // A name stays out until it is looked up.
        if (_actingAdmin is { } admin && bound.TryGetValue(admin.Property.Name, out var acting) && acting is not null && NameOfActingAdmin(command, bound) is null)
        {
            Put(body, admin.Wire.Name, Form(admin.Property.Name, PlainValue.ToNode(admin.Property.GetValue(command)), admin.Wire.Form));
        }
        if (bound.TryGetValue("AdditionalField", out var more) && Unwrap(more) is IDictionary fields)
        {
            foreach (DictionaryEntry field in fields) Add(body, (string)field.Key, PlainValue.ToNode(field.Value), bound);
        }
        return body.Count > 0 ? body : null;
    }

    /// <summary>Adds a field of -AdditionalField. One that a parameter gives as well, with another value, would silently replace it.</summary>
    private void Add(JsonObject body, string name, JsonNode? value, IReadOnlyDictionary<string, object?> bound)
    {
        var given = Array.Find(_body, parameter => parameter.Wire.Name == name && bound.ContainsKey(parameter.Property.Name)).Property?.Name;
        if (given is not null && body.TryGetPropertyValue(name, out var first) && !JsonNode.DeepEquals(first, value))
        {
            throw new ArgumentException($"-AdditionalField has '{name}', which -{given} sets to another value. Use -{given} alone.");
        }
        Put(body, name, value);
    }

    /// <summary>The acting admin, when it is given by a name or an e-mail address; null for an id.</summary>
    internal string? NameOfActingAdmin(object command, IReadOnlyDictionary<string, object?> bound) =>
        _actingAdmin is { } admin && bound.ContainsKey(admin.Property.Name) && admin.Property.GetValue(command) is string given && !string.IsNullOrWhiteSpace(given) && !OrNameOfAttribute.IsSurelyId(given) ? given : null;

    /// <summary>Puts a value at a dotted place.</summary>
    public static void Put(JsonObject body, string name, JsonNode? value)
    {
        var dot = name.IndexOf('.');
        if (dot < 0)
        {
            body[name] = value;
            return;
        }
        var outer = name.Substring(0, dot);
        if (body[outer] is not JsonObject inner) body[outer] = inner = [];
        Put(inner, name.Substring(dot + 1), value);
    }

    /// <summary>True when there is something at a dotted place.</summary>
    public static bool Has(JsonObject body, string name)
    {
        var dot = name.IndexOf('.');
        return dot < 0 ? body.ContainsKey(name) : body[name.Substring(0, dot)] is JsonObject inner && Has(inner, name.Substring(dot + 1));
    }

    /// <summary>Writes a value in the form that the wire wants.</summary>
    /// <exception cref="ArgumentException">The id is not the number that this operation wants.</exception>
    public static JsonNode? Form(string parameter, JsonNode? value, WireForm form)
    {
        if (form == WireForm.AsIs || value is null) return value;
        if (long.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return JsonValue.Create(number);
        throw new ArgumentException($"{parameter} '{value}' is not a number: this operation takes the numeric id.");
    }

    /// <summary>A word of a fixed set as the wire knows it: people may write Published for published.</summary>
    private static object? Canonical(PropertyInfo property, object? value)
    {
        if (value is not string word) return value;
        IEnumerable<string>? words = property.GetCustomAttribute<OneOfAttribute>()?.Words;
        words ??= property.GetCustomAttribute<ValidateSetAttribute>()?.ValidValues;
        return words?.FirstOrDefault(known => string.Equals(known, word, StringComparison.OrdinalIgnoreCase)) ?? word;
    }

    /// <summary>Takes PowerShell's wrapping off a value, all the way down: PSObject, switches, custom objects.</summary>
    /// <exception cref="ArgumentException">It is deeper than JSON may be, such as a value that holds itself.</exception>
    public static object? Unwrap(object? value) => Unwrap(value, 0);

    private static object? Unwrap(object? value, int level)
    {
        if (level > IntercomJson.MaxDepth) throw PlainValue.TooDeep();
        switch (value)
        {
            case PSObject { BaseObject: PSCustomObject } custom:
                var members = new Dictionary<string, object?>();
                foreach (var property in custom.Properties) members[property.Name] = Unwrap(property.Value, level + 1);
                return members;
            case PSObject wrapped: return Unwrap(wrapped.BaseObject, level);
            case SwitchParameter flag: return flag.IsPresent;
            case string: return value;
            case IDictionary map:
                var pairs = new Dictionary<string, object?>();
                foreach (DictionaryEntry entry in map)
                {
                    var name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
                    // 1 and '1' are two keys of a hashtable.
                    if (pairs.ContainsKey(name)) throw new ArgumentException($"The table has two keys that are both '{name}' in JSON. Remove one of them.");
                    pairs[name] = Unwrap(entry.Value, level + 1);
                }
                return pairs;
            case JsonNode or IEnumerable<KeyValuePair<string, object?>>: return value;
            case IEnumerable items: return items.Cast<object?>().Select(item => Unwrap(item, level + 1)).ToArray();
            default: return value;
        }
    }

    private PropertyInfo Parameter(string name) => _parameters.TryGetValue(name, out var property)
        ? property : throw new InvalidOperationException($"{Command.Name} has no parameter {name} for its path.");

    private (PropertyInfo, T)[] Marked<T>() where T : Attribute =>
        _parameters.Values.Select(property => (property, property.GetCustomAttribute<T>()!)).Where(pair => pair.Item2 is not null).ToArray();
}
