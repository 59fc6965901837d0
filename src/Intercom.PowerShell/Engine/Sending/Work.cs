using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// One request of one input, with all that is to be known of it before it is sent. A cmdlet plans it; nothing of it changes afterwards.
/// </summary>
/// <param name="Input">The input that it was planned for.</param>
/// <param name="Operation">The operation of the input's parameter set.</param>
/// <param name="Request">The request, without what must be asked for first.</param>
internal sealed record Work(CommandInput Input, OperationAttribute Operation, ApiRequest Request)
{
    /// <summary>What it is done to.</summary>
    public ApiResource Resource => Request.Resource!;

    /// <summary>What -WhatIf and -Confirm say will happen; null for the cmdlet's verb and the resource.</summary>
    public string? Doing { get; init; }

    /// <summary>How much it destroys, where that is more than the cmdlet declares.</summary>
    public ConfirmImpact Impact { get; init; } = ConfirmImpact.Medium;

    /// <summary>The names to look up before it is sent.</summary>
    public IReadOnlyList<NamedValue> Names { get; init; } = [];

    /// <summary>Where the acting admin goes; null for work that needs none.</summary>
    public ActingAdminAttribute? Admin { get; init; }

    /// <summary>The acting admin's name or address; null for the connection's own admin.</summary>
    public string? ActingAdmin { get; init; }

    /// <summary>What the answer is.</summary>
    public Type Model { get; init; } = typeof(object);

    /// <summary>True when nothing is written: without -PassThru where the cmdlet has it.</summary>
    public bool IsSilent { get; init; }

    /// <summary>False when more is done to the same resource for the same input: it comes out once, as it is in the end.</summary>
    public bool IsLast { get; init; } = true;

    /// <summary>How it is sent.</summary>
    public Sending Send { get; init; } = Senders.Plain;

    /// <summary>The same work with another request.</summary>
    public Work With(ApiRequest request) => this with { Request = request };

    /// <summary>The same work, done to another resource than its path says.</summary>
    public Work To(ApiResource resource) => With(Request.About(resource));

    /// <summary>The same work with changes to the body, which is empty where nothing was given.</summary>
    public Work Change(Action<JsonObject> change)
    {
        var body = Request.Body as JsonObject ?? [];
        change(body);
        return body.Count > 0 ? With(Request.WithBody(body)) : this;
    }

    /// <summary>The same work, sent in another way.</summary>
    public Work SentBy(Sending send) => this with { Send = send };

    /// <summary>The same work, sent in another way with what is known now.</summary>
    public Work SentBy<TState>(TState state, SendingWith<TState> send) => SentBy((request, context) => send(state, request, context));
}
