using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>
/// Samples of segments, subscription types, visitors, custom objects, away reasons and the activity log; no draw of chance, so that the
/// other samples stay as they are.
/// </summary>
internal static class PeopleSamples
{
    private const long Day = 86400;

    public static void Fill(Database data)
    {
        Groups(data);
        Choices(data);
        Visitors(data);
        Orders(data);
        Team(data);
    }

    private static void Groups(Database data)
    {
        foreach (var (name, person) in new[] { ("Active", "user"), ("New this month", "user"), ("Open leads", "contact") })
        {
            var id = "65e0c3" + data.NextNumber("segments", 1).PadLeft(18, '0');
            data.Create("segments", id, Shape.Of("segment", new JsonObject
            {
                ["id"] = id, ["name"] = name, ["created_at"] = data.Now - 300 * Day, ["updated_at"] = data.Now - 20 * Day,
                ["person_type"] = person,
            }));
        }
        var segments = data.Segments.All.Select(segment => segment.Id).ToArray();
        foreach (var contact in data.Contacts.All)
        {
            contact.Linked("segments").AddRange(
                SegmentsOf(contact.Text("role")!, contact.Number("last_seen_at"), contact.Number("created_at"), data.Now)
                    .Select(number => segments[number]));
        }
        foreach (var company in data.Companies.All.Take(8)) company.Linked("segments").Add(segments[0]);
    }

    /// <summary>The places of the segments that a contact is in.</summary>
    public static IEnumerable<int> SegmentsOf(string role, long seen, long created, long now)
    {
        if (role == "lead") yield return 2;
        else if (seen > now - 60 * Day) yield return 0;
        if (created > now - 30 * Day && role == "user") yield return 1;
    }

    private static void Choices(Database data)
    {
        foreach (var (name, consent, content) in new[]
        {
            ("Newsletter", "opt_out", "email"), ("Product news", "opt_out", "email"),
            ("Text messages", "opt_in", "sms_message")
        })
        {
            var id = data.NextNumber("subscription_types", 301);
            var words = Shape.Of("subscription_translation", new JsonObject
            {
                ["name"] = name, ["description"] = $"{name} of {data.Options.WorkspaceName}",
            });
            data.Create("subscription_types", id, Shape.Of("subscription_type", new JsonObject
            {
                ["id"] = id, ["consent_type"] = consent, ["default_translation"] = words.DeepClone(),
                ["translations"] = new JsonArray(words), ["content_types"] = new JsonArray(content),
            }));
        }
        data.Contacts.All.First().Linked("subscriptions").Add("301");
    }

    private static void Visitors(Database data)
    {
        foreach (var pseudonym in new[] { "Violet Suitcase", "Amber Lantern", "Teal Compass" })
        {
            var number = data.NextNumber("visitors", 1);
            var id = "65f0d4" + number.PadLeft(18, '0');
            data.Create("visitors", id, Shape.Of("visitor", new JsonObject
            {
                ["id"] = id, ["user_id"] = "3ecf64d0-0000-4e9f-88e1-00000000000" + number, ["pseudonym"] = pseudonym,
                ["app_id"] = data.WorkspaceId, ["last_request_at"] = data.Now - 600, ["created_at"] = data.Now - Day,
                ["updated_at"] = data.Now - 600, ["session_count"] = 2, ["referrer"] = "https://search.example/",
                ["remote_created_at"] = data.Now - Day, ["signed_up_at"] = data.Now - Day,
            }));
        }
    }

    private static void Orders(Database data)
    {
        data.Create("custom_object_types", "Order", new JsonObject());
        for (var i = 1; i <= 3; i++)
        {
            var order = CustomObjectRoutes.MakeInstance(data, "Order", "A-" + i.ToString(CultureInfo.InvariantCulture));
            order.Fields["custom_attributes"] = new JsonObject
            {
                ["order_number"] = "A-" + i.ToString(CultureInfo.InvariantCulture), ["total_amount"] = 19.5 * i,
            };
        }
    }

    private static void Team(Database data)
    {
        var order = 0;
        (string, string)[] reasons = [("On a break", "☕"), ("In a meeting", "📅"), ("Out sick", "🤒"), ("At the fair", "🎪")];
        foreach (var (label, emoji) in reasons)
        {
            var id = data.NextNumber("away_reasons", 401);
            data.Create("away_reasons", id, Shape.Of("away_reason", new JsonObject
            {
                ["id"] = id, ["label"] = label, ["emoji"] = emoji, ["order"] = ++order, ["deleted"] = order == 4,
                ["created_at"] = data.Now - 200 * Day, ["updated_at"] = data.Now - 200 * Day,
            }));
        }
        var admins = data.Admins.All.ToList();
        for (var i = 0; i < 45; i++)
        {
            var admin = admins[i % admins.Count];
            AdminActivityRoutes.Log(
                data, admin, "admin_login_success", $"{admin.Text("name")} successfully logged in.", data.Now - (45 - i) * Day / 2);
        }
    }
}
