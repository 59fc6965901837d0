using System.Collections;
using System.Reflection;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>Creates requests from a cmdlet's attributes and an input.</summary>
internal sealed class RequestBinder(CommandPlan plan)
{
    /// <summary>
    /// Creates the requests of one input: one request, or one for each id when the id parameter of the path accepts several. Only bound
    /// parameters are sent. Null is sent as JSON null.
    /// </summary>
    /// <param name="command">The cmdlet, whose properties hold the converted values.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="parameterSet">The active parameter set.</param>
    /// <param name="bound">The bound parameters that apply to this input.</param>
    /// <param name="piped">The piped object, which may contain the name of the resource.</param>
    /// <exception cref="ArgumentException">An id is missing or invalid, or a value cannot be sent.</exception>
    public IEnumerable<ApiRequest> Requests(
        object command, OperationAttribute operation, string parameterSet,
        IReadOnlyDictionary<string, object?> bound, PSObject? piped = null)
    {
        var several = operation.Placeholders
            .FirstOrDefault(name => plan.Parameter(name).PropertyType == typeof(string[]) && !plan.IsName(name));
        IEnumerable<string?> ids = [null];
        if (several is not null) ids = plan.Parameter(several).GetValue(command) is string[] { Length: > 0 } given ? given : [""];
        return ids.Select(id =>
        {
            string? Value(string name) => name == several ? id : (string?)plan.Parameter(name).GetValue(command);
            var body = operation.Method == "GET" ? null : BodyOf(command, parameterSet, bound);
            return RequestOf(operation, Value, QueryOf(command, parameterSet, bound), body, ResourceOf(operation, Value, body, piped),
                SinceOf(operation, bound));
        });
    }

    /// <summary>Creates a request for an operation that another cmdlet declares, to supplement the caller's own request.</summary>
    /// <param name="parameterSet">The parameter set or the name of the operation.</param>
    /// <param name="ids">The values of the path's placeholders, in order.</param>
    public ApiRequest RequestOf(string parameterSet, string[] ids)
    {
        var operation = plan.Operations.FirstOrDefault(candidate => candidate.Name == parameterSet) ?? plan.Operation(parameterSet);
        string Value(string name) => ids[Array.IndexOf(operation.Placeholders, name)];
        var query = plan.QueryConstants(parameterSet).ToList();
        return RequestOf(operation, Value, query, null, ResourceOf(operation, Value, null, null), isName: static _ => false);
    }

    private ApiRequest RequestOf(
        OperationAttribute operation, Func<string, string?> value, List<KeyValuePair<string, string>> query, JsonNode? body,
        ApiResource resource, string? since = null, Func<string, bool>? isName = null)
    {
        isName ??= plan.IsName;
        return new ApiRequest(operation.Method, ApiPath.Expand(operation.Path, value, isName))
        {
            Query = query, Body = body, Retry = operation.Retry, Paging = operation.Paging, Items = operation.Items,
            PageSize = operation.PageSize, Accept = operation.Accept, Since = since ?? operation.Since, Until = operation.Until,
            Redone = operation.Redone, Resource = resource,
            Ids = operation.Placeholders.Where(name => !isName(name)).ToDictionary(name => name, name => value(name)!.Trim()),
        };
    }

    /// <summary>The version that the operation and the bound parameters need; null for any.</summary>
    private string? SinceOf(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        var since = operation.Since;
        foreach (var (property, wire) in plan.Newer)
        {
            if (!bound.ContainsKey(property.Name) || (wire.Except is { } except && operation.ParameterSet == except)) continue;
            since = since is null ? wire.Version : ApiVersions.Higher(since, wire.Version);
        }
        return since;
    }

    /// <summary>The resource of the request: the one of the first id in its path, or the new one that its body describes.</summary>
    private ApiResource ResourceOf(OperationAttribute operation, Func<string, string?> value, JsonNode? body, PSObject? piped)
    {
        if (operation.Resource is not { } first) return new ApiResource(plan.Noun, null, ResourceWords.NameIn(body));
        // A name and an id may refer to the same resource, so these requests share a key and keep their order.
        return plan.IsName(first) ? new ApiResource(plan.NounOf(first)) { Key = plan.NounOf(first) + "/" }
            : plan.ResourceOf(first, value(first), piped);
    }

