using System.Text.RegularExpressions;
using Intercom.Sandbox.Resources;

namespace Intercom.Sandbox.Tests;

/// <summary>What a token without a scope and a plan without a feature may not do.</summary>
public sealed class AccessTests
{
    [Fact]
    public void Each_rule_is_of_an_operation_that_exists()
    {
        var router = new Router();
        AllRoutes.Add(router);
        Assert.Empty(Access.Operations.Except(router.Routes));
    }

    [Fact]
    public async Task A_scope_that_is_missing_refuses_its_operations_and_no_others()
    {
        var workspace = new Workspace(time => new SandboxOptions { Time = time, MissingScopes = ["read conversations", "Write tags"] });
        foreach (var (method, address) in new[] { ("GET", "/conversations"), ("GET", "/conversations/100001"), ("POST", "/tags") })
        {
            var answer = await workspace.Call(method, address, new JsonObject { ["name"] = "New" });
            Assert.Equal(401, answer.Status);
            Assert.Equal("token_unauthorized", answer.Json!["errors"]![0]!["code"]!.ToString());
            Assert.Equal("Not authorized to access resource", answer.Json["errors"]![0]!["message"]!.ToString());
        }
        Assert.DoesNotContain((await workspace.Get("/tags")).Json!["data"]!.AsArray(), tag => tag!["name"]!.ToString() == "New");
        Assert.Equal(200, (await workspace.Post(
            "/conversations/100001/reply", """{"message_type":"note","type":"admin","admin_id":"5001","body":"x"}""")).Status);
        Assert.Equal(200, (await workspace.Get("/me")).Status);
    }

    [Fact]
    public async Task One_of_several_scopes_of_an_operation_is_enough()
    {
        var one = new Workspace(time => new SandboxOptions { Time = time, MissingScopes = ["Read and list users and companies"] });
        Assert.Equal(200, (await one.Get($"/contacts/{await FirstContact()}")).Status);
        Assert.Equal(401, (await one.Get("/companies")).Status);
        var two = new Workspace(time => new SandboxOptions
        {
            Time = time, MissingScopes = ["Read and list users and companies", "Read and write users", "Read one user and one company"],
        });
        Assert.Equal(401, (await two.Get($"/contacts/{await FirstContact()}")).Status);

        static Task<string> FirstContact() => new Workspace().FirstContact();
    }

    [Theory]
    [InlineData("Conversations", "GET", "/conversations", 403, "api_plan_restricted", "Active subscription needed.")]
    [InlineData("conversations", "DELETE", "/tickets/300001", 403, "api_plan_restricted", "Active subscription needed.")]
    [InlineData("News", "GET", "/news/newsfeeds", 404, "not_found", "Resource Not Found")]
    public async Task A_feature_that_is_missing_refuses_its_operations(
        string feature, string method, string address, int status, string code, string message)
    {
        var workspace = new Workspace(time => new SandboxOptions { Time = time, MissingFeatures = [feature] });
        var answer = await workspace.Call(method, address);
        Assert.Equal(
            (status, code, message),
            (answer.Status, answer.Json!["errors"]![0]!["code"]!.ToString(), answer.Json["errors"]![0]!["message"]!.ToString()));
        Assert.Equal(200, (await workspace.Call("POST", "/tickets/search", JsonNode.Parse(
            """{"query":{"field":"open","operator":"=","value":true}}"""))).Status);
        Assert.Equal(200, (await new Workspace().Call(method, address)).Status);
    }

    /// <summary>Where Intercom's description shows the refusal, it is the one that the sandbox has.</summary>
    [Fact]
    public void The_restricted_operations_are_those_of_the_description()
    {
        var description = Described.Description.Load("2.14");
        Assert.SkipWhen(description is null, "Intercom's description of the API is not here.");
        var described = description.Operations.Where(operation => description.ExamplesOf(operation, 403)
            .Any(example => example["errors"]![0]!["code"]!.ToString() == "api_plan_restricted"));
        Assert.Equal(
            described.Select(operation => Regex.Replace(operation.Replace(" /", " ", StringComparison.Ordinal), "{[^}]*}", "{}")).Order(),
            Access.OperationsOf("Conversations").Order());
    }

    [Fact]
    public void A_name_that_no_rule_knows_is_refused()
    {
        Assert.Contains("'read everything' is not a scope", Assert.Throws<ArgumentException>(
            () => new SandboxWorkspace(new SandboxOptions { MissingScopes = ["read everything"] })).Message, StringComparison.Ordinal);
        Assert.Contains("'Fin' is not a feature", Assert.Throws<ArgumentException>(
            () => new SandboxWorkspace(new SandboxOptions { MissingFeatures = ["Fin"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_has_the_id_and_the_name_of_its_options()
    {
        var workspace = new Workspace(time => new SandboxOptions { Time = time, WorkspaceId = "abc123", WorkspaceName = "Rehearsal" });
        var app = (await workspace.Get("/me")).Json!["app"]!;
        Assert.Equal(("abc123", "Rehearsal"), (app["id_code"]!.ToString(), app["name"]!.ToString()));
    }
}
