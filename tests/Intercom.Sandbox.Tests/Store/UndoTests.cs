using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Tests;

/// <summary>A call is executed completely or not at all: the changes of a failing handler are undone, wherever it failed.</summary>
public class UndoTests
{
    private readonly Database _data = new(new SandboxOptions());
    private readonly Router _router = new();
    private readonly Entity _contact;

    public UndoTests()
    {
        _contact = _data.Create(
            "contacts",
            "c1",
            JsonNode.Parse(
                """
                {"name":"Ada","email":null,"seats":3,"custom_attributes":{"plan":"gold","list":[1,{"deep":"kept"}]},
                 "emails":["a@x.example"]}
                """)!.AsObject());
        _contact.Linked("tags").AddRange(["t1", "t2"]);
        _contact.SearchableFrom = DateTimeOffset.UnixEpoch;
        _data.Create("tags", "t1", new JsonObject { ["name"] = "VIP" });
        _data.NextNumber("tags", 71);
    }

    public static TheoryData<string> Changes => new(All.Keys.ToArray());

    private static readonly System.Collections.Generic.Dictionary<string, Action<Database, Entity>> All = new()
    {
        ["an object is made"] = (data, _) => data.Create("notes", "n1", []),
        ["an object is removed"] = (data, contact) => data.Contacts.Remove(contact),
        ["an object is replaced under its id"] = (data, _) => data.Create("contacts", "c1", new JsonObject { ["name"] = "Other" }),
        ["an object is made and removed"] = (data, _) => data.Contacts.Remove(data.Create("contacts", "c2", [])),
        ["an object is removed and made again"] = (data, contact) =>
        {
            data.Contacts.Remove(contact);
            data.Create("contacts", "c1", []).Fields["name"] = "Again";
        },
        ["a field is set"] = (_, contact) => contact.Fields["name"] = "Changed",
        ["a field is set twice"] = (_, contact) =>
        {
            contact.Fields["name"] = "One";
            contact.Fields["name"] = "Two";
        },
        ["a field that was null is set"] = (_, contact) => contact.Fields["email"] = "ada@x.example",
        ["a field is cleared"] = (_, contact) => contact.Fields["name"] = null,
        ["a field is added"] = (_, contact) => contact.Fields["phone"] = "1",
        ["a field is removed"] = (_, contact) => contact.Fields.Remove("name"),
        ["an object in a field is changed in place"] = (_, contact) => contact.Fields["custom_attributes"]!["plan"] = "free",
        [
            "what is deep in a field is changed in place"] = (_,
            contact) => contact.Fields["custom_attributes"]!["list"]![1]!["deep"] = "lost",
        ["a list in a field grows"] = (_, contact) => contact.Fields["emails"]!.AsArray().Add("b@x.example"),
        ["a list in a field is changed, then replaced"] = (_, contact) =>
        {
            contact.Fields["emails"]!.AsArray().Clear();
            contact.Fields["emails"] = new JsonArray("other");
        },
        ["a field is replaced, then the new value is changed"] = (_, contact) =>
        {
            contact.Fields["custom_attributes"] = new JsonObject { ["plan"] = "new" };
            contact.Fields["custom_attributes"]!["plan"] = "newer";
        },
        ["fields are handed on as JSON and changed"] = (_, contact) => Store.Changes.Take(
            contact.Fields,
            new JsonObject { ["name"] = "Taken", ["phone"] = "2", ["custom_attributes"] = null },
            "name",
            "phone",
            "custom_attributes"),
        ["a field is set, then fields are handed on and changed"] = (_, contact) =>
        {
            contact.Fields["name"] = "Set";
            JsonObject fields = contact.Fields;
            fields.Clear();
            contact.Fields["seats"] = 9;
        },
        ["a field is changed while all are walked"] = (_, contact) =>
        {
            foreach (var field in contact.Fields.ToList())
            {
                if (field.Value is JsonArray list) list.Add("more");
            }
        },
        ["links are added, removed and begun"] = (_, contact) =>
        {
            contact.Linked("tags").Add("t3");
            contact.Linked("tags").RemoveAt(0);
            contact.Linked("companies").Add("k1");
        },
        ["the moment from which it is found moves"] = (_, contact) => contact.SearchableFrom = DateTimeOffset.MaxValue,
        ["a number is given out"] = (data, _) => data.NextNumber("tags", 71),
        ["a first number is given out"] = (data, _) => data.NextNumber("teams", 1),
        ["a hexadecimal id is given out"] = (data, _) => data.NextHex("contacts"),
        ["an object of a new kind is made"] = (data, _) => data.Create("brand new", "b1", []),
        ["much at once"] = (data, contact) =>
        {
            for (var i = 0; i < 50; i++)
            {
                var made = data.Create("contacts", data.NextHex("contacts"), new JsonObject { ["n"] = i });
                made.Linked("tags").Add("t1");
                contact.Fields["n" + i] = i;
                if (i % 3 == 0) data.Contacts.Remove(made);
            }
        },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_call_that_throws_leaves_nothing_behind(string change)
    {
        var before = State();
        _router.Add("POST", "do", call =>
        {
            All[change](call.Data, _contact);
            // Ensures that there is a change. Otherwise this would prove nothing.
            Assert.NotEqual(before, State());
            throw new SandboxError(422, "too_late", "It fails at its end.");
        });
        Assert.Throws<SandboxError>(() => Do());
        Assert.Equal(before, State());
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_call_that_answers_with_an_error_leaves_nothing_behind(string change)
    {
        var before = State();
        _router.Add("POST", "do", call =>
        {
            All[change](call.Data, _contact);
            return Reply.With(409, new JsonObject());
        });
        Do();
        Assert.Equal(before, State());
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_call_that_succeeds_has_its_effect_and_the_next_one_that_fails_does_not_take_it_back(string change)
    {
        var before = State();
        var fail = false;
        _router.Add("POST", "do", call =>
        {
            if (fail) throw new InvalidOperationException("It fails at its beginning.");
            All[change](call.Data, _contact);
            return Reply.Empty(200);
        });
        Do();
        var after = State();
        Assert.NotEqual(before, after);
        fail = true;
        Assert.Throws<InvalidOperationException>(() => Do());
        Assert.Equal(after, State());
    }

    [Fact]
    public void What_is_taken_back_can_be_changed_again()
    {
        var fail = true;
        _router.Add("POST", "do", call =>
        {
            _contact.Fields["custom_attributes"]!["plan"] = "free";
            _contact.Linked("tags").Add("t9");
            return fail ? throw new FormatException("Midway.") : Reply.Empty(200);
        });
        Assert.Throws<FormatException>(() => Do());
        Assert.Equal("gold", _contact.Fields["custom_attributes"]!["plan"]!.ToString());
        fail = false;
        Do();
        Assert.Equal("free", _contact.Fields["custom_attributes"]!["plan"]!.ToString());
        Assert.Equal(["t1", "t2", "t9"], _contact.Linked("tags"));
    }

    [Fact]
    public void Looking_through_many_objects_keeps_none_of_them()
    {
        for (var i = 0; i < 1000; i++)
        {
            _data.Create("contacts", "x" + i, new JsonObject { ["email"] = i + "@x.example", ["archived"] = null });
        }
        _router.Add("POST", "do", call =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(
                1000, call.Data.Contacts.All.Count(contact => contact.Fields["archived"] is null && contact.Text("email") is not null));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
            return Reply.Empty(200);
        });
        Do();
    }

    private Reply Do() =>
        _router.Answer(new SandboxRequest("POST", "/do", "", null, new System.Collections.Generic.Dictionary<string, string>()), _data);

    /// <summary>
    /// All that the store holds, in one text: objects in their order with fields and links, the numbers given out, the place of the
    /// next object.
    /// </summary>
    private string State() =>
        $"{string.Join(",", _data.Numbers.OrderBy(number => number.Key, StringComparer.Ordinal))} {_data.Sequence}\n"
            + string.Join("\n", _data.Kinds.Order(StringComparer.Ordinal).SelectMany(kind =>
                _data.Table(kind).All.Select(entity => State(kind, entity))));

    private string State(string kind, Entity entity)
    {
        var links = new[] { "tags", "companies" }.Select(link => link + "=" + string.Join(",", entity.Linked(link)));
        return $"{kind} {entity.Id} {entity.Sequence} {entity.SearchableFrom:O} {Sorted(entity.Fields.DeepClone())} "
            + $"{string.Join(" ", links)} found={_data.Table(kind).Find(entity.Id) == entity}";
    }

    private static string Sorted(JsonObject fields) =>
        string.Join(";", fields.OrderBy(field =>
            field.Key, StringComparer.Ordinal).Select(field => field.Key + "=" + (field.Value?.ToJsonString() ?? "null")));
}
