using System;
using System.Management.Automation;

namespace Intercom
{
    /// <summary>The call budget of a connection, as Intercom last reported it.</summary>
    public sealed class IntercomRateLimit
    {
        /// <summary>The connection.</summary>
        public string? Connection { get; init; }

        /// <summary>Calls in the present window (Intercom's windows are ten seconds); null before the first call.</summary>
        public int? Limit { get; init; }

        /// <summary>Calls left in the window.</summary>
        public int? Remaining { get; init; }

        /// <summary>When the window ends.</summary>
        public DateTime? ResetAt { get; init; }

        /// <summary>Calls that this process has sent.</summary>
        public long Calls { get; init; }

        /// <summary>How many of them were answered 429, and repeated.</summary>
        public long Throttled { get; init; }

        /// <summary>How many calls are left, of how many.</summary>
        public override string ToString() => Remaining is null ? "not known before the first call" : $"{Remaining} of {Limit} calls left";
    }
}

namespace Intercom.PowerShell
{
    /// <summary>Shows the call budget as Intercom last reported it; sends nothing.</summary>
    /// <example>
    /// <para>Shows how many calls are left in the present window.</para>
    /// <code>
    /// $null = Get-IntercomAdmin
    /// Get-IntercomRateLimit
    /// </code>
    /// <outcome>$output.Count -eq 1 -and $output[0].Remaining -lt $output[0].Limit</outcome>
    /// </example>
    /// <example>
    /// <para>Checks before a large job whether there is room for it.</para>
    /// <code>
    /// $null = Get-IntercomAdmin
    /// if ((Get-IntercomRateLimit).Remaining -gt 100) { 'There is room.' }
    /// </code>
    /// <outcome>"$output" -eq 'There is room.'</outcome>
    /// </example>
    [Cmdlet(VerbsCommon.Get, "IntercomRateLimit"), OutputType(typeof(IntercomRateLimit))]
    public sealed class GetIntercomRateLimitCommand : IntercomCommand
    {
        /// <inheritdoc/>
        protected override void EndProcessing()
        {
            var reading = Session.Client.Budget.Reading;
            WriteObject(new IntercomRateLimit
            {
                Connection = Session.Name, Limit = reading.Limit, Remaining = reading.Remaining, ResetAt = reading.ResetAt, Calls = reading.Calls, Throttled = reading.Throttled,
            });
        }
    }
}
