using System.Diagnostics;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Checks a connection step by step: token, network, version, region and read access.</summary>
/// <remarks>
/// The check stops at the first step that fails. The token is never shown. With -Quiet, the cmdlet returns only $true or $false.
/// </remarks>
/// <example>
/// <para>Checks the connection step by step.</para>
/// <code>Test-IntercomConnection</code>
/// <outcome>
/// $output | Test-Each { $_.Passed }
/// $output.Step.Count -gt 2
/// </outcome>
/// </example>
/// <example>
/// <para>Stops a script early when Intercom cannot be reached.</para>
/// <code>
/// if (-not (Test-IntercomConnection -Quiet)) { throw 'No connection.' }
/// 'Ready.'
/// </code>
/// <outcome>"$output" -eq 'Ready.'</outcome>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "IntercomConnection"), OutputType(typeof(ConnectionCheck), typeof(bool))]
public sealed class TestIntercomConnectionCommand : IntercomCommand
{
    /// <summary>Returns only $true or $false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var passed = true;
        foreach (var check in Checks())
        {
            passed &= check.Passed;
            if (!Quiet) WriteObject(check);
            if (!check.Passed) break;
        }
        if (Quiet) WriteObject(passed);
    }

    private IEnumerable<ConnectionCheck> Checks()
    {
        IntercomConnection? connection = null;
        ConnectionCheck token;
        try
        {
            connection = Connection ?? IntercomConnections.Current();
            var source = connection.IsSandbox ? "the sandbox"
                : (connection.Name == IntercomConnections.TokenVariable ? "the environment variable " : "the connection ") + connection.Name;
            token = Good("Token", $"The token comes from {source}.");
        }
        catch (Exception failure) when (failure is NotConnectedException or ArgumentException)
        {
            token = new ConnectionCheck { Step = "Token", Detail = failure.Message, Remedy = "Run Connect-Intercom, or set INTERCOM_TOKEN." };
        }
        yield return token;
        if (connection is null) yield break;

        var watch = Stopwatch.StartNew();
        var (me, meFailure) = Try(() => connection.Client.SendAsync<Admin>(CommandPlan.RequestOf<GetAdminCommand>("Me"), Sink, Cancellation));
        if (meFailure is { StatusCode: 0 })
        {
            yield return Bad(meFailure.Code == "tls_failed" ? "Secure connection" : "Network", meFailure);
            yield break;
        }
        yield return Good("Network", $"{connection.BaseUri.Host} answered in {watch.ElapsedMilliseconds} ms.");
        if (meFailure is not null)
        {
            yield return Bad(meFailure.Code switch { "intercom_version_invalid" => "Version", "unreadable_answer" => "Address", _ => meFailure.StatusCode is 401 or 403 ? "Token accepted" : "Answer" }, meFailure);
            yield break;
        }
        yield return Good("Token accepted", $"The token belongs to {me?.Name} <{me?.Email}>.");
        yield return Good("Version", $"The server accepted API version {connection.ApiVersion}.");

        var region = me?.App?.Region;
        var right = connection.Region is null || region is null || string.Equals(region, connection.Region, StringComparison.OrdinalIgnoreCase);
        yield return new ConnectionCheck
        {
            Step = "Region", Passed = right,
            Detail = $"The workspace {me?.App?.Name} ({me?.App?.IdCode}) is hosted in {region ?? "an unknown region"}. "
                + $"This connection calls {connection.Region ?? connection.BaseUri.Host}.",
            Remedy = right ? null : $"Run Connect-Intercom -Region {region}.",
        };
        if (!right) yield break;

        var (_, readFailure) = Try(() => connection.Directory.ListAsync<Admin>(Sink, Cancellation));
        yield return readFailure is null ? Good("Read", "The list of admins can be read.") : Bad("Read", readFailure);
    }

    private (T?, IntercomApiException?) Try<T>(Func<Task<T>> call) where T : class?
    {
        try
        {
            return (Wait(call()), null);
        }
        catch (IntercomApiException failure)
        {
            return (null, failure);
        }
    }

    private static ConnectionCheck Good(string step, string detail) => new() { Step = step, Passed = true, Detail = detail };

    private static ConnectionCheck Bad(string step, IntercomApiException failure) =>
        new() { Step = step, Detail = failure.Message, Remedy = ErrorRecords.From(failure, null).ErrorDetails?.RecommendedAction };
}
