using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>What the module knows of a failed request beyond Intercom's message.</summary>
internal static class ErrorHints
{
    /// <summary>What the message of a failed request lacks: the version of an operation, or what a contact was merged into.</summary>
    public static string? For(IntercomApiException failure) => failure.MergedInto is { Length: > 0 } into
        ? $"The contact was merged into {into}."
        : NeededVersion(failure) is { } version
        ? $"{failure.Method} /{failure.Path} requires version {version} of the API, and the request was sent with {failure.ApiVersion}."
        : null;

    /// <summary>
    /// The version that has the operation of a failed request, if the request was sent with an earlier one. This happens only to a path
    /// that somebody wrote: a request of a cmdlet, which states its resource, is sent with the version that it needs.
    /// </summary>
    public static string? NeededVersion(IntercomApiException failure) =>
        failure.Resource is null && failure.ApiVersion.Length > 0
            && (failure.StatusCode == 404 || failure.Code == "intercom_version_invalid")
            && AllOperations.SinceOf(failure.Method, failure.Path) is { } since && ApiVersions.Compare(since, failure.ApiVersion) > 0
            ? since : null;

    /// <summary>Explains how to send the version that an operation needs.</summary>
    public static string Raise(string version, string path) =>
        $"Connect with -ApiVersion {version}, or use the cmdlet of the operation, which sends {version} by itself: "
            + $"Get-IntercomOperation {path.Split('/')[0]}*.";
}
