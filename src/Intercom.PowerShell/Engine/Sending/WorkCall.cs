using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Performs planned work, off the pipeline thread.</summary>
internal static class WorkCall
{
    /// <summary>Looks up missing values, sends the request, and returns the output.</summary>
    public static async Task<object?> RunAsync(Work work, SendContext context)
    {
        var request = await CompleteAsync(work, context).ConfigureAwait(false);
        // An empty response must fail. Otherwise the input would have neither an output nor an error.
        var answer = await work.Send(request, context).ConfigureAwait(false)
            ?? (work.IsSilent ? null : throw IntercomClient.EmptyAnswer(request));
        // When several names change the same resource, only the last request writes it.
        return work.IsLast ? answer : null;
    }

    /// <summary>Adds the ids of names and the acting admin to the request.</summary>
    private static async Task<ApiRequest> CompleteAsync(Work work, SendContext context)
    {
        var request = work.Request;
        var admin = work.Admin is { } wanted && request.Body is JsonObject given && WireBody.Has(given, wanted.Name) ? null : work.Admin;
        if (work.Names.Count == 0 && admin is null) return request;
        var body = request.Body?.DeepClone() as JsonObject ?? [];
        var version = context.Client.VersionOf(request);
        foreach (var (parameter, model, name, wire, isId) in work.Names)
        {
            var id = isId ? name.Trim()
                : await context.Directory.IdAsync(model, name, context.Sink, context.Cancellation).ConfigureAwait(false);
            if (wire is null) request = request.WithId(parameter, id);
            else WireBody.Put(body, wire.Name, WireBody.Form(parameter, JsonValue.Create(id), wire.FormIn(version)));
        }
        if (admin is not null)
        {
            var (sink, stop) = (context.Sink, context.Cancellation);
            var id = work.ActingAdmin is null ? await context.Session.ActingAdminIdAsync(sink, stop).ConfigureAwait(false)
                : await context.Directory.IdAsync(typeof(Admin), work.ActingAdmin, sink, stop).ConfigureAwait(false);
            WireBody.Put(body, admin.Name, WireBody.Form("AdminId", JsonValue.Create(id), admin.Form));
        }
        return body.Count > 0 ? request.WithBody(body) : request;
    }
}
