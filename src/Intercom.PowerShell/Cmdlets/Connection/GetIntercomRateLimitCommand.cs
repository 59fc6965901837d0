namespace Intercom
{
    /// <summary>The call budget of a connection, as Intercom last reported it.</summary>
    public sealed class IntercomRateLimit
    {
        /// <summary>The name of the connection.</summary>
        public string? Connection { get; init; }

        /// <summary>
        /// Number of calls allowed in the current window, or null before the first call. Intercom's windows last ten seconds.
        /// </summary>
        public int? Limit { get; init; }

        /// <summary>Number of calls left in the current window, or null before the first call.</summary>
        public int? Remaining { get; init; }

        /// <summary>When the current window ends, in local time.</summary>
        public DateTime? ResetAt { get; init; }

        /// <summary>Number of calls that this process has sent.</summary>
        public long Calls { get; init; }

        /// <summary>Number of those calls that were answered with status 429 and repeated.</summary>
        public long Throttled { get; init; }

        /// <summary>Returns the number of calls left and the limit.</summary>
        public override string ToString() => Remaining is null ? "not known before the first call" : $"{Remaining} of {Limit} calls left";
    }
}

namespace Intercom.PowerShell
{
    /// <summary>Shows the call budget as Intercom last reported it, without sending a call.</summary>
    /// <example>
    /// <para>Shows how many calls are left in the current window.</para>
    /// <code>
    /// $null = Get-IntercomAdmin
    /// Get-IntercomRateLimit
    /// </code>
    /// <outcome>$output.Count -eq 1 -and $output[0].Remaining -lt $output[0].Limit</outcome>
    /// </example>
    /// <example>
    /// <para>Checks before a large job whether more than 100 calls are left.</para>
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
                Connection = Session.Name, Limit = reading.Limit, Remaining = reading.Remaining, ResetAt = reading.ResetAt,
                Calls = reading.Calls, Throttled = reading.Throttled,
            });
        }
    }
}
