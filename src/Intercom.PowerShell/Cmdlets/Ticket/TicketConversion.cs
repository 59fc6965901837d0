using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Sends the change of a ticket's type, after checking it against the workspace's types.</summary>
internal static class TicketConversion
{
    /// <summary>Sends the change with its attributes in the form that the new type requires.</summary>
    /// <param name="former">The type of the piped ticket; null when it is not known.</param>
    /// <param name="request">The request.</param>
    /// <param name="context">The context of the request.</param>
    public static async Task<object?> SendAsync(TicketType? former, ApiRequest request, SendContext context)
    {
        var wanted = request.Body!["ticket_type_id"]!.ToString();
        var type = await TicketFieldsCommand.TypeAsync(wanted, context).ConfigureAwait(false);
        if (type is not null)
        {
            Check(former, type, request.Body["ticket_state_id"]!.ToString(), $"{request.Resource}");
            request = TicketFieldsCommand.Fitted(request, type, context);
        }
        try
        {
            return await context.SendAsync(request).ConfigureAwait(false);
        }
        catch (IntercomApiException refusal) when (refusal is { Code: "parameter_invalid", Outcome: RequestOutcome.Unknown })
        {
            // A repeat of our own is refused after an earlier try was executed, because the ticket has the type by then.
            var ticket = await context.SendAsync<Ticket>(CommandPlan.RequestOf<GetTicketCommand>("Id", request.Resource!.Id!))
                .ConfigureAwait(false);
            if (ticket?.TicketType?.Id != wanted) throw;
            return ticket;
        }
    }

    private static void Check(TicketType? former, TicketType type, string state, string ticket)
    {
        if (former?.Id is { } id && id == type.Id) throw CommandErrors.SameTicketType(ticket, $"{type}");
        if (former?.Category is { Length: > 0 } category && type.Category is { Length: > 0 } other
            && !string.Equals(category, other, StringComparison.OrdinalIgnoreCase))
        {
            throw CommandErrors.OtherTicketCategory(ticket, category, $"{type}", other);
        }
        if (type.TicketStates is { Count: > 0 } states && states.All(each => each.Id != state))
        {
            throw CommandErrors.StateOfOtherType(state, $"{type}", states.Select(each => $"{each}"));
        }
    }
}
