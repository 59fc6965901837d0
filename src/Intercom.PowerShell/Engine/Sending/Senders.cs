using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The ways to send that several cmdlets share.</summary>
internal static class Senders
{
    /// <summary>Sends the request; its answer is the output.</summary>
    public static readonly Sending Plain = static (request, context) => context.SendAsync(request);

    /// <summary>Reads a single object, which must come.</summary>
    public static readonly Sending Read = static async (request, context) =>
        await context.SendAsync(request).ConfigureAwait(false) ?? throw IntercomClient.EmptyAnswer(request);

    /// <summary>
    /// Sends the request and, with -PassThru, returns the changed object, read again; for operations that answer something else.
    /// </summary>
    /// <typeparam name="TGet">The cmdlet that reads it, by its set Id.</typeparam>
    /// <param name="work">The work.</param>
    /// <param name="model">What is read.</param>
    public static Work ThenRead<TGet>(this Work work, Type model) => work.SentBy(model, static async (model, request, context) =>
    {
        var answer = await context.SendAsync(request).ConfigureAwait(false);
        return context.PassThru
            ? await context.SendAsync(CommandPlan.RequestOf<TGet>("Id", request.Resource!.Id!), model).ConfigureAwait(false) : answer;
    });

    /// <summary>Forgets the short lists of the workspace afterwards, because the request changed one of them.</summary>
    public static Work ThenForget(this Work work) => work.SentBy(work.Send, static async (send, request, context) =>
    {
        var answer = await send(request, context).ConfigureAwait(false);
        context.Directory.Forget();
        return answer;
    });

    /// <summary>
    /// Sends a change whose operation requires some fields even when they do not change: those that were not given are read first and sent
    /// again.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="wanted">The fields that the operation requires, by their wire names.</param>
    /// <param name="asWritten">A field's value as it is sent, where that differs from how it is read.</param>
    /// <param name="check">Looks at the whole before it is sent, beside the pipeline.</param>
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
