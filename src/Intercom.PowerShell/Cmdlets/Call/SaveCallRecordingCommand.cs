namespace Intercom.PowerShell;

/// <summary>Saves the recordings of telephone calls to files.</summary>
/// <remarks>
/// Intercom redirects to a signed address, which the cmdlet requests without the access token. The file gets its name only when the
/// download is complete.
/// </remarks>
/// <example>
/// <para>Saves the recording of one call.</para>
/// <code>Save-IntercomCallRecording call.mp3 -CallId 60013</code>
/// <outcome>(Get-Item call.mp3).Length -gt 0</outcome>
/// </example>
/// <example>
/// <para>Shows which files would be saved: one file for each completed call, in a folder.</para>
/// <code>
/// Get-IntercomCall | Where-Object State -eq completed |
///     Save-IntercomCallRecording recordings -WhatIf
/// </code>
/// <outcome>
/// $whatif.Count -eq @(Before { Get-IntercomCall | Where-Object State -eq completed }).Count
/// -not (Test-Path recordings)
/// </outcome>
/// </example>
[Cmdlet(VerbsData.Save, "IntercomCallRecording", SupportsShouldProcess = true), OutputType(typeof(FileInfo))]
[Operation("GET", "calls/{CallId}/recording", Accept = "*/*")]
public sealed class SaveCallRecordingCommand : SaveCommand
{
    /// <summary>The id of one or more calls.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("CallId")]
    public string[] CallId { get; set; } = [];

    private protected override string FileNameOf(string id) => $"call-{id}.mp3";

    private protected override string PartOf => "the recording of ";
}
