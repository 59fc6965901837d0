using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The recipients of a message, each with its role, which the API requires together with the id.</summary>
internal static class MessageRecipients
{
    /// <summary>Sends the message after looking up which recipients are users and which are leads.</summary>
    public static async Task<object?> SendAsync(ApiRequest request, SendContext context)
    {
        var body = (JsonObject)request.Body!.DeepClone();
        foreach (var recipient in RecipientsOf(body).Where(recipient => !recipient.ContainsKey("type")))
        {
            var contact = await context.SendAsync<Contact>(CommandPlan.RequestOf<GetContactCommand>("Id", recipient["id"]!.ToString()))
                .ConfigureAwait(false);
            recipient["type"] = contact?.Role == "lead" ? "lead" : "user";
        }
        return await context.SendAsync(request.WithBody(body)).ConfigureAwait(false);
    }

    /// <summary>A recipient as the API requires it. Without a role, the role is looked up before the message is sent.</summary>
    public static JsonObject Of(string id, string? role)
    {
        var recipient = new JsonObject { ["id"] = id };
        if (!string.IsNullOrEmpty(role)) recipient["type"] = role;
        return recipient;
    }

    private static IEnumerable<JsonObject> RecipientsOf(JsonObject body) =>
        new[] { body["to"], body["cc"], body["bcc"] }.SelectMany(
            place => place is JsonArray several ? several.OfType<JsonObject>() : place is JsonObject one ? [one] : []);
}
