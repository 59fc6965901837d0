using System;
using System.Net.Http;

namespace Intercom.Http;

/// <summary>Where and how a client calls.</summary>
public sealed class IntercomClientOptions
{
    /// <summary>The host, such as https://api.intercom.io/. Plain http only for loopback.</summary>
    public Uri BaseUri { get; init; } = new("https://api.intercom.io/");

    /// <summary>The access token; never printed.</summary>
    public string Token { get; init; } = "";

    /// <summary>The value of the Intercom-Version header.</summary>
    public string ApiVersion { get; init; } = "2.14";

    /// <summary>How long one try may take, from the request's first byte to the answer's last.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The largest body that is read, in bytes.</summary>
    public int MaxResponseBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>True shows e-mail addresses and telephone numbers in debug output; the token and secret links stay hidden.</summary>
    public bool ShowPersonalData { get; init; }

    /// <summary>What sends the requests; null for the pooled handler of the process. The sandbox and the tests put theirs here.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The call budget; null for the one that the process keeps for this host and token.</summary>
    public CallBudget? Budget { get; init; }
}
