namespace Intercom.PowerShell;

/// <summary>Changes the status, address or synchronization of content sources.</summary>
/// <remarks>
/// Intercom requires the address and the synchronization behavior with every change. The cmdlet reads those that are not specified and
/// sends them again.
/// </remarks>
/// <example>
/// <para>Deactivates a source.</para>
/// <code>Set-IntercomContentSource 7001 -Status deactivated</code>
/// <outcome>
/// $writes.Count -eq 1 -and (Get-IntercomContentSource 7001).Status -eq 'deactivated'
/// (Get-IntercomContentSource 7002).Status -eq 'active'
/// </outcome>
/// </example>
/// <example>
/// <para>Changes the address of a source and returns the source.</para>
/// <code>Set-IntercomContentSource 7001 -Url https://docs.example.com -PassThru</code>
/// <outcome>$output[0].Id -eq '7001' -and "$($output[0].Url)" -match 'docs\.example\.com'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomContentSource", SupportsShouldProcess = true), OutputType(typeof(ContentSource))]
[Operation("PUT", "ai/content_import_sources/{ContentSourceId}")]
public sealed class SetContentSourceCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more content sources.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContentSourceId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ContentSourceId { get; set; } = [];

    /// <summary>The address of the source's first page. It can be changed only for sources whose pages are kept through the API.</summary>
    [Parameter, WebAddress, Body("url"), FromRow]
    public Uri? Url { get; set; }

    /// <summary>How pages are synchronized: api, automated or manual. It cannot be changed from or to api.</summary>
    [Parameter, OneOf("api", "automated", "manual"), ArgumentCompleter(typeof(SyncBehaviorCompleter)), Body("sync_behavior"), FromRow]
    public string? SyncBehavior { get; set; }

    /// <summary>The status: active or deactivated.</summary>
    [Parameter, OneOf("active", "deactivated"), ArgumentCompleter(typeof(ContentSourceStatusCompleter)), Body("status"), FromRow]
    public string? Status { get; set; }

    /// <summary>Returns the changed source.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input)
        .Select(work => work.SentWhole(["sync_behavior", "url"], AsWritten));

    // Intercom accepts automated but returns automatic.
    private static JsonNode? AsWritten(string field, JsonNode? read) => field == "sync_behavior" && read?.ToString() == "automatic"
        ? "automated" : read;
}

/// <summary>Completes the synchronization behaviors of content sources.</summary>
internal sealed class SyncBehaviorCompleter() : WordCompleter("api", "automated", "manual");
