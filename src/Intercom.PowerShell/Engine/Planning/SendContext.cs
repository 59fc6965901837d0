using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Sends a request, and any supporting requests. It runs off the pipeline thread, when the cmdlet's properties may already belong to a
/// later input, so everything it uses is passed in. Cmdlets pass static lambdas, which lets the compiler enforce this.
/// </summary>
/// <param name="request">The complete request.</param>
/// <param name="context">The services that it may use.</param>
internal delegate Task<object?> Sending(ApiRequest request, SendContext context);

/// <summary>Like <see cref="Sending"/>, with state from the planning of the request.</summary>
internal delegate Task<object?> SendingWith<in TState>(TState state, ApiRequest request, SendContext context);

/// <summary>The services that work may use while it is sent.</summary>
/// <param name="Session">The connection.</param>
/// <param name="Sink">Receives diagnostics.</param>
/// <param name="Model">The type of the response.</param>
internal sealed record SendContext(IntercomConnection Session, IDiagnosticSink Sink, Type Model)
{
    /// <summary>True when the changed object is written to the pipeline.</summary>
    public bool PassThru { get; init; }

    /// <summary>The formats of -DateFormat.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>Is notified of each request that changes something; null for work that only reads.</summary>
    public SendWatch? Watch { get; init; }

    /// <summary>Cancels the work.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The client, for reads and the clock. Send changes with the methods of this class, because only those are watched.</summary>
    public IntercomClient Client => Session.Client;

    /// <summary>The cached lists of the workspace.</summary>
    public WorkspaceDirectory Directory => Session.Directory;

    /// <summary>Sends a request and deserializes the response as the model.</summary>
    public Task<object?> SendAsync(ApiRequest request) => SendAsync(request, Model);

    /// <summary>Sends a request and deserializes the response as the given type.</summary>
    public Task<object?> SendAsync(ApiRequest request, Type model) => Client.SendAsync(request, model, Sink, Watch, Cancellation);

    /// <summary>Sends a request and deserializes the response as the given type.</summary>
    public async Task<T?> SendAsync<T>(ApiRequest request) where T : class => (T?)await SendAsync(request, typeof(T)).ConfigureAwait(false);

    /// <summary>Sends a request and returns the raw response. The caller disposes it.</summary>
    public Task<ApiResponse> SendRawAsync(ApiRequest request) => Client.SendRawAsync(request, Sink, Watch, Cancellation);
}
