using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The requests that reverse a change, or the reason why it cannot be reversed.</summary>
/// <param name="Steps">The requests, in the order in which they are sent.</param>
/// <param name="Words">The reversal in words.</param>
internal sealed record Reversal(IReadOnlyList<ApiRequest> Steps, string Words)
{
    /// <summary>Why the change cannot be reversed; null when it can.</summary>
    public string? Refusal { get; private init; }

    /// <summary>A change that cannot be reversed.</summary>
    public static Reversal Refused(string why) => new([], "") { Refusal = why };

    private string? Assumption { get; init; }

    /// <summary>What the reversal assumes, because the former state was not read; null when it is known.</summary>
    public string? Warning(IntercomChange change) => Assumption is null ? null
        : $"The former state of {change.Resource} was not read before change {change.Number}. The undo assumes that {Assumption}. "
            + "Check it.";

    /// <summary>The same reversal, for a change whose former state was not read.</summary>
    public Reversal Assuming(string state) => this with { Words = $"{Words} (assuming that {state})", Assumption = state };
}

/// <summary>A request that was sent for planned work, with the cmdlet that described it.</summary>
/// <param name="Cmdlet">The type of the cmdlet.</param>
/// <param name="ParameterSet">The parameter set.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Request">The complete request, with all ids.</param>
internal sealed record SentChange(Type Cmdlet, string ParameterSet, OperationAttribute Operation, ApiRequest Request)
{
    private static readonly string[] Acting = ["admin_id", "skip_notifications"];

    /// <summary>The name that was looked up for the request, such as that of a tag; null when none was.</summary>
    public string? Called { get; init; }

    /// <summary>The changed resource.</summary>
    public ApiResource Resource => Request.Resource!;

    /// <summary>The fields that were sent; null without a body.</summary>
    public JsonObject? Body => Request.Body as JsonObject;

    /// <summary>What the change affects; null for a change that is not reversed.</summary>
    public ChangeKind? Kind => ChangeKind.Of(this);

    /// <summary>The fields that were sent, without the acting admin.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Values => Body is null ? [] : Body.Where(one => !Acting.Contains(one.Key));

    /// <summary>An id in the path.</summary>
    public string? PathId(string placeholder) => Request.Ids.TryGetValue(placeholder, out var id) ? id : null;

    /// <summary>Creates a request that acts as the same admin, from the operation of a cmdlet.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="parameterSet">Its parameter set.</param>
    /// <param name="fields">The fields to send.</param>
    /// <param name="ids">The ids of the path.</param>
    public ApiRequest Opposite(Type cmdlet, string parameterSet, JsonObject fields, params string[] ids)
    {
        var body = new JsonObject();
        foreach (var (name, value) in CommandPlan.Of(cmdlet).BodyConstants(parameterSet))
        {
            WireBody.Put(body, name, Json.PlainValue.ToNode(value));
        }
        foreach (var field in fields) body[field.Key] = field.Value?.DeepClone();
        return As(CommandPlan.RequestOf(cmdlet, parameterSet, ids), body);
    }

    /// <summary>Creates the same request with other fields.</summary>
    public ApiRequest With(JsonObject fields) => As(Request, fields);

    /// <summary>The same request without the message of an action.</summary>
    public ApiRequest WithoutMessage()
    {
        if (Kind is not { HasMessage: true } || Body is null) return Request;
        var body = (JsonObject)Body.DeepClone();
        body.Remove("body");
        return Request.WithBody(body);
    }

    private ApiRequest As(ApiRequest request, JsonObject fields)
    {
        foreach (var name in Acting)
        {
            if (Body is not null && Body.TryGetPropertyValue(name, out var value)) fields[name] = value?.DeepClone();
        }
        return request.WithBody(fields.Count > 0 ? fields : null).About(Resource);
    }
}
