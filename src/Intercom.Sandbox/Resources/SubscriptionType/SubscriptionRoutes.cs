using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Subscription types, and the subscriptions of contacts.</summary>
internal static class SubscriptionRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "subscription_types", call =>
            Lists.Whole("list", "data", call.Data.Table("subscription_types").All.Select(Lists.Show)));
        router.Add("GET", "contacts/{}/subscriptions", call =>
            Lists.Whole("list", "data", call.Data.Contact(call.Id).Links("subscriptions").Select(id =>
                Lists.Show(Subscription(call.Data, id)))));
        router.Add("POST", "contacts/{}/subscriptions", Subscribe);
        router.Add("DELETE", "contacts/{}/subscriptions/{}", Unsubscribe);
    }

    private static Entity Subscription(Database data, string? id) =>
        data.Table("subscription_types").Find(id) ?? throw SandboxError.NotFound("not_found", "Resource");

    private static Reply Subscribe(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        var subscription = Subscription(call.Data, call.Body["id"]?.ToString() ?? throw SandboxError.Missing("id"));
        if (call.Body["consent_type"] is not { } consent) throw SandboxError.Missing("consent_type");
        if (consent.ToString() != subscription.Text("consent_type"))
        {
            throw SandboxError.Invalid($"The subscription type is {subscription.Text("consent_type")}", "consent_type");
        }
        if (!contact.Links("subscriptions").Contains(subscription.Id)) contact.Linked("subscriptions").Add(subscription.Id);
        return Lists.Show(subscription);
    }

    private static Reply Unsubscribe(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        var subscription = Subscription(call.Data, call.Ids[1]);
        if (!contact.Linked("subscriptions").Remove(subscription.Id))
        {
            throw SandboxError.NotFound("not_found", "Resource");
        }
        return Lists.Show(subscription);
    }
}
