using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace Intercom.Sandbox;

/// <summary>Answers HTTP requests to any host from a workspace in memory.</summary>
public sealed class SandboxHandler(SandboxWorkspace workspace) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers) headers[header.Key] = string.Join(", ", header.Value);
        headers["Host"] = request.RequestUri!.Authority;
        headers["X-Scheme"] = request.RequestUri.Scheme;
        string? body = null;
#if NET8_0_OR_GREATER
        if (request.Content is not null) body = await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
#else
        if (request.Content is not null) body = await request.Content.ReadAsStringAsync().ConfigureAwait(false);
#endif
        SandboxResponse answer;
        try
        {
            answer = await workspace.HandleAsync(
                new SandboxRequest(
                    request.Method.Method, request.RequestUri.AbsolutePath, request.RequestUri.Query.TrimStart('?'), body, headers),
                cancellationToken).ConfigureAwait(false);
        }
        catch (System.IO.IOException broken)
        {
            throw new HttpRequestException(broken.Message, broken);
        }
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = new ByteArrayContent(request.Method == HttpMethod.Head ? [] : answer.Body), RequestMessage = request,
        };
        foreach (var header in answer.Headers)
        {
            if (header.Key == "Content-Type") response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(header.Value);
            else response.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
        return response;
    }
}
