using System.Text.Json;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>One row of an import: finds its contact, and sends only what differs.</summary>
/// <param name="Report">The report, without an outcome.</param>
/// <param name="ContactId">Intercom's id in the row; null without one.</param>
/// <param name="Unedited">The API names of fields that still have the values of an export.</param>
/// <param name="IsPreview">True to send no change.</param>
internal sealed record ContactImport(ContactImportRow Report, string? ContactId, IReadOnlyCollection<string> Unedited, bool IsPreview)
{
    /// <summary>Imports the row.</summary>
    public static async Task<object?> SendAsync(ContactImport import, ApiRequest request, SendContext context)
    {
        var body = request.Body as JsonObject ?? [];
        if (await import.FindAsync(body, context).ConfigureAwait(false) is { } found)
        {
            return await import.UpdateAsync(found, body, context).ConfigureAwait(false);
        }
        body = (JsonObject)body.DeepClone();
        // Intercom's description does not state a default role, so the role is always sent.
        body["role"] ??= "user";
        if (import.IsPreview) return import.Of("Created", null);
        try
        {
            var created = await context.SendAsync<Contact>(request.WithBody(body)).ConfigureAwait(false);
            return import.Of("Created", created?.Id);
        }
        catch (IntercomApiException conflict)
            when (conflict is { StatusCode: 409, IsExistingArchived: false, ExistingId.Length: > 0 })
        {
            // A new contact can take minutes to appear in a search.
            var existing = await ReadAsync(CommandPlan.RequestOf<GetContactCommand>("Id", conflict.ExistingId!), context)
                .ConfigureAwait(false);
            Check(existing, body);
            return await import.UpdateAsync(existing, (request.Body as JsonObject)!, context).ConfigureAwait(false);
        }
    }

    private async Task<object?> UpdateAsync(JsonObject existing, JsonObject body, SendContext context)
    {
        var id = Text(existing["id"]);
        var changes = ContactDifference.Of(existing, body, Unedited);
        if (changes.Count == 0) return Of("Unchanged", id);
        var names = ContactDifference.Names(changes);
        if (!IsPreview)
        {
            await context.SendAsync<Contact>(CommandPlan.RequestOf<SetContactCommand>("", id!).WithBody(changes)).ConfigureAwait(false);
        }
        return Of("Updated", id, string.Join(", ", names));
    }

    private ContactImportRow Of(string status, string? id, string? reason = null) => new()
    {
        Row = Report.Row, Email = Report.Email, Input = Report.Input, Status = status, Id = id, Reason = reason,
    };

    /// <summary>The contact of the row by its ids, or else by its address and role. Null when it does not exist yet.</summary>
    private async Task<JsonObject?> FindAsync(JsonObject body, SendContext context)
    {
        if (ContactId is { } id)
        {
            return await ReadAsync(CommandPlan.RequestOf<GetContactCommand>("Id", id), context).ConfigureAwait(false);
        }
        if (Text(body["external_id"]) is { Length: > 0 } external)
        {
            try
            {
                return await ReadAsync(CommandPlan.RequestOf<GetContactCommand>("ExternalId", external), context).ConfigureAwait(false);
            }
            catch (IntercomApiException missing) when (missing.StatusCode == 404)
            {
                // A contact with the address may not have an external id yet.
            }
        }
        if (Text(body["email"]) is not { Length: > 0 } email) return null;
        var role = Text(body["role"]) ?? "user";
        var found = new List<string>();
        await foreach (var item in Pager.Stream(context.Client, Search(email, role), typeof(Contact), new ListOptions { First = 2 },
            context.Sink, context.Cancellation).ConfigureAwait(false)) found.Add(((Contact)item).Id!);
        if (found.Count == 0) return null;
        if (found.Count > 1) throw CommandErrors.SeveralContacts(email, found.Count, role);
        var contact = await ReadAsync(CommandPlan.RequestOf<GetContactCommand>("Id", found[0]), context).ConfigureAwait(false);
        Check(contact, body);
        return contact;
    }

    private static ApiRequest Search(string email, string role) => CommandPlan.RequestOf<SearchContactCommand>("").WithBody(new JsonObject
    {
        ["query"] = new JsonObject
        {
            ["operator"] = "AND",
            ["value"] = new JsonArray(Filter("email", email), Filter("role", role)),
        },
    });

    private static JsonObject Filter(string field, string value) => new() { ["field"] = field, ["operator"] = "=", ["value"] = value };

    /// <summary>Rejects a row that would give a contact another external id only because its address matches.</summary>
    private static void Check(JsonObject existing, JsonObject body)
    {
        if (Text(existing["external_id"]) is { Length: > 0 } theirs && Text(body["external_id"]) is { Length: > 0 } ours && theirs != ours)
        {
            throw CommandErrors.OtherExternalId(Text(existing["email"]) ?? "", ours, theirs);
        }
    }

    private static async Task<JsonObject> ReadAsync(ApiRequest request, SendContext context)
    {
        using var answer = await context.Client.SendRawAsync(request, context.Sink, null, context.Cancellation).ConfigureAwait(false);
        return JsonNode.Parse(answer.Body.Span) as JsonObject ?? throw IntercomClient.EmptyAnswer(request);
    }

    private static string? Text(JsonNode? value) => value is null || value.GetValueKind() == JsonValueKind.Null ? null : value.ToString();
}
