using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Sends a request, and whatever belongs to it. It runs beside the pipeline, where the cmdlet's properties are those of a later input
/// already: all that it may use is handed to it. Cmdlets give static lambdas, so that the compiler holds that.
/// </summary>
/// <param name="request">The request, complete.</param>
/// <param name="context">What it may use.</param>
internal delegate Task<object?> Sending(ApiRequest request, SendContext context);

/// <summary>As <see cref="Sending"/>, with what was known when it was planned.</summary>
internal delegate Task<object?> SendingWith<in TState>(TState state, ApiRequest request, SendContext context);

/// <summary>What a piece of work may use while it is sent.</summary>
/// <param name="Session">The connection.</param>
/// <param name="Sink">Takes what there is to tell.</param>
/// <param name="Model">What the answer is.</param>
internal sealed record SendContext(IntercomConnection Session, IDiagnosticSink Sink, Type Model)
{
    /// <summary>True when the changed object is to be given.</summary>
    public bool PassThru { get; init; }

    /// <summary>The formats of -DateFormat.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>Is told of each request that changes something; null for work that only reads.</summary>
    public SendWatch? Watch { get; init; }

    /// <summary>Ends the work.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The client, for reads and clocks; what changes something is sent by the methods here, which are watched.</summary>
    public IntercomClient Client => Session.Client;

    /// <summary>The workspace's short lists.</summary>
    public WorkspaceDirectory Directory => Session.Directory;

    /// <summary>Sends a request and reads the answer into the model.</summary>
    public Task<object?> SendAsync(ApiRequest request) => SendAsync(request, Model);

    /// <summary>Sends a request and reads the answer into a model.</summary>
    public Task<object?> SendAsync(ApiRequest request, Type model) => Client.SendAsync(request, model, Sink, Watch, Cancellation);

    /// <summary>Sends a request and reads the answer into a model.</summary>
    public async Task<T?> SendAsync<T>(ApiRequest request) where T : class => (T?)await SendAsync(request, typeof(T)).ConfigureAwait(false);

    /// <summary>Sends a request and returns the unchanged answer. The caller disposes it.</summary>
    public Task<ApiResponse> SendRawAsync(ApiRequest request) => Client.SendRawAsync(request, Sink, Watch, Cancellation);
}
