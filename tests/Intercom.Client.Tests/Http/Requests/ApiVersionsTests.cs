using Intercom.Http;

namespace Intercom.Client.Tests.Http.Requests;

public class ApiVersionsTests
{
    [Theory]
    [InlineData("2.14", null, "2.14")]
    [InlineData("2.14", "2.16", "2.16")]
    [InlineData("2.16", "2.15", "2.16")]
    [InlineData("2.9", "2.14", "2.14")]
    [InlineData("3.0", "2.16", "3.0")]
    [InlineData("2.16", "Preview", "Preview")]
    [InlineData("Preview", "2.17", "Preview")]
    [InlineData("Unstable", "2.17", "Unstable")]
    public void The_higher_version_is_sent(string version, string? since, string sent) =>
        Assert.Equal(sent, ApiVersions.Higher(version, since));

    [Theory]
    [InlineData(" 2.16 ", "2.16")]
    [InlineData("PREVIEW", "Preview")]
    [InlineData("unstable", "Preview")]
    public void Versions_are_read(string given, string version) => Assert.Equal(version, ApiVersions.Read(given));

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("2.x")]
    [InlineData("v2.14")]
    [InlineData("2.14.1")]
    public void Other_texts_are_refused(string given) =>
        Assert.Equal("invalid_version", Assert.Throws<InvalidInputException>(() => ApiVersions.Read(given)).Code);

    [Fact]
    public void Requests_of_different_versions_differ()
    {
        var request = new ApiRequest("GET", "brands");
        Assert.NotEqual(request, new ApiRequest("GET", "brands") { Since = "2.15" });
        Assert.Equal("2.15", new ApiRequest("GET", "brands") { Since = "2.15" }.WithQuery(("a", "b")).Since);
    }
}
