using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomTicket share.</summary>
public abstract class TicketFieldsCommand : IntercomWriteCommand
{
    private protected const string AttributesField = "ticket_attributes";

    /// <summary>The ticket's description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body(AttributesField + "." + TicketAttributeValues.Description)]
    public string? Description { get; set; }

    /// <summary>
    /// The values of the ticket type's attributes by name: @{ Severity = 'Major'; Reproducible = $true }. An item of a list may be given as people read it, or by its id;
    /// dates become Unix seconds; $null clears.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("TicketAttributes", "Attribute"), ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? TicketAttribute { get; set; }

    /// <summary>Intercom's id of the company that the ticket belongs to (not the one in your own system).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("CompanyId"), Body("company_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? CompanyId { get; set; }

    /// <summary>Nobody is told of it by e-mail or Messenger.</summary>
    [Parameter, Body("skip_notifications")]
    public SwitchParameter SkipNotifications { get; set; }

    /// <inheritdoc/>
    protected override void Validate(IReadOnlyDictionary<string, object?> bound)
    {
        if (!bound.ContainsKey(nameof(TicketAttribute)) || TicketAttribute is null) return;
        if (IsCopy)
        {
            // A ticket has both twice: by themselves and among its attributes.
            TicketAttribute.Remove(TicketAttributeValues.Title);
            TicketAttribute.Remove(TicketAttributeValues.Description);
        }
        foreach (var (parameter, name) in new[] { ("Title", TicketAttributeValues.Title), (nameof(Description), TicketAttributeValues.Description) })
        {
            if (bound.ContainsKey(parameter) && TicketAttribute.Keys.Cast<object>().Any(key => key.ToString() is { } given && (given == name || string.Equals(given, parameter, StringComparison.OrdinalIgnoreCase))))
            {
                throw new ArgumentException($"-{parameter} is given, and -TicketAttribute holds it as well. Give it once.");
            }
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<ApiRequest> Requests(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) => base.Requests(operation, bound).Select(request =>
    {
        if (!bound.ContainsKey(nameof(TicketAttribute)) || TicketAttribute is null) return request;
        var body = (JsonObject)(request.Body ?? new JsonObject());
        if (body[AttributesField] is not JsonObject values) body[AttributesField] = values = [];
        foreach (DictionaryEntry entry in TicketAttribute) values[entry.Key.ToString()!] = PlainValue.ToNode(CommandPlan.Unwrap(entry.Value));
        return request.WithBody(body);
    });

    /// <summary>The request with its attribute values named and typed as the ticket type has them.</summary>
    private protected static ApiRequest Fitted(ApiRequest request, TicketType type, IReadOnlyList<string> formats)
    {
        if (request.Body?[AttributesField] is not JsonObject values) return request;
        var body = (JsonObject)request.Body.DeepClone();
        body[AttributesField] = TicketAttributeValues.Fit(type, values, formats);
        return request.WithBody(body);
    }

    /// <summary>The ticket type with this id as the workspace lists it; null when it does not.</summary>
    private protected static async Task<TicketType?> TypeAsync(WorkspaceDirectory directory, string? id, IDiagnosticSink sink, CancellationToken cancellation) =>
        (await directory.ListAsync<TicketType>(sink, cancellation).ConfigureAwait(false)).FirstOrDefault(type => type.Id == id);
}
