using System.Net.Http;

namespace Intercom.Http;

/// <summary>Where and how a client calls.</summary>
public sealed class IntercomClientOptions
{
    /// <summary>The host, such as https://api.intercom.io/. Plain http only for loopback.</summary>
    public Uri BaseUri { get; init; } = new("https://api.intercom.io/");

    /// <summary>The access token. It is never printed.</summary>
    public string Token { get; init; } = "";

    /// <summary>The version of the API. An operation that is newer is sent with the version that it needs.</summary>
    public string ApiVersion { get; init; } = ApiVersions.Default;

    /// <summary>True to refuse operations that are newer than <see cref="ApiVersion"/>.</summary>
    public bool StrictVersion { get; init; }

    /// <summary>Maximum duration of one attempt, from the first byte of the request to the last byte of the response.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The largest body that is read, in bytes.</summary>
    public int MaxResponseBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>True to show email addresses and telephone numbers in debug output. The token and secret links stay hidden.</summary>
    public bool ShowPersonalData { get; init; }

    /// <summary>
    /// The handler that sends the requests. Null uses the pooled handler of the process. The sandbox and tests set their own.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The call budget. Null uses the budget that the process keeps for this host and token.</summary>
    public CallBudget? Budget { get; init; }
}
