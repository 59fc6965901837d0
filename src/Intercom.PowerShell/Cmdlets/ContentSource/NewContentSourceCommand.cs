namespace Intercom.PowerShell;

/// <summary>Creates content sources, whose external pages Fin learns from.</summary>
/// <remarks>Add pages with New-IntercomExternalPage.</remarks>
/// <example>
/// <para>Creates a source for the pages of a wiki.</para>
/// <code>New-IntercomContentSource https://wiki.example.com</code>
/// <outcome>
/// "$($output[0].Url)" -match 'wiki\.example\.com'
/// (Get-IntercomContentSource).Count -eq 3
/// </outcome>
/// </example>
/// <example>
/// <para>Creates a source and adds a page to it.</para>
/// <code>
/// $source = New-IntercomContentSource https://docs.example.com
/// New-IntercomExternalPage 'Install' -Html '&lt;p&gt;Download it.&lt;/p&gt;' `
///     -ExternalId setup -ContentSourceId $source
/// </code>
/// <outcome>$output[0].Title -eq 'Install' -and "$($output[0].ContentSourceId)" -eq "$($source.Id)"</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomContentSource", SupportsShouldProcess = true), OutputType(typeof(ContentSource))]
[Operation("POST", "ai/content_import_sources")]
// The API can create only sources whose pages are kept through the API.
[BodyValue("sync_behavior", "api")]
public sealed class NewContentSourceCommand : IntercomWriteCommand
{
    /// <summary>The address of the source's first page.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), WebAddress, Body("url")]
    public Uri? Url { get; set; }

    /// <summary>The status: active (default) or deactivated.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("active", "deactivated")]
    [ArgumentCompleter(typeof(ContentSourceStatusCompleter)), Body("status")]
    public string? Status { get; set; }

    /// <summary>The ids of the audiences that may receive the content. The default is everyone.</summary>
    [Parameter, ValidateNotNullOrEmpty, IntercomId("AudienceId"), Body("audience_ids", Form = WireForm.Integer), Since("2.15")]
    public string[]? AudienceId { get; set; }
}

/// <summary>Completes the states of content sources.</summary>
internal sealed class ContentSourceStatusCompleter() : WordCompleter("active", "deactivated");
