using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>The sample workspace of a small software company: the same for the same seed, dated back from now.</summary>
internal static class SampleData
{
    private const long Day = 86400;

    public static void Fill(Database data)
    {
        var random = new Random(data.Options.Seed);
        Attributes(data);
        Team(data);
        TicketTypeSamples.States(data);
        if (!data.Options.SampleData) return;
        var more = new MoreSamples(data);
        foreach (var name in SampleText.Tags) TagRoutes.FindOrCreate(data, name);
        Companies(data, random);
        People(data, random);
        ConversationSamples.Fill(data, random);
        Articles(data, random);
        TicketSamples.Fill(data, new Random(data.Options.Seed));
        PeopleSamples.Fill(data);
        ContentSamples.Fill(data);
        CallSamples.Fill(data);
        ConnectorSamples.Fill(data);
        KnowledgeSamples.Fill(data);
        OfficeHoursSamples.Fill(data);
        WholePersonSample.Fill(data);
        more.Fill(data);
        ConversationAttributeSamples.Fill(data);
        MacroSamples.Fill(data);
        SideConversationSamples.Fill(data);
        VoiceSamples.Fill(data);
    }

    private static void Attributes(Database data)
    {
        foreach (var (model, name, type) in SampleText.Attributes)
        {
            var id = data.NextNumber("data_attributes", 801);
            data.Create("data_attributes", id, Shape.Of("data_attribute", new JsonObject
            {
                ["id"] = long.Parse(id, CultureInfo.InvariantCulture), ["model"] = model, ["name"] = name,
                ["full_name"] = "custom_attributes." + name, ["label"] = name.Replace('_', ' '), ["data_type"] = type,
                ["admin_id"] = Database.TokenAdmin, ["created_at"] = data.Now - 400 * Day, ["updated_at"] = data.Now - 400 * Day,
            }));
        }
    }

    private static void Team(Database data)
    {
        string[][] members = [[], []];
        for (var i = 0; i < SampleText.Admins.Length; i++)
        {
            var (name, email, title, team) = SampleText.Admins[i];
            var id = (5001 + i).ToString(CultureInfo.InvariantCulture);
            members[team] = [.. members[team], id];
            data.Create("admins", id, Shape.Of("admin", new JsonObject
            {
                ["id"] = id, ["name"] = name, ["email"] = email, ["job_title"] = title, ["away_mode_enabled"] = i == 4,
                ["team_ids"] = new JsonArray(6001 + team), ["avatar"] = $"https://static.sandbox.invalid/avatars/{id}.png",
                ["team_priority_level"] = new JsonObject
                {
                    ["primary_team_ids"] = new JsonArray(6001 + team), ["secondary_team_ids"] = new JsonArray(),
                },
            }));
        }
        for (var i = 0; i < SampleText.Teams.Length; i++)
        {
            var ids = Lists.Array(members[i].Select(id => (JsonNode)long.Parse(id, CultureInfo.InvariantCulture)));
            var team = (6001 + i).ToString(CultureInfo.InvariantCulture);
            data.Create("teams", team, Shape.Of("team", new JsonObject
            {
                ["id"] = team, ["name"] = SampleText.Teams[i], ["admin_ids"] = ids,
                ["admin_priority_level"] = new JsonObject
                {
                    ["primary_admin_ids"] = ids.DeepClone(), ["secondary_admin_ids"] = new JsonArray(),
                },
            }));
        }
    }

    private static void Companies(Database data, Random random)
    {
        foreach (var (name, industry) in SampleText.Companies)
        {
            var plan = SampleText.Plans[random.Next(SampleText.Plans.Length)];
            var id = data.NextHex("companies");
            var created = data.Now - random.Next(200, 900) * Day;
            var slug = name.ToLowerInvariant().Replace(' ', '-');
            var company = data.Create("companies", id, Shape.Of("company", new JsonObject
            {
                ["company_id"] = slug, ["id"] = id, ["app_id"] = data.WorkspaceId, ["name"] = name, ["created_at"] = created,
                ["updated_at"] = data.Now - random.Next(1, 60) * Day,
                ["last_request_at"] = data.Now - random.Next(0, 20 * (int)Day),
                ["monthly_spend"] = random.Next(20, 900) * 10, ["session_count"] = random.Next(5, 4000),
                ["size"] = random.Next(2, 300) * 5, ["website"] = $"https://www.{slug}.example",
                ["industry"] = industry,
                ["plan"] = CompanyRoutes.Plan(plan),
                ["custom_attributes"] = new JsonObject { ["paid_subscriber"] = plan != "free" },
            }));
            company.Fields["remote_created_at"] = created - 30 * Day;
        }
    }

