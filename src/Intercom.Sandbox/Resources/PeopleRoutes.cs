using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>What happens to contacts besides their fields: merging, blocking, segments, subscriptions; and visitors.</summary>
internal static class PeopleRoutes
{
    public static void Add(Router router)
    {
        router.Add("POST", "contacts/merge", Merge);
        router.Add("POST", "contacts/{}/block", Block);
        router.Add("GET", "segments", call => Lists.Whole("segment.list", "segments", call.Data.Segments.All.Select(segment => ShowSegment(call.Data, segment, call.Parameter("include_count") == "true"))));
        router.Add("GET", "segments/{}", call => ShowSegment(call.Data, Segment(call), call.Parameter("include_count") == "true"));
        router.Add("GET", "contacts/{}/segments", call => Lists.Whole("list", "data", call.Data.Contact(call.Id).Linked("segments").Select(id => AdminRoutes.Show(call.Data.Segments.Find(id)!))));
        router.Add("GET", "companies/{}/segments", call => Lists.Whole("list", "data", call.Data.Company(call.Id).Linked("segments").Select(id => AdminRoutes.Show(call.Data.Segments.Find(id)!))));
        router.Add("GET", "subscription_types", call => Lists.Whole("list", "data", call.Data.Table("subscription_types").All.Select(AdminRoutes.Show)));
        router.Add("GET", "contacts/{}/subscriptions", call => Lists.Whole("list", "data", call.Data.Contact(call.Id).Linked("subscriptions").Select(id => AdminRoutes.Show(Subscription(call.Data, id)))));
        router.Add("POST", "contacts/{}/subscriptions", Subscribe);
        router.Add("DELETE", "contacts/{}/subscriptions/{}", Unsubscribe);
        router.Add("GET", "visitors", call => AdminRoutes.Show(Visitor(call.Data, null, call.Parameter("user_id") ?? throw SandboxError.Missing("user_id"), null)));
        router.Add("PUT", "visitors", UpdateVisitor);
        router.Add("POST", "visitors/convert", Convert);
    }

    private static Entity Segment(Call call) => call.Data.Segments.Find(call.Id) ?? throw SandboxError.NotFound("not_found", "Segment");

    private static JsonObject ShowSegment(Database data, Entity segment, bool count)
    {
        var shown = AdminRoutes.Show(segment);
        if (count) shown["count"] = data.Contacts.All.Count(contact => contact.Linked("segments").Contains(segment.Id));
        return shown;
    }

    private static Entity Subscription(Database data, string? id) => data.Table("subscription_types").Find(id) ?? throw SandboxError.NotFound("not_found", "Resource");

    private static Reply Merge(Call call)
    {
        var from = call.Data.Contact(call.Body["from"]?.ToString() ?? throw SandboxError.Missing("from"));
        var into = call.Data.Contact(call.Body["into"]?.ToString() ?? throw SandboxError.Missing("into"));
        if (from.Text("role") != "lead" || into.Text("role") != "user") throw SandboxError.Invalid("Only a lead can be merged into a user", "from");
        Absorb(call.Data, from, into);
        call.Data.Contacts.Remove(from);
        foreach (var name in new[] { from.Id, from.Text("external_id") })
        {
            if (!string.IsNullOrEmpty(name)) call.Data.Merged[name!] = into.Id;
        }
        return ContactRoutes.Show(call.Data, into);
    }

    private static void Absorb(Database data, Entity from, Entity into)
    {
        foreach (var kind in new[] { "tags", "notes", "companies", "events", "segments", "subscriptions" })
        {
            foreach (var id in from.Linked(kind).Where(id => !into.Linked(kind).Contains(id)).ToList()) into.Linked(kind).Add(id);
        }
        foreach (var conversation in data.Conversations.All)
        {
            var people = conversation.Linked("contacts");
            if (people.Remove(from.Id) && !people.Contains(into.Id)) people.Add(into.Id);
        }
        foreach (var note in into.Linked("notes")) data.Notes.Find(note)!.Fields["contact"]!["id"] = into.Id;
        into.Fields["updated_at"] = data.Now;
    }

