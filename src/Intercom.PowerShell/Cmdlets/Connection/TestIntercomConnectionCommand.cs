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
        var token = ConnectionChecks.Token(Connection, out var connection);
        yield return token;
        if (connection is null) yield break;

        var watch = Stopwatch.StartNew();
        var (me, meFailure) = Try(() => connection.Client.SendAsync<Admin>(
            CommandPlan.RequestOf<GetAdminCommand>("Me"), Sink, Cancellation));
        foreach (var check in ConnectionChecks.Answer(connection, me, meFailure, watch.ElapsedMilliseconds)) yield return check;
        if (meFailure is not null) yield break;

        var region = ConnectionChecks.Region(connection, me);
        yield return region;
        if (!region.Passed) yield break;

        var (_, readFailure) = Try(() => connection.Directory.ListAsync<Admin>(Sink, Cancellation));
        yield return ConnectionChecks.Read(readFailure);
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
}
