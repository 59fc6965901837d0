using System.Collections;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>Creates the custom attributes that a rejected request requires, and sends that request once more.</summary>
internal sealed class MissingAttributes(string model)
{
    private readonly SemaphoreSlim _creating = new(1, 1);

    /// <summary>The attribute types that match the values. A null value does not reveal its type, so it counts as text.</summary>
    public static IReadOnlyDictionary<string, string> TypesOf(Hashtable? attributes)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in attributes ?? []) types[entry.Key.ToString()!] = TypeOf(WireBody.Unwrap(entry.Value));
        return types;
    }

    /// <summary>Sends a request, and once more after its missing attributes were created.</summary>
    /// <param name="state">The attributes of the run, and the types of the attributes in the request.</param>
    /// <param name="request">The request.</param>
    /// <param name="context">The context of the request.</param>
    public static async Task<object?> SendAsync((MissingAttributes Missing, IReadOnlyDictionary<string, string> Types) state,
        ApiRequest request, SendContext context)
    {
        var (missing, types) = state;
        try
        {
            return await context.SendAsync(request).ConfigureAwait(false);
        }
        catch (IntercomApiException refusal) when (types.Count > 0 && IsMissing(refusal))
        {
            // One at a time, so that of several contacts with the same new attribute only the first creates it.
            await missing._creating.WaitAsync(context.Cancellation).ConfigureAwait(false);
            try
            {
                await missing.CreateAsync(types, context).ConfigureAwait(false);
            }
            finally
            {
                missing._creating.Release();
            }
        }
        // The first request was rejected, so nothing is applied twice.
        return await context.SendAsync(request).ConfigureAwait(false);
    }

    private static bool IsMissing(IntercomApiException failure) =>
        failure.StatusCode is 400 or 422 && failure.Message.IndexOf("custom attribute", StringComparison.OrdinalIgnoreCase) >= 0
            && failure.Message.IndexOf("not exist", StringComparison.OrdinalIgnoreCase) >= 0;

    private async Task CreateAsync(IReadOnlyDictionary<string, string> types, SendContext context)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var list = CommandPlan.RequestOf<GetDataAttributeCommand>("").WithQuery(("model", model));
        await foreach (var item in Pager.Stream(context.Client, list, typeof(DataAttribute), null, context.Sink, context.Cancellation)
            .ConfigureAwait(false))
        {
            if (item is DataAttribute { Custom: true, Name: { } name }) known.Add(name);
        }
        foreach (var attribute in types.Where(attribute => !known.Contains(attribute.Key)))
        {
            var create = CommandPlan.RequestOf<NewDataAttributeCommand>("")
                .WithBody(new JsonObject { ["name"] = attribute.Key, ["model"] = model, ["data_type"] = attribute.Value });
            await context.SendAsync<DataAttribute>(create).ConfigureAwait(false);
            context.Sink.Write(new DiagnosticEvent(
                DiagnosticKind.Verbose, $"Created the {model} attribute '{attribute.Key}' ({attribute.Value})."));
        }
    }

    private static string TypeOf(object? value) => value switch
    {
        bool => "boolean",
        DateTime or DateTimeOffset => "date",
        int or long or short or byte or uint or ulong or ushort or sbyte => "integer",
        double or float or decimal => "float",
        _ => "string",
    };
}
