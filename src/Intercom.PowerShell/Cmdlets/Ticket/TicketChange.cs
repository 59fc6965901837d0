using System.Runtime.CompilerServices;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Sends the change of a ticket, after reading the ticket type that its attributes depend on.</summary>
internal static class TicketChange
{
    /// <summary>Sends the change with its attributes in the form that the ticket type requires.</summary>
    public static async Task<object?> SendAsync((TicketType? Piped, StrongBox<int> ToldOfUnread) state, ApiRequest request,
        SendContext context)
    {
        if (request.Body?[TicketFieldsCommand.AttributesField] is not JsonObject values
            || values.All(value => value.Key is TicketAttributeValues.Title or TicketAttributeValues.Description))
        {
            return await context.SendAsync(request).ConfigureAwait(false);
        }
        // An id alone does not reveal the type, and list items, attribute names and dates depend on the type.
        var known = state.Piped?.Id is null
            ? await TypeOfAsync(request.Resource!.Id!, state.ToldOfUnread, context).ConfigureAwait(false) : state.Piped;
        var type = known is null or { TicketTypeAttributes.Count: > 0 }
            ? known : await TicketFieldsCommand.TypeAsync(known.Id, context).ConfigureAwait(false);
        return await context.SendAsync(type is null ? request : TicketFieldsCommand.Fitted(request, type, context)).ConfigureAwait(false);
    }

    /// <summary>
    /// The type of the ticket that the request changes. Null when the token cannot read tickets, so that values are sent unchanged.
    /// </summary>
    private static async Task<TicketType?> TypeOfAsync(string ticket, StrongBox<int> toldOfUnread, SendContext context)
    {
        try
        {
            return (await context.SendAsync<Ticket>(CommandPlan.RequestOf<GetTicketCommand>("Id", ticket))
                .ConfigureAwait(false))?.TicketType;
        }
        catch (IntercomApiException failure) when (failure.StatusCode == 403)
        {
            if (Interlocked.Exchange(ref toldOfUnread.Value, 1) == 0) context.Sink.Write(new DiagnosticEvent(DiagnosticKind.Warning,
                "This token cannot read tickets, so the values of -TicketAttribute are sent unchanged. Specify list items by id, and "
                    + "dates as Unix seconds."));
            return null;
        }
    }
}
