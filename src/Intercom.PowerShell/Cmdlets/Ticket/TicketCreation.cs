using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Sends a new ticket, and waits for the job that creates it.</summary>
internal static class TicketCreation
{
    /// <summary>Sends the ticket with its attributes in the form that its type requires, and waits for its job with -Wait.</summary>
    public static async Task<object?> SendAsync(TimeSpan? patience, ApiRequest request, SendContext context)
    {
        // The list of types is cached, because the type's name was just looked up in it.
        var type = await TicketFieldsCommand.TypeAsync(request.Body?["ticket_type_id"]?.ToString(), context).ConfigureAwait(false);
        if (type is not null) request = TicketFieldsCommand.Fitted(request, type, context);
        try
        {
            var answer = await context.SendAsync(request).ConfigureAwait(false);
            return patience is { } limit ? await TicketOfAsync(answer as Job, limit, context).ConfigureAwait(false) : answer;
        }
        catch (IntercomApiException refusal) when (type is not null && refusal.StatusCode is 400 or 422
            && TicketAttributeValues.Missing(type!, request.Body?[TicketFieldsCommand.AttributesField] as JsonObject
            ?? []) is { Count: > 0 } missing)
        {
            // Intercom reports that a value is missing, but not which one.
            context.Sink.Write(new DiagnosticEvent(
                DiagnosticKind.Warning,
                $"The ticket type '{type}' requires a value for {string.Join(", ", missing)}, which the rejected ticket does not have."));
            throw;
        }
    }

    private static async Task<Ticket?> TicketOfAsync(Job? taken, TimeSpan patience, SendContext context)
    {
        if (taken is not { Id: { } id })
        {
            throw new IntercomApiException(
                "Intercom accepted the ticket, but did not return a job to wait for. "
                + "Use Search-IntercomTicket to find the ticket when it exists.") { Code = RequestCodes.UnreadableAnswer,
                    Outcome = RequestOutcome.Unknown };
        }
        var job = await Polling.UntilAsync(context.Client.Time, $"The ticket's job {id}", () => context.SendAsync<Job>(
            CommandPlan.RequestOf<GetJobCommand>("", id)),
            job => job is { Status: not (null or "pending") }, patience, context.Sink, context.Cancellation).ConfigureAwait(false);
        if (job is { Status: "success", ResourceId: { Length: > 0 } ticket }) return await context.SendAsync<Ticket>(
            CommandPlan.RequestOf<GetTicketCommand>("Id", ticket)).ConfigureAwait(false);
        throw new IntercomApiException(
            $"Intercom could not create the ticket: its job {id} ended as '{job?.Status}' without a reason. "
            + "Omit -Wait and -AsJob to see the reason.") { Code = RequestCodes.JobFailed };
    }
}
