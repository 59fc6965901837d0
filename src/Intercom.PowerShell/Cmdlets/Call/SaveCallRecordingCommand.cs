using System.IO;
using System.Management.Automation;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Fetches the recordings of telephone calls into files.</summary>
/// <remarks>Intercom sends the caller on to a signed address elsewhere, which is followed without the token. The file gets its name when it is whole.</remarks>
/// <example>
/// <para>Saves the recording of one call.</para>
/// <code>Save-IntercomCallRecording call.mp3 -CallId 60013</code>
/// <outcome>(Get-Item call.mp3).Length -gt 0</outcome>
/// </example>
/// <example>
/// <para>Shows what would be saved: a file for each completed call, in a folder.</para>
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
    /// <summary>The id of one or several calls.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("CallId")]
    public string[] CallId { get; set; } = [];

    private protected override string FileNameOf(ApiRequest request) => $"call-{request.Path.Split('/')[1]}.mp3";
}
