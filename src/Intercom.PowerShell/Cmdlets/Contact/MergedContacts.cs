using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Reads contacts that may have been merged into others.</summary>
internal static class MergedContacts
{
    /// <summary>Reads a contact, or the one that it was merged into. Intercom names the last of several.</summary>
    public static async Task<object?> ReadSurvivor(ApiRequest request, SendContext context)
    {
        try
        {
            return await Senders.Read(request, context).ConfigureAwait(false);
        }
        catch (IntercomApiException merged) when (merged.MergedInto is { Length: > 0 })
        {
            context.Sink.Write(new DiagnosticEvent(DiagnosticKind.Verbose,
                $"{request.Path} was merged into {merged.MergedInto}, which is read instead."));
            return await Senders.Read(request.WithPath("contacts/" + merged.MergedInto), context).ConfigureAwait(false);
        }
    }
}
