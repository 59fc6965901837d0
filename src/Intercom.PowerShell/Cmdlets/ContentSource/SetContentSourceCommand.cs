using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Changes content sources: whether Fin learns from them, and their address.</summary>
/// <remarks>Intercom wants the address and the way of keeping with every change; what is not given is read first and sent again.</remarks>
/// <example>
/// <para>Deactivates a source.</para>
/// <code>Set-IntercomContentSource 7001 -Status deactivated</code>
/// <outcome>
/// $writes.Count -eq 1 -and (Get-IntercomContentSource 7001).Status -eq 'deactivated'
/// (Get-IntercomContentSource 7002).Status -eq 'active'
/// </outcome>
/// </example>
/// <example>
/// <para>Changes the address of a source, and shows the source.</para>
/// <code>Set-IntercomContentSource 7001 -Url https://docs.example.com -PassThru</code>
/// <outcome>$output[0].Id -eq '7001' -and "$($output[0].Url)" -match 'docs\.example\.com'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomContentSource", SupportsShouldProcess = true), OutputType(typeof(ContentSource))]
[Operation("PUT", "ai/content_import_sources/{ContentSourceId}")]
public sealed class SetContentSourceCommand : IntercomWriteCommand
{
    /// <summary>The id of one or several sources.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContentSourceId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ContentSourceId { get; set; } = [];

    /// <summary>The address; only sources that are kept by the API may change it.</summary>
    [Parameter, WebAddress, Body("url"), FromRow]
    public Uri? Url { get; set; }

    /// <summary>How the pages come in: api, automated or manual. It cannot be changed from or to api.</summary>
    [Parameter, OneOf("api", "automated", "manual"), ArgumentCompleter(typeof(SyncBehaviorCompleter)), Body("sync_behavior"), FromRow]
    public string? SyncBehavior { get; set; }

    /// <summary>active or deactivated.</summary>
    [Parameter, OneOf("active", "deactivated"), ArgumentCompleter(typeof(ContentSourceStatusCompleter)), Body("status"), FromRow]
    public string? Status { get; set; }

    /// <summary>Gives the changed source.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) =>
        SendingWhole(operation, ["sync_behavior", "url"], AsWritten);

    // Intercom reads automated where it writes automatic.
    private static JsonNode? AsWritten(string field, JsonNode? read) => field == "sync_behavior" && read?.ToString() == "automatic" ? "automated" : read;
}

/// <summary>Completes the ways of keeping a content source.</summary>
internal sealed class SyncBehaviorCompleter() : WordCompleter("api", "automated", "manual");
