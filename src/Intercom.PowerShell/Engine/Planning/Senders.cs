using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Ways to send requests that several cmdlets share.</summary>
internal static class Senders
{
    /// <summary>Sends the request, and outputs the response.</summary>
    public static readonly Sending Plain = static (request, context) => context.SendAsync(request);

    /// <summary>Reads a single object, and fails when the response is empty.</summary>
    public static readonly Sending Read = static async (request, context) =>
        await context.SendAsync(request).ConfigureAwait(false) ?? throw IntercomClient.EmptyAnswer(request);

    /// <summary>
    /// Sends the request. With -PassThru, reads the changed object, because the operation's own response is a different one.
    /// </summary>
    /// <typeparam name="TGet">The cmdlet whose parameter set Id reads the object.</typeparam>
    /// <param name="work">The work.</param>
    /// <param name="model">The type of the object.</param>
    public static Work ThenRead<TGet>(this Work work, Type model) => work.SentBy(model, static async (model, request, context) =>
    {
        var answer = await context.SendAsync(request).ConfigureAwait(false);
        return context.PassThru
            ? await context.SendAsync(CommandPlan.RequestOf<TGet>("Id", request.Resource!.Id!), model).ConfigureAwait(false) : answer;
    });

    /// <summary>Clears the cached lists of the workspace afterwards, because the request changed one of them.</summary>
    public static Work ThenForget(this Work work) => work.SentBy(work.Send, static async (send, request, context) =>
    {
        var answer = await send(request, context).ConfigureAwait(false);
        context.Directory.Forget();
        return answer;
    });

    /// <summary>
    /// Sends a change whose operation requires some fields even when they do not change. Missing fields are read first and sent unchanged.
    /// </summary>
    /// <param name="work">The work to send.</param>
    /// <param name="wanted">The wire names of the fields that the operation requires.</param>
    /// <param name="asWritten">Converts a field's value from the form in which it is read to the form in which it is sent.</param>
    /// <param name="check">Validates the complete body before it is sent, off the pipeline thread.</param>
    public static Work SentWhole(this Work work, string[] wanted, Func<string, JsonNode?, JsonNode?>? asWritten = null,
        Action<JsonObject>? check = null) =>
        work.SentBy((wanted, asWritten, check), static async (whole, request, context) =>
        {
            var body = request.Body?.DeepClone() as JsonObject ?? [];
            var missing = whole.wanted.Where(field => !body.ContainsKey(field)).ToList();
            if (missing.Count > 0)
            {
                var read = new ApiRequest("GET", request.Path) { Resource = request.Resource };
                using var answer = await context.SendRawAsync(read).ConfigureAwait(false);
                var now = IntercomClient.ReadObject(read, answer);
                foreach (var field in missing)
                {
                    if (!now.TryGetPropertyValue(field, out var value)) continue;
                    body[field] = whole.asWritten is null ? value?.DeepClone() : whole.asWritten(field, value?.DeepClone());
                }
            }
            whole.check?.Invoke(body);
            return await context.SendAsync(request.WithBody(body)).ConfigureAwait(false);
        });
}
