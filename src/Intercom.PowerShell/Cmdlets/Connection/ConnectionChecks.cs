using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The steps of Test-IntercomConnection: what each one found, and what to do where it failed.</summary>
internal static class ConnectionChecks
{
    /// <summary>Whether there is a token, and where it comes from.</summary>
    /// <param name="given">The connection of -Connection.</param>
    /// <param name="connection">The connection to check. Null without a token.</param>
    public static ConnectionCheck Token(IntercomConnection? given, out IntercomConnection? connection)
    {
        connection = null;
        try
        {
            connection = given ?? IntercomConnections.Current();
            var kind = connection.Name == IntercomConnections.TokenVariable ? "the environment variable" : "the connection";
            var source = connection.IsSandbox ? "the sandbox" : $"{kind} {connection.Name}";
            return Good("Token", $"The token comes from {source}.");
        }
        catch (Exception failure) when (failure is NotConnectedException or ArgumentException)
        {
            return new() { Step = "Token", Detail = failure.Message, Remedy = "Run Connect-Intercom, or set INTERCOM_TOKEN." };
        }
    }

    /// <summary>What the first call shows: the network, the token and the version.</summary>
    public static IEnumerable<ConnectionCheck> Answer(
        IntercomConnection connection, Admin? me, IntercomApiException? failure, long milliseconds)
    {
        if (failure is { StatusCode: 0 })
        {
            return [Bad(failure.Code == RequestCodes.TlsFailed ? "Secure connection" : "Network", failure)];
        }
        var network = Good("Network", $"{connection.BaseUri.Host} answered in {milliseconds} ms.");
        if (failure is not null) return [network, Bad(StepOf(failure), failure)];
        return
        [
            network,
            Good("Token accepted", $"The token belongs to {me?.Name} <{me?.Email}>."),
            Good("Version", $"The server accepted API version {connection.ApiVersion}."),
        ];
    }

    /// <summary>Whether the connection calls the region that hosts the workspace.</summary>
    public static ConnectionCheck Region(IntercomConnection connection, Admin? me)
    {
        var region = me?.App?.Region;
        var isRight = connection.Region is null || region is null
            || string.Equals(region, connection.Region, StringComparison.OrdinalIgnoreCase);
        return new()
        {
            Step = "Region", Passed = isRight,
            Detail = $"The workspace {me?.App?.Name} ({me?.App?.IdCode}) is hosted in {region ?? "an unknown region"}. "
                + $"This connection calls {connection.Region ?? connection.BaseUri.Host}.",
            Remedy = isRight ? null : $"Run Connect-Intercom -Region {region}.",
        };
    }

    /// <summary>Whether data can be read.</summary>
    public static ConnectionCheck Read(IntercomApiException? failure) =>
        failure is null ? Good("Read", "The list of admins can be read.") : Bad("Read", failure);

    /// <summary>The step that a refusal of the first call belongs to.</summary>
    private static string StepOf(IntercomApiException failure) => failure.Code switch
    {
        "intercom_version_invalid" => "Version",
        RequestCodes.UnreadableAnswer => "Address",
        _ => failure.StatusCode is 401 or 403 ? "Token accepted" : "Answer",
    };

    private static ConnectionCheck Good(string step, string detail) => new() { Step = step, Passed = true, Detail = detail };

    private static ConnectionCheck Bad(string step, IntercomApiException failure) =>
        new() { Step = step, Detail = failure.Message, Remedy = ErrorRecords.From(failure, null).ErrorDetails?.RecommendedAction };
}
