using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>The settings for creating contacts.</summary>
/// <param name="UpdateIfExists">True to update an existing contact instead.</param>
/// <param name="Patience">How long to wait until a search finds the contact, or null to not wait.</param>
/// <param name="Missing">Creates attributes that the workspace does not define, or null to report an error.</param>
/// <param name="Types">The types of the specified attributes.</param>
internal sealed record ContactCreation(
    bool UpdateIfExists, TimeSpan? Patience, MissingAttributes? Missing, IReadOnlyDictionary<string, string> Types)
{
    private const double Growth = 1.6;
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Creates the contact.</summary>
    public static async Task<object?> SendAsync(ContactCreation creation, ApiRequest request, SendContext context)
    {
        Contact? contact;
        try
        {
            contact = await creation.SendOnceAsync(request, context).ConfigureAwait(false);
        }
        catch (IntercomApiException conflict)
            when (creation.UpdateIfExists && conflict is { StatusCode: 409, IsExistingArchived: false, ExistingId.Length: > 0 })
        {
            var change = CommandPlan.RequestOf<SetContactCommand>("", conflict.ExistingId!).WithBody(WithoutRole(request.Body));
            contact = await creation.SendOnceAsync(change, context).ConfigureAwait(false);
        }
        return creation.Patience is { } patience && contact?.Id is { } id
            ? await VisibleAsync(contact, id, patience, context).ConfigureAwait(false) : contact;
    }

    private async Task<Contact?> SendOnceAsync(ApiRequest request, SendContext context) => (Contact?)(Missing is null
        ? await context.SendAsync(request).ConfigureAwait(false)
        : await MissingAttributes.SendAsync((Missing, Types), request, context).ConfigureAwait(false));

    /// <summary>Removes the role, because an existing lead must not become a user unintentionally.</summary>
    private static JsonNode? WithoutRole(JsonNode? body)
    {
        var change = (JsonObject?)body?.DeepClone();
        change?.Remove("role");
        return change;
    }

    private static async Task<Contact> VisibleAsync(Contact created, string id, TimeSpan patience, SendContext context)
    {
        var find = CommandPlan.RequestOf<SearchContactCommand>("").WithBody(new JsonObject
        {
            ["query"] = new JsonObject { ["field"] = "id", ["operator"] = "=", ["value"] = id },
            ["pagination"] = new JsonObject { ["per_page"] = 1 },
        });
        var end = context.Client.Time.GetUtcNow() + patience;
        var pause = FirstLook;
        while (true)
        {
            if (await IsVisibleAsync(find, id, context).ConfigureAwait(false) is { } seen) return seen;
            if (context.Client.Time.GetUtcNow() + pause > end)
            {
                var text = $"Contact {id} was created, but a search does not find it after {patience.TotalSeconds:0} seconds. It "
                    + "appears later.";
                context.Sink.Write(new DiagnosticEvent(DiagnosticKind.Warning, text));
                return created;
            }
            context.Sink.Write(new DiagnosticEvent(DiagnosticKind.Waiting, $"Contact {id} is not visible yet", pause));
            await Clock.Delay(context.Client.Time, pause, context.Cancellation).ConfigureAwait(false);
            pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, pause.TotalSeconds * Growth));
        }
    }

    private static async Task<Contact?> IsVisibleAsync(ApiRequest find, string id, SendContext context)
    {
        try
        {
            using var answer = await context.SendRawAsync(find).ConfigureAwait(false);
            if (!Pager.HasItems(find, answer)) return null;
            return await context.SendAsync<Contact>(CommandPlan.RequestOf<GetContactCommand>("Id", id)).ConfigureAwait(false);
        }
        catch (IntercomApiException failure) when (failure.StatusCode == 404)
        {
            return null;
        }
    }
}
