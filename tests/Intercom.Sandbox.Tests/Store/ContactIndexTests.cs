using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Tests;

/// <summary>The index of contacts finds what a look at all of them finds, whatever was changed, undone or deleted before.</summary>
public sealed class ContactIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_finds_what_a_look_at_all_finds(int seed)
    {
        var random = new Random(seed);
        var data = new Database(new SandboxOptions { SampleData = false });
        string? Word(string kind) => random.Next(6) is var number and > 0 ? $"{kind}{number}" : null;
        for (var step = 0; step < 400; step++)
        {
            var accepted = random.Next(4) > 0;
            data.Undo.Run(() => Change(data, random, Word), _ => accepted);
            // Some changes are looked at one by one, some together.
            if (random.Next(3) == 0) Compare(data);
        }
        Compare(data);
    }

    [Fact]
    public void A_search_leaves_the_index_alone()
    {
        var data = new Database(new SandboxOptions());
        Seed.SampleData.Fill(data);
        var touched = 0;
        data.Contacts.Touched += _ => touched++;
        var search = new SandboxRequest(
            "POST", "/contacts/search", "",
            """
            {"query":{"operator":"AND","value":[{"field":"custom_attributes.plan","operator":"!=","value":"x"},
             {"field":"location.city","operator":"!=","value":"x"}]},"sort":{"field":"name","order":"ascending"} }
            """,
            new Dictionary<string, string>());
        var router = new Router();
        AllRoutes.Add(router);
        Assert.Equal(200, router.Answer(search, data).Status);
        Assert.Equal(0, touched);
        // A change is noticed all the same.
        data.Contacts.All.First().Fields["name"] = "Other";
        Assert.Equal(1, touched);
    }

    private static bool Change(Database data, Random random, Func<string, string?> word)
    {
        var contacts = data.Contacts.All.ToList();
        var contact = contacts.Count == 0 || random.Next(4) == 0
            ? ContactRoutes.Make(data, "user")
            : contacts[random.Next(contacts.Count)];
        switch (random.Next(6))
        {
            case 0:
                data.Contacts.Remove(contact);
                break;
            case 1:
                contact.Fields["archived"] = true;
                break;
            case 2:
                contact.Fields.Remove("archived");
                break;
            case 3:
                contact.Fields["external_id"] = word("e");
                // A look in the middle of a call must not make the index forget that the call can be undone.
                Compare(data);
                break;
            default:
                Changes.Take(
                    contact.Fields, new JsonObject { ["external_id"] = word("e"), ["email"] = word("M") }, "external_id", "email");
                break;
        }
        return true;
    }

    private static void Compare(Database data)
    {
        var all = data.Contacts.All.ToList();
        Assert.Equal(Enumerable.Reverse(all).Where(contact => contact.Text("archived") is null), data.People.Living);
        for (var number = 1; number < 6; number++)
        {
            Assert.Equal(all.Where(contact => contact.Text("external_id") == $"e{number}"), data.People.ByExternalId($"e{number}"));
            Assert.Equal(all.Where(contact => contact.Text("email") == $"M{number}"), data.People.ByEmail($"m{number}"));
        }
        Assert.Empty(data.People.ByExternalId(null));
        Assert.Empty(data.People.ByEmail(""));
    }
}
