using System.Reflection;

namespace Intercom.PowerShell.Tests.Operations;

/// <summary>What the cmdlets' attributes state, held against the facts of the API.</summary>
public class StatedOperationTests
{
    private static IEnumerable<(Type Command, dynamic Operation)> Stated =>
        BuiltModule.Cmdlets.SelectMany(command => BuiltModule.Attributes(command, "Operation").Select(operation => (command, operation)));

    private static ApiOperation FactOf(dynamic operation) =>
        OperationTable.All[OperationTable.KeyOf((string)operation.Method, (string)operation.Path)];

    [Fact]
    public void Each_operation_is_stated_on_a_cmdlet()
    {
        Assert.InRange(OperationTable.All.Count, 150, int.MaxValue);
        var stated = Stated.Select(pair => (string)OperationTable.KeyOf(pair.Operation.Method, pair.Operation.Path)).ToHashSet();
        Assert.Empty(OperationTable.All.Keys.Where(key => !stated.Contains(key)).Order());
    }

    /// <summary>
    /// Required fields that a cmdlet makes of several parameters, or of what is piped; what they look like on the wire is tested to the
    /// letter.
    /// </summary>
    private static readonly HashSet<string> MadeInCode =
    [
        "AddTagCommand name", "RemoveTagCommand name", "NewTicketCommand contacts", "SendMessageCommand to", "SearchContactCommand query",
        "SearchConversationCommand query", "SearchTicketCommand query", "GetContactCommand query",
        "GetConversationCommand query", "GetTicketCommand query",
        "SetExternalPageCommand locale", "SetContentCommand action", "SetContentCommand content_ids", "PublishContentCommand content_ids",
        "UnpublishContentCommand content_ids", "RemoveContentCommand content_ids",
    ];

    [Fact]
    public void Every_required_body_field_is_sent() => Assert.Equal("", string.Join("; ",
        from pair in Stated
        let fact = (ApiOperation)FactOf(pair.Operation)
        where fact.Required.Length > 0 && fact.Required.All(alternative => alternative.Length > 0)
        let sent = BuiltModule.Parameters(pair.Command)
            .SelectMany(parameter => BuiltModule.Attributes(parameter, "Body").Concat(BuiltModule.Attributes(parameter, "ActingAdmin")))
            .Concat(BuiltModule.Attributes(pair.Command, "BodyValue")).Select(field => ((string)field.Name).Split('.')[0]).ToHashSet()
        let missing = fact.Required.Select(alternative =>
            alternative.Where(field => !sent.Contains(field) && !MadeInCode.Contains($"{pair.Command.Name} {field}")).ToArray())
            .MinBy(fields => fields.Length)!
        where missing.Length > 0
        select $"{pair.Command.Name} {string.Join(", ", missing)}"));

    [Fact]
    public void No_cmdlet_states_an_operation_that_does_not_exist() =>
        Assert.All(Stated, stated =>
            Assert.Contains((string)OperationTable.KeyOf(stated.Operation.Method, stated.Operation.Path), OperationTable.All.Keys));

    [Fact]
    public void The_retry_class_is_never_laxer_than_the_operation_bears() => Assert.All(Stated, stated =>
    {
        ApiOperation fact = FactOf(stated.Operation);
        string[] order = ["Safe", "Idempotent", "Once"];
        var allowed = fact.Retry switch { "safe" => "Safe", "idem" => "Idempotent", _ => "Once" };
        Assert.True(Array.IndexOf(order, (string)stated.Operation.Retry.ToString()) >= Array.IndexOf(order, allowed),
            $"{stated.Command.Name}: {fact.Key} is {allowed}, not {stated.Operation.Retry}");
        Assert.Equal(allowed, (string)stated.Operation.Retry.ToString());
    });

