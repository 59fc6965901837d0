using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Puts pages into a content source, or replaces those that are there: the source and the external id decide.</summary>
/// <example>
/// <para>Puts a page into the first source.</para>
/// <code>New-IntercomExternalPage 'Install' -Html '&lt;p&gt;Download it.&lt;/p&gt;' -ExternalId install -ContentSourceId (Get-IntercomContentSource -First 1)</code>
/// </example>
/// <example>
/// <para>Brings a whole table in.</para>
/// <code>[pscustomobject]@{ Title = 'Plans'; Html = '&lt;p&gt;Two.&lt;/p&gt;'; ExternalId = 'plans' } | New-IntercomExternalPage -ContentSourceId (Get-IntercomContentSource -First 1)</code>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomExternalPage", SupportsShouldProcess = true), OutputType(typeof(ExternalPage))]
[Operation("POST", "ai/external_pages", Retry = RetryClass.Idempotent)]
[BodyValue("locale", "en")]
public sealed class NewExternalPageCommand : IntercomWriteCommand
{
    /// <summary>The page's title.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("title")]
    public string? Title { get; set; }

    /// <summary>The page's text as HTML.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("html")]
    public string? Html { get; set; }

    /// <summary>The page's id at the source; the same id again replaces the page.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("external_id")]
    public string? ExternalId { get; set; }

    /// <summary>The source that the page belongs to.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), IntercomId("ContentSourceId"), Body("source_id", Form = WireForm.Integer), ArgumentCompleter(typeof(IdCompleter))]
    public string? ContentSourceId { get; set; }

    /// <summary>The address that Fin gives people who ask.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("url")]
    public Uri? Url { get; set; }

    /// <summary>Whether Fin may answer people from the page.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("ai_agent_availability")]
    public bool? AiAgentAvailability { get; set; }

    /// <summary>Whether Copilot may answer teammates from the page.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("ai_copilot_availability")]
    public bool? AiCopilotAvailability { get; set; }

    /// <inheritdoc/>
    protected override string? ResourceKey(ApiRequest request, OperationAttribute operation) => request.Body is JsonObject body ? $"ai/external_pages/{body["source_id"]}/{body["external_id"]}" : null;
}
