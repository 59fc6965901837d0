using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>One request of one input, with everything that is known before it is sent. A cmdlet plans it, and it is immutable.</summary>
/// <param name="Input">The input that it was planned for.</param>
/// <param name="Operation">The operation of the input's parameter set.</param>
/// <param name="Request">The request, without values that must be looked up first.</param>
internal sealed record Work(CommandInput Input, OperationAttribute Operation, ApiRequest Request)
{
    /// <summary>The resource that the request changes.</summary>
    public ApiResource Resource => Request.Resource!;

    /// <summary>The action that -WhatIf and -Confirm show; null for the cmdlet's verb and the resource.</summary>
    public string? Doing { get; init; }

    /// <summary>The impact of this request, when it is higher than the cmdlet declares.</summary>
    public ConfirmImpact Impact { get; init; } = ConfirmImpact.Medium;

    /// <summary>The names to look up before it is sent.</summary>
    public IReadOnlyList<NamedValue> Names { get; init; } = [];

    /// <summary>Where the acting admin is sent; null for work that does not need one.</summary>
    public ActingAdminAttribute? Admin { get; init; }

    /// <summary>The acting admin's name or email address; null for the connection's own admin.</summary>
    public string? ActingAdmin { get; init; }

    /// <summary>The type of the response.</summary>
    public Type Model { get; init; } = typeof(object);

    /// <summary>True when no output is written, such as without -PassThru.</summary>
    public bool IsSilent { get; init; }

    /// <summary>False when further work of the same input changes the same resource. Only the last one writes the resource.</summary>
    public bool IsLast { get; init; } = true;

    /// <summary>True for work that only reads, to report what it would change. It is neither confirmed nor recorded.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Sends the request.</summary>
    public Sending Send { get; init; } = Senders.Plain;

    /// <summary>Returns the same work with another request.</summary>
    public Work With(ApiRequest request) => this with { Request = request };

    /// <summary>Returns the same work with another resource than the one in its path.</summary>
    public Work To(ApiResource resource) => With(Request.About(resource));

    /// <summary>Returns the same work with changes to the body, which is empty when no field was specified.</summary>
    public Work Change(Action<JsonObject> change)
    {
        var body = Request.Body as JsonObject ?? [];
        change(body);
        return body.Count > 0 ? With(Request.WithBody(body)) : this;
    }

    /// <summary>Returns the same work with another way to send it.</summary>
    public Work SentBy(Sending send) => this with { Send = send };

    /// <summary>Returns the same work with another way to send it, and state for it.</summary>
    public Work SentBy<TState>(TState state, SendingWith<TState> send) => SentBy((request, context) => send(state, request, context));
}
