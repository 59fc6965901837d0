using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Completes the query string of the operations that read reporting exports.</summary>
internal static class ReportingQuery
{
    private const string ClientIdVariable = "INTERCOM_CLIENT_ID";

    /// <summary>Adds the parameters that the request does not have yet.</summary>
    /// <param name="request">The request.</param>
    /// <param name="workspaceId">The workspace's id.</param>
    /// <param name="needsClient">True when the operation also requires the client id.</param>
    /// <exception cref="ArgumentException">The client id is required, but it was neither specified nor set in the environment.</exception>
    public static ApiRequest Complete(ApiRequest request, string workspaceId, bool needsClient)
    {
        if (!Has(request, "app_id")) request = request.WithQuery(("app_id", workspaceId));
        if (!needsClient || Has(request, "client_id")) return request;
        var client = Environment.GetEnvironmentVariable(ClientIdVariable);
        if (string.IsNullOrWhiteSpace(client))
        {
            throw CommandErrors.MissingClientId(ClientIdVariable);
        }
        return request.WithQuery(("client_id", client));
    }

    private static bool Has(ApiRequest request, string key) => request.Query.Any(pair => pair.Key == key);
}