    private static void People(Database data, Random random)
    {
        var companies = data.Companies.All.ToList();
        var tags = data.Tags.All.ToList();
        for (var i = 0; i < SandboxOptions.FewestContacts; i++)
        {
            var lead = i % 5 == 4;
            var contact = ContactRoutes.Make(data, lead ? "lead" : "user");
            var company = companies[random.Next(companies.Count)];
            var first = SampleText.FirstNames[random.Next(SampleText.FirstNames.Length)];
            var last = SampleText.LastNames[random.Next(SampleText.LastNames.Length)];
            var created = data.Now - random.Next(1, 540) * Day - random.Next((int)Day);
            var seen = Math.Min(data.Now - 60, created + (long)(random.NextDouble() * (data.Now - created)));
            var fields = contact.Fields;
            fields["name"] = $"{first} {last}";
            if (!(lead && i % 15 == 4)) fields["email"] = $"{first}.{last}{i}@{company.Text("company_id")}.example".ToLowerInvariant();
            fields["email_domain"] = fields["email"] is null ? null : $"{company.Text("company_id")}.example";
            if (!lead) fields["external_id"] = $"user-{i + 1}";
            if (random.Next(3) == 0) fields["phone"] = $"+44 20 7946 {random.Next(0, 1000):D4}";
            fields["created_at"] = created;
            fields["updated_at"] = seen;
            fields["signed_up_at"] = lead ? null : created;
            fields["last_seen_at"] = seen;
            fields["browser"] = random.Next(2) == 0 ? "chrome" : "firefox";
            fields["os"] = random.Next(2) == 0 ? "Windows 11" : "macOS";
            var (city, region, country) = SampleText.Places[random.Next(SampleText.Places.Length)];
            var location = fields["location"]!;
            (location["country"], location["region"], location["city"]) = (country, region, city);
            fields["custom_attributes"] = lead
                ? new JsonObject()
                : new JsonObject
                {
                    ["plan"] = SampleText.Plans[random.Next(SampleText.Plans.Length)], ["seats"] = random.Next(1, 40),
                    ["trial"] = random.Next(4) == 0, ["signup_date"] = created,
                };
            if (i % 7 == 0) fields["owner_id"] = 5001 + random.Next(SampleText.Admins.Length);
            if (!lead) contact.Linked("companies").Add(company.Id);
            foreach (var tag in tags)
            {
                // One contact has every tag, so that one list has more than ten entries.
                if (i == 0 || random.Next(14) == 0) contact.Linked("tags").Add(tag.Id);
            }
            for (var days = random.Next(4); days > 0; days--)
            {
                EventRoutes.Record(
                    data,
                    contact,
                    SampleText.Events[random.Next(SampleText.Events.Length)],
                    data.Now - random.Next(1, 80) * Day - i,
                    new JsonObject { ["source"] = "web" });
            }
            if (random.Next(10) == 0)
            {
                NoteRoutes.MakeNote(
                    data, contact, data.Admins.Find("5002")!, SampleText.Notes[random.Next(SampleText.Notes.Length)], seen);
            }
        }
    }

    private static void Articles(Database data, Random random)
    {
        for (var i = 0; i < SampleText.Articles.Length; i++)
        {
            var id = data.NextNumber("articles", 9001);
            var title = SampleText.Articles[i];
            var created = data.Now - random.Next(30, 700) * Day;
            var draft = i % 6 == 5;
            var article = data.Create("articles", id, Shape.Of("article", new JsonObject
            {
                ["id"] = id, ["workspace_id"] = data.WorkspaceId, ["title"] = title,
                ["description"] = $"How it works: {title.ToLowerInvariant()}.",
                ["body"] = $"<h2>{title}</h2><p>Open Settings, choose what you need, and save.</p>",
                ["author_id"] = 5001 + i % SampleText.Admins.Length, ["state"] = draft ? "draft" : "published",
                ["created_at"] = created, ["updated_at"] = created + random.Next(1, 29) * Day,
                ["url"] = draft ? null : $"https://help.sandbox.invalid/en/articles/{id}",
            }));
            var statistics = article.Fields["statistics"]!;
            (statistics["views"], statistics["conversions"], statistics["reactions"]) = (
                random.Next(2000), random.Next(20), random.Next(60));
            (statistics["happy_reaction_percentage"], statistics["neutral_reaction_percentage"]) = (70, 20);
            statistics["sad_reaction_percentage"] = 10;
        }
        foreach (var (title, text) in SampleText.InternalArticles)
        {
            var id = data.NextNumber("internal_articles", 9501);
            data.Create("internal_articles", id, Shape.Of("internal_article", new JsonObject
            {
                ["id"] = id, ["title"] = title, ["body"] = $"<p>{text}</p>", ["owner_id"] = 5001, ["author_id"] = 5002,
                ["created_at"] = data.Now - 90 * Day, ["updated_at"] = data.Now - 30 * Day,
            }));
        }
    }
}