    [Fact]
    public void Every_body_field_is_one_that_the_operation_knows() => Assert.All(BuiltModule.Cmdlets, command =>
    {
        var operations = BuiltModule.Attributes(command, "Operation")
            .Where(operation => operation.Method != "GET" && operation.Name is null).Cast<object>().ToList();
        if (operations.Count == 0) return;
        var known = operations.SelectMany(operation => FactOf(operation).Fields.Keys).ToHashSet();
        var sent = BuiltModule.Parameters(command)
            .SelectMany(parameter => BuiltModule.Attributes(parameter, "Body").Concat(BuiltModule.Attributes(parameter, "ActingAdmin")))
            .Concat(BuiltModule.Attributes(command, "BodyValue")).Select(field => ((string)field.Name).Split('.')[0]);
        foreach (var field in sent)
            Assert.True(known.Contains(field),
            $"{command.Name} sends {field}, which {string.Join(" and ", operations.Select(operation => FactOf(operation).Path))} does "
            + $"not know");
    });

    [Fact]
    public void Every_query_key_is_one_that_the_operation_knows() => Assert.All(BuiltModule.Cmdlets, command =>
    {
        var operations = BuiltModule.Attributes(command, "Operation").Cast<object>().ToList();
        var known = operations.SelectMany(operation => FactOf(operation).Query).ToHashSet();
        // The parameter named filter is exploded: its keys are separate parameters of the query.
        if (known.Remove("filter")) known.UnionWith(["user_id", "intercom_user_id", "email"]);
        var sent = BuiltModule.Parameters(command).SelectMany(parameter => BuiltModule.Attributes(parameter, "Query"))
            .Concat(BuiltModule.Attributes(command, "QueryValue")).Select(key => (string)key.Name);
        foreach (var key in sent) Assert.True(known.Contains(key), $"{command.Name} sends ?{key}, which its operations do not know");
    });

    [Fact]
    public void The_version_of_an_operation_is_the_first_that_has_it() => Assert.All(Stated, stated =>
        Assert.Equal(((ApiOperation)FactOf(stated.Operation)).Since, (string?)stated.Operation.Since));

    /// <summary>A request with a parameter that the connection's version does not know would lose it without an error.</summary>
    [Fact]
    public void A_parameter_that_is_newer_than_its_operation_states_its_version() => Assert.All(BuiltModule.Cmdlets, command =>
    {
        var facts = BuiltModule.Attributes(command, "Operation").Cast<object>().Select(operation => FactOf(operation)).ToList();
        // A field that is new in all operations of the cmdlet that have it.
        var newer = facts.SelectMany(fact => fact.Newer).Where(pair => facts.All(fact =>
            fact.Newer.ContainsKey(pair.Key) || !(fact.Fields.ContainsKey(pair.Key) || fact.Query.Contains(pair.Key))))
            .GroupBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.First().Value);
        foreach (var parameter in BuiltModule.Parameters(command))
        {
            var names = BuiltModule.Attributes(parameter, "Body").Concat(BuiltModule.Attributes(parameter, "Query"))
                .Select(wire => ((string)wire.Name).Split('.')[0]);
            var stated = BuiltModule.Attributes(parameter, "Since").Where(since => since.Except is null)
                .Select(since => (string)since.Version).SingleOrDefault();
            foreach (var name in names) Assert.Equal(newer.GetValueOrDefault(name), stated);
        }
    });

    [Fact]
    public void Every_placeholder_is_a_parameter_of_its_cmdlet() => Assert.All(Stated, stated =>
    {
        var names = BuiltModule.Parameters(stated.Command).Select(parameter => parameter.Name).ToHashSet();
        foreach (var part in ((string)stated.Operation.Path).Split('{').Skip(1)) Assert.Contains(part.Split('}')[0], names);
    });

    [Fact]
    public void Lists_page_in_the_shape_that_the_operation_has() => Assert.All(Stated, stated =>
    {
        ApiOperation fact = FactOf(stated.Operation);
        var shape = (string)stated.Operation.Paging.ToString();
        var allowed = fact.Paging switch { "cursor" => new[] { "Cursor", "Search", "Next" }, "page" => ["Page", "None", "Link", "Body"],
            "scroll" => ["Scroll"], "link" => ["Link"], _ => ["None"] };
        Assert.True(allowed.Contains(shape), $"{stated.Command.Name}: {fact.Key} pages by {fact.Paging}, not {shape}");
    });
}
