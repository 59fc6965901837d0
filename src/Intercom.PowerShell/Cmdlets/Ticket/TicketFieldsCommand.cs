using System.Collections;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>The parameters that New- and Set-IntercomTicket share.</summary>
public abstract class TicketFieldsCommand : IntercomWriteCommand
{
    internal const string AttributesField = Intercom.Ticket.AttributesField;

    /// <summary>The ticket's description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body(AttributesField + "." + TicketAttributeValues.Description)]
    public string? Description { get; set; }

    /// <summary>
    /// The values of the ticket type's attributes by name: @{ Severity = 'Major'; Reproducible = $true }. List items can be specified by
    /// label or by id. Dates are sent as Unix seconds. $null clears a value.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("TicketAttributes", "Attribute")]
    [ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? TicketAttribute { get; set; }

    /// <summary>The company that the ticket belongs to, by Intercom's id (not the id in your own system).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("CompanyId"), Body("company_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? CompanyId { get; set; }

    /// <summary>Does not notify anyone by email or Messenger.</summary>
    [Parameter, Body("skip_notifications")]
    public SwitchParameter SkipNotifications { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!input.Has(nameof(TicketAttribute)) || TicketAttribute is null) return base.PlanWork(input);
        if (input.IsCopy)
        {
            // A ticket has title and description twice: as properties and as attributes.
            TicketAttribute.Remove(TicketAttributeValues.Title);
            TicketAttribute.Remove(TicketAttributeValues.Description);
        }
        foreach (var (parameter, name) in new[] { ("Title", TicketAttributeValues.Title),
            (nameof(Description), TicketAttributeValues.Description) })
        {
            if (input.Has(parameter) && TicketAttribute.Keys.Cast<object>()
                .Any(key => key.ToString() is { } given
                && (given == name || string.Equals(given, parameter, StringComparison.OrdinalIgnoreCase))))
            {
                throw CommandErrors.ParameterAndAttribute(parameter);
            }
        }
        return base.PlanWork(input).Select(work => work.Change(body =>
        {
            if (body[AttributesField] is not JsonObject values) body[AttributesField] = values = [];
            foreach (DictionaryEntry entry in TicketAttribute) values[entry.Key.ToString()!] = PlainValue.ToNode(
                WireBody.Unwrap(entry.Value));
        }));
    }

    /// <summary>Returns the request with its attributes in the form that the ticket type requires.</summary>
    internal static ApiRequest Fitted(ApiRequest request, TicketType type, SendContext context, string field = AttributesField)
    {
        if (request.Body?[field] is not JsonObject values) return request;
        var body = (JsonObject)request.Body.DeepClone();
        body[field] = TicketAttributeValues.Fit(type, values, context.DateFormats);
        return request.WithBody(body);
    }

    /// <summary>Returns the ticket type with this id, or null when the workspace does not have it.</summary>
    internal static async Task<TicketType?> TypeAsync(string? id, SendContext context) =>
        (await context.Directory.ListAsync<TicketType>(context.Sink, context.Cancellation).ConfigureAwait(false))
            .FirstOrDefault(type => type.Id == id);
}