    /// <summary>A blocked contact is out of the lists, and so are its conversations.</summary>
    private static Reply Block(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        contact.Fields["archived"] = true;
        foreach (var conversation in call.Data.Conversations.All.Where(conversation => conversation.Linked("contacts").Contains(contact.Id)).ToList()) call.Data.Conversations.Remove(conversation);
        return new JsonObject { ["type"] = "contact", ["id"] = contact.Id, ["external_id"] = contact.Text("external_id"), ["blocked"] = true };
    }

    private static Reply Subscribe(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        var subscription = Subscription(call.Data, call.Body["id"]?.ToString() ?? throw SandboxError.Missing("id"));
        if (call.Body["consent_type"] is not { } consent) throw SandboxError.Missing("consent_type");
        if (consent.ToString() != subscription.Text("consent_type")) throw SandboxError.Invalid($"The subscription type is {subscription.Text("consent_type")}", "consent_type");
        if (!contact.Linked("subscriptions").Contains(subscription.Id)) contact.Linked("subscriptions").Add(subscription.Id);
        return AdminRoutes.Show(subscription);
    }

    private static Reply Unsubscribe(Call call)
    {
        var subscription = Subscription(call.Data, call.Ids[1]);
        if (!call.Data.Contact(call.Id).Linked("subscriptions").Remove(subscription.Id)) throw SandboxError.NotFound("not_found", "Resource");
        return AdminRoutes.Show(subscription);
    }

    private static Entity Visitor(Database data, string? id, string? userId, string? email) =>
        data.Table("visitors").All.FirstOrDefault(visitor => id is not null ? visitor.Id == id : userId is not null ? visitor.Text("user_id") == userId : email is not null && visitor.Text("email") == email) ?? throw SandboxError.NotFound("not_found", "Visitor");

    private static Reply UpdateVisitor(Call call)
    {
        var visitor = Visitor(call.Data, call.Body["id"]?.ToString(), call.Body["user_id"]?.ToString(), null);
        Changes.TakeAttributes(call.Data, visitor.Fields, call.Body, "contact");
        Changes.Take(visitor.Fields, call.Body, "name");
        visitor.Fields["updated_at"] = call.Data.Now;
        return AdminRoutes.Show(visitor);
    }

    private static Reply Convert(Call call)
    {
        var role = call.Body["type"]?.ToString() is { } type && type is "user" or "lead" ? call.Body["type"]!.ToString() : throw SandboxError.Invalid("type must be user or lead", "type");
        if (call.Body["visitor"] is not JsonObject from) throw SandboxError.Missing("visitor");
        if (call.Body["user"] is not JsonObject to) throw SandboxError.Missing("user");
        var visitor = Visitor(call.Data, from["id"]?.ToString(), from["user_id"]?.ToString(), from["email"]?.ToString());
        var (externalId, email) = (to["user_id"]?.ToString(), to["email"]?.ToString());
        var contact = to["id"]?.ToString() is { } id ? call.Data.Contact(id) : call.Data.Contacts.All.FirstOrDefault(known => (externalId is not null && known.Text("external_id") == externalId) || (email is not null && string.Equals(known.Text("email"), email, StringComparison.OrdinalIgnoreCase)));
        if (contact is null)
        {
            contact = ContactRoutes.Make(call.Data, role);
            Changes.Take(contact.Fields, visitor.Fields, "name", "phone");
            (contact.Fields["external_id"], contact.Fields["email"]) = (externalId, email);
        }
        contact.Fields["last_seen_at"] = call.Data.Now;
        call.Data.Table("visitors").Remove(visitor);
        return ContactRoutes.Show(call.Data, contact);
    }
}