    private List<KeyValuePair<string, string>> QueryOf(object command, string parameterSet, IReadOnlyDictionary<string, object?> bound) =>
        plan.QueryConstants(parameterSet).Concat(
        from parameter in plan.Query
         where bound.ContainsKey(parameter.Property.Name)
         let value = PlainValue.ToNode(Canonical(parameter.Property, WireBody.Unwrap(parameter.Property.GetValue(command))))
         where value is not null
         select new KeyValuePair<string, string>(parameter.Wire.Name,
             value is JsonArray list ? string.Join(",", list.Select(item => $"{item}")) : value.ToString())).ToList();

    private JsonObject? BodyOf(object command, string parameterSet, IReadOnlyDictionary<string, object?> bound)
    {
        var body = new JsonObject();
        foreach (var (name, value) in plan.BodyConstants(parameterSet)) WireBody.Put(body, name, PlainValue.ToNode(value));
        foreach (var (property, wire) in plan.Body)
        {
            if (!bound.TryGetValue(property.Name, out var given) || (given is not null && plan.IsName(property.Name))) continue;
            // PowerShell converts null to "" for a string property, but the bound value is still null.
            WireBody.Put(body, wire.Name,
                given is null ? null
                    : WireBody.Form(property.Name, PlainValue.ToNode(Canonical(property, WireBody.Unwrap(property.GetValue(command)))),
                        wire.Form));
        }
        if (plan.AdminParameter is { } actor && bound.TryGetValue(actor.Property.Name, out var who)
            && string.IsNullOrWhiteSpace(who?.ToString()))
        {
            throw CommandErrors.EmptyActor(actor.Property.Name);
        }
        // A name is added when it has been looked up.
        if (plan.AdminParameter is { } admin && bound.TryGetValue(admin.Property.Name, out var acting) && acting is not null
            && NameOfActingAdmin(command, bound) is null)
        {
            WireBody.Put(body, admin.Wire.Name,
                WireBody.Form(admin.Property.Name, PlainValue.ToNode(admin.Property.GetValue(command)), admin.Wire.Form));
        }
        if (bound.TryGetValue("AdditionalField", out var more) && WireBody.Unwrap(more) is IDictionary fields)
        {
            foreach (DictionaryEntry field in fields) Add(body, (string)field.Key, PlainValue.ToNode(field.Value), bound);
        }
        return body.Count > 0 ? body : null;
    }

    /// <summary>Adds a field of -AdditionalField, and rejects one that a parameter sets to another value.</summary>
    private void Add(JsonObject body, string name, JsonNode? value, IReadOnlyDictionary<string, object?> bound)
    {
        var given = plan.Body
            .FirstOrDefault(parameter => parameter.Wire.Name == name && bound.ContainsKey(parameter.Property.Name)).Property?.Name;
        if (given is not null && body.TryGetPropertyValue(name, out var first) && !JsonNode.DeepEquals(first, value))
        {
            throw CommandErrors.ConflictingField(name, given);
        }
        WireBody.Put(body, name, value);
    }

    /// <summary>The acting admin, if specified by name or email address; null for an id.</summary>
    internal string? NameOfActingAdmin(object command, IReadOnlyDictionary<string, object?> bound) =>
        plan.AdminParameter is { } admin && bound.ContainsKey(admin.Property.Name) && admin.Property.GetValue(command) is string given
            && !string.IsNullOrWhiteSpace(given) && !OrNameOfAttribute.IsSurelyId(given) ? given : null;

    /// <summary>A word of a fixed set in the form that the API expects, such as published for Published.</summary>
    private static object? Canonical(PropertyInfo property, object? value)
    {
        if (value is not string word) return value;
        IEnumerable<string>? words = property.GetCustomAttribute<OneOfAttribute>()?.Words;
        words ??= property.GetCustomAttribute<ValidateSetAttribute>()?.ValidValues;
        return words?.FirstOrDefault(known => string.Equals(known, word, StringComparison.OrdinalIgnoreCase)) ?? word;
    }
}
