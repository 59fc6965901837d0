using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Seed;
using Intercom.Sandbox.Store;
using Microsoft.Extensions.Time.Testing;

namespace Intercom.Sandbox.Tests;

/// <summary>
/// A workspace with more contacts and conversations than are made one by one. Its objects are made when they are looked at.
/// </summary>
public sealed class LargeWorkspaceTests
{
    private const int Contacts = 1000;
    private const int Conversations = 700;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly Database _data;
    private readonly Router _router = new();
    private readonly long _first;

    public LargeWorkspaceTests()
    {
        _data = Fill(Contacts, Conversations);
        _first = _data.Contacts.All.First().Sequence;
        AllRoutes.Add(_router);
    }

    [Fact]
    public void A_million_contacts_and_conversations_are_there_at_once()
    {
        var data = Fill(SandboxOptions.MostObjects, SandboxOptions.MostObjects);
        Assert.Equal((1_000_000, 1_000_000), (data.Contacts.Count, data.Conversations.Count));
        // Only those that every workspace has are made.
        Assert.Equal((250, 120), (data.Contacts.Made.Count(), data.Conversations.Made.Count()));
        Assert.Equal((0, 0), (data.Contacts.Looks, data.Conversations.Looks));
    }

    [Theory]
    [InlineData(249, 120)]
    [InlineData(250, 119)]
    [InlineData(1_000_001, 120)]
    [InlineData(250, -1)]
    public void Other_numbers_are_refused(int contacts, int conversations) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new SandboxWorkspace(new SandboxOptions { Contacts = contacts, Conversations = conversations }));

    [Fact]
    public void A_list_shows_each_object_once_and_each_is_found_by_its_id()
    {
        var contacts = Walk("contacts", "data", "created_at");
        Assert.Equal(Contacts, contacts.Select(contact => contact["id"]!.ToString()).Distinct().Count());
        Assert.All(contacts, contact => Assert.Equal(
            contact.ToJsonString(), Get($"contacts/{contact["id"]}").ToJsonString()));
        var conversations = Walk("conversations", "conversations", "updated_at");
        Assert.Equal(Conversations, conversations.Select(item => item["id"]!.ToString()).Distinct().Count());
        var times = conversations.Select(item => item["updated_at"]!.GetValue<long>()).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(Contacts - 250, _data.Contacts.Count - _data.Contacts.Made.Count());
    }

    [Fact]
    public void The_same_workspace_has_the_same_objects_whatever_was_read_before()
    {
        var other = Fill(Contacts, Conversations);
        // From the last to the first, and each read alone.
        foreach (var contact in _data.Contacts.All.Reverse())
        {
            Assert.Equal(contact.Fields.DeepClone().ToJsonString(), other.Contacts.Find(contact.Id)!.Fields.DeepClone().ToJsonString());
        }
        Assert.NotEqual(
            _data.Contacts.All.First().Fields.DeepClone().ToJsonString(),
            Fill(Contacts, Conversations, seed: 7).Contacts.All.First().Fields.DeepClone().ToJsonString());
    }

    [Fact]
    public void A_field_that_is_read_alone_is_the_field_of_the_whole()
    {
        foreach (var table in new[] { _data.Contacts, _data.Conversations, _data.Table("parts") })
        {
            foreach (var entity in table.All.Take(300))
            {
                var whole = entity.Fields.DeepClone();
                _data.Undo.Reading(() =>
                {
                    foreach (var field in whole) Assert.Equal(field.Value?.ToJsonString(), entity.Fields[field.Key]?.ToJsonString());
                    return true;
                });
            }
        }
    }

    [Fact]
    public void A_conversation_has_what_the_others_have()
    {
        var conversation = Get("conversations/100300");
        var usual = Get("conversations/100001");
        Assert.Equal(Names(usual), Names(conversation));
        var parts = conversation["conversation_parts"]!["conversation_parts"]!.AsArray();
        Assert.Equal(3, parts.Count);
        Assert.Equal(Names(usual["conversation_parts"]!["conversation_parts"]![0]!), Names(parts[0]!));
        Assert.Equal(conversation["updated_at"]!.GetValue<long>(), parts[2]!["created_at"]!.GetValue<long>());
        Assert.Equal(3, conversation["statistics"]!["count_conversation_parts"]!.GetValue<int>());
        // Its contact exists, and says what the conversation says of it.
        var contact = Get($"contacts/{conversation["contacts"]!["contacts"]![0]!["id"]}");
        Assert.Equal(contact["name"]!.ToString(), conversation["source"]!["author"]!["name"]!.ToString());
        Assert.Equal(contact["external_id"]?.ToString(), conversation["contacts"]!["contacts"]![0]!["external_id"]?.ToString());
    }

    [Theory]
    [InlineData("contacts", "data", """{"field":"role","operator":"=","value":"lead"}""")]
    [InlineData("contacts", "data", """{"field":"custom_attributes.plan","operator":"=","value":"pro"}""")]
    [InlineData("contacts", "data", """{"field":"created_at","operator":">","value":"1760000000"}""")]
    [InlineData("contacts", "data", """{"field":"tag_id","operator":"=","value":"7001"}""")]
    [InlineData("conversations", "conversations", """{"field":"state","operator":"=","value":"open"}""")]
    [InlineData("conversations", "conversations", """{"field":"source.body","operator":"~","value":"invoice"}""")]
    public void A_search_looks_at_each_object_once_for_all_pages(string resource, string items, string query)
    {
        var table = _data.Table(resource);
        var all = table.All.Count();
        Assert.Equal(0, table.Looks);
        var found = Search(resource, items, query, perPage: 20);
        Assert.Equal(all, table.Looks);
        Assert.InRange(found.Count, 41, all - 1);
        Assert.Equal(found.Count, found.Select(item => item["id"]!.ToString()).Distinct().Count());
        // Another walk looks at nothing.
        Search(resource, items, query, perPage: 20);
        Assert.Equal(all, table.Looks);
    }

    [Fact]
    public void A_search_for_an_id_or_an_address_looks_at_what_it_names_only()
    {
        var contact = Get($"contacts/{_data.Contacts.All.First().Id}");
        var before = _data.Contacts.Looks;
        foreach (var field in new[] { "email", "external_id", "id" })
        {
            var value = contact[field]!.ToString().ToUpperInvariant();
            Assert.Equal(contact["id"]!.ToString(), Search(
                "contacts", "data", $$"""{"field":"{{field}}","operator":"=","value":"{{value}}"}""").Single()["id"]!.ToString());
            Assert.Empty(Search("contacts", "data", $$"""
                {"operator":"AND","value":[{"field":"{{field}}","operator":"IN","value":["{{value}}"]},
                {"field":"name","operator":"=","value":"nobody"}]}
                """));
        }
        // Once for the addresses of all contacts, which are kept, and not for each search.
        Assert.Equal(before + Contacts, _data.Contacts.Looks);
        var ids = $$"""{"field":"contact_ids","operator":"=","value":"{{contact["id"]}}"}""";
        var wanted = _data.Conversations.Where(item => item.Links("contacts").Contains(contact["id"]!.ToString())).Select(item => item.Id);
        Assert.Equal(wanted.Order(), Search("conversations", "conversations", ids).Select(item => item["id"]!.ToString()).Order());
    }

    [Fact]
    public void What_is_kept_agrees_with_a_look_at_everything_whatever_is_changed_or_undone()
    {
        var random = new Random(4);
        for (var step = 0; step < 300; step++)
        {
            var accepted = random.Next(4) > 0;
            _data.Undo.Run(() => Change(random), _ => accepted);
            if (step % 20 == 0) Compare();
        }
        Compare();
        Assert.InRange(_data.Contacts.Made.Count(), 300, 700);
    }

    [Fact]
    public void A_contact_that_is_hidden_from_searches_appears_when_its_time_has_come()
    {
        var data = new Database(new SandboxOptions { Time = _time, SearchDelay = TimeSpan.FromMinutes(1) });
        SampleData.Fill(data);
        int Found() => _router.Answer(
            Request("POST", "contacts/search", """{"query":{"field":"role","operator":"=","value":"lead"}}"""), data)
            .Json!["total_count"]!.GetValue<int>();
        var before = Found();
        Assert.Equal(200, _router.Answer(Request("POST", "contacts", """{"role":"lead"}"""), data).Status);
        Assert.Equal(before, Found());
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(before + 1, Found());
    }

    [Fact]
    public void A_tag_that_is_deleted_is_gone_from_objects_that_were_never_read()
    {
        Assert.Contains(_data.Contacts.All.Take(700), contact => contact.Links("tags").Contains("7001"));
        Assert.Equal(200, _router.Answer(Request("DELETE", "tags/7001", null), _data).Status);
        Assert.DoesNotContain(_data.Contacts.All, contact => contact.Links("tags").Contains("7001"));
        Assert.DoesNotContain(_data.Conversations.All, item => item.Links("tags").Contains("7001"));
    }

    [Fact]
    public void The_users_of_a_company_are_counted_with_those_that_were_never_read()
    {
        var company = Get("companies", "per_page=1")["data"]![0]!;
        var users = _data.Contacts.Where(contact => contact.Links("companies").Contains(company["id"]!.ToString())).Count;
        Assert.Equal(users, company["user_count"]!.GetValue<int>());
        Assert.Equal(users, Get($"companies/{company["id"]}/contacts")["total_count"]!.GetValue<int>());
        Assert.True(users > 30);
    }

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(field => field.Key).Order();

    private static SandboxRequest Request(string method, string path, string? body, string query = "") =>
        new(method, "/" + path, query, body, new Dictionary<string, string>());

    private Database Fill(int contacts, int conversations, int seed = 2014)
    {
        var data = new Database(new SandboxOptions { Time = _time, Contacts = contacts, Conversations = conversations, Seed = seed });
        SampleData.Fill(data);
        return data;
    }

    private JsonNode Get(string path, string query = "")
    {
        var answer = _router.Answer(Request("GET", path, null, query), _data);
        Assert.Equal(200, answer.Status);
        return answer.Json!;
    }

    private List<JsonNode> Walk(string path, string items, string time)
    {
        var found = new List<JsonNode>();
        var query = "per_page=150";
        while (true)
        {
            var page = Get(path, query);
            found.AddRange(page[items]!.AsArray().Select(item => item!));
            Assert.All(page[items]!.AsArray(), item => Assert.InRange(
                item![time]!.GetValue<long>(), 1_600_000_000, _time.GetUtcNow().ToUnixTimeSeconds()));
            if (page["pages"]!["next"]?["starting_after"] is not { } next) return found;
            query = "per_page=150&starting_after=" + Uri.EscapeDataString(next.ToString());
        }
    }

    private List<JsonNode> Search(string resource, string items, string query, int perPage = 150)
    {
        var found = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var body = new JsonObject { ["query"] = JsonNode.Parse(query), ["pagination"] = new JsonObject { ["per_page"] = perPage } };
            if (cursor is not null) body["pagination"]!["starting_after"] = cursor;
            var answer = _router.Answer(Request("POST", $"{resource}/search", body.ToJsonString()), _data);
            Assert.Equal(200, answer.Status);
            found.AddRange(answer.Json![items]!.AsArray().Select(item => item!));
            cursor = answer.Json["pages"]!["next"]?["starting_after"]?.ToString();
        }
        while (cursor is not null);
        return found;
    }

    private bool Change(Random random)
    {
        var contact = _data.Contacts.At(_first + random.Next(Contacts - 250)) ?? _data.Contacts.Last!;
        switch (random.Next(7))
        {
            case 0:
                _data.Contacts.Remove(contact);
                break;
            case 1:
                contact.Fields["archived"] = true;
                break;
            case 2:
                contact.Fields["custom_attributes"]!["plan"] = "pro";
                break;
            case 3:
                contact.Linked("tags").Add("7003");
                break;
            case 4:
                contact.Linked("companies").Clear();
                break;
            case 5:
                ContactRoutes.Make(_data, "lead");
                break;
            default:
                contact.Fields["external_id"] = "changed-" + random.Next(9);
                contact.Fields["role"] = random.Next(2) == 0 ? "user" : "lead";
                break;
        }
        return true;
    }

    private void Compare()
    {
        var all = _data.Contacts.All.Select(contact => (
            contact.Id, Plan: contact.Fields.DeepClone()["custom_attributes"]?["plan"]?.ToString(), Tags: contact.Links("tags").ToArray(),
            Companies: contact.Links("companies").ToArray(), External: contact.Text("external_id"), Archived: contact.Text("archived")))
            .ToList();
        Assert.Equal(all.Count, _data.Contacts.Count);
        Assert.Equal(all.Where(contact => contact.Archived is null).Select(contact => contact.Id).Reverse(),
            _data.People.Living.Select(contact => contact.Id));
        Assert.Equal(all.Where(contact => contact.External == "changed-3").Select(contact => contact.Id),
            _data.People.ByExternalId("changed-3").Select(contact => contact.Id));
        var company = _data.Companies.All.First().Id;
        Assert.Equal(all.Where(contact => contact.Companies.Contains(company)).Select(contact => contact.Id),
            _data.ContactsOfCompanies.Find(company).Select(contact => contact.Id));
        Assert.Equal(all.Where(contact => contact.Plan == "pro").Select(contact => contact.Id).Order(), Search(
            "contacts", "data", """{"field":"custom_attributes.plan","operator":"=","value":"pro"}""")
            .Select(contact => contact["id"]!.ToString()).Order());
        Assert.Equal(all.Where(contact => contact.Tags.Contains("7003")).Select(contact => contact.Id).Order(), Search(
            "contacts", "data", """{"field":"tag_id","operator":"=","value":"7003"}""")
            .Select(contact => contact["id"]!.ToString()).Order());
    }
}
