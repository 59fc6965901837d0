using System;
using System.Linq;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>What the reading operations of reporting exports want in the query.</summary>
internal static class ReportingQuery
{
    private const string ClientIdVariable = "INTERCOM_CLIENT_ID";

    /// <summary>Adds what was not given.</summary>
    /// <param name="request">The request.</param>
    /// <param name="workspaceId">The workspace's id.</param>
    /// <param name="needsClient">True where the client id is wanted too.</param>
    /// <exception cref="ArgumentException">There is no client id.</exception>
    public static ApiRequest Complete(ApiRequest request, string workspaceId, bool needsClient)
    {
        if (!Has(request, "app_id")) request = request.WithQuery(("app_id", workspaceId));
        if (!needsClient || Has(request, "client_id")) return request;
        var client = Environment.GetEnvironmentVariable(ClientIdVariable);
        if (string.IsNullOrWhiteSpace(client)) throw new ArgumentException($"Intercom wants the client id of your app to ask for a reporting export. Give -ClientId, or set the environment variable {ClientIdVariable}; the Developer Hub shows it under your app > Basic information.");
        return request.WithQuery(("client_id", client));
    }

    private static bool Has(ApiRequest request, string key) => request.Query.Any(pair => pair.Key == key);
}
