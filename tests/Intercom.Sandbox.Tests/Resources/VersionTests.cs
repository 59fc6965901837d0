using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Tests;

/// <summary>An operation exists from its version on, and versions are compared as numbers.</summary>
public sealed class VersionTests
{
    private readonly Router _router = new();

    public VersionTests()
    {
        _router.Add("GET", "widgets", _ => new JsonObject(), since: "2.16");
        _router.Add("GET", "drafts", _ => new JsonObject(), since: "Preview");
    }

    [Theory]
    [InlineData("widgets", "2.16")]
    [InlineData("widgets", "2.17")]
    [InlineData("widgets", "Preview")]
    [InlineData("drafts", "Preview")]
    [InlineData("drafts", "Unstable")]
    public void An_operation_of_the_version_answers(string path, string version) => Assert.Equal(200, Get(path, version).Status);

    [Theory]
    [InlineData("widgets", "2.15")]
    [InlineData("widgets", "2.9")]
    [InlineData("widgets", null)]
    [InlineData("drafts", "2.17")]
    public void An_operation_that_is_newer_than_the_request_is_refused(string path, string? version)
    {
        var refusal = Assert.Throws<SandboxError>(() => Get(path, version));
        Assert.Equal((400, "intercom_version_invalid"), (refusal.Status, refusal.Code));
    }

    private Reply Get(string path, string? version)
    {
        var headers = new Dictionary<string, string>();
        if (version is not null) headers["Intercom-Version"] = version;
        return _router.Answer(new SandboxRequest("GET", path, "", null, headers), new Database(new SandboxOptions()));
    }
}
