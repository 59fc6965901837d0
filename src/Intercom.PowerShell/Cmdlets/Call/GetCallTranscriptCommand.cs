using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets the transcripts of telephone calls, as text and line by line.</summary>
/// <example>
/// <para>Gets the transcript of a call as text.</para>
/// <code>(Get-IntercomCallTranscript 60013).Text</code>
/// <outcome>"$output".Length -gt 20</outcome>
/// </example>
/// <example>
/// <para>Lists what the customer said.</para>
/// <code>(Get-IntercomCallTranscript 60013).Lines | Where-Object Speaker -eq User</code>
/// <outcome>$output | Test-Each { $_.Speaker -eq 'User' }</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomCallTranscript"), OutputType(typeof(CallTranscript))]
[Operation("GET", "calls/{CallId}/transcript", Accept = "text/plain")]
public sealed class GetCallTranscriptCommand : IntercomReadCommand
{
    /// <summary>The id of one or more calls.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("CallId")]
    public string[] CallId { get; set; } = [];

    /// <inheritdoc/>
    private protected override Sending Reading(ApiRequest request) => static async (request, context) =>
        CallTranscript.Parse(request.Resource!.Id!, (string?)await context.SendAsync(request, typeof(string)).ConfigureAwait(false) ?? "");
}
