using System;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Makes sources of external pages, from which Fin learns; New-IntercomExternalPage fills them.</summary>
/// <example>
/// <para>Makes a source for the pages of a wiki.</para>
/// <code>New-IntercomContentSource https://wiki.example.com</code>
/// </example>
/// <example>
/// <para>Makes a source and puts a page into it.</para>
/// <code>New-IntercomExternalPage 'Install' -Html '&lt;p&gt;Download it.&lt;/p&gt;' -ExternalId install -ContentSourceId (New-IntercomContentSource https://docs.example.com)</code>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomContentSource", SupportsShouldProcess = true), OutputType(typeof(ContentSource))]
[Operation("POST", "ai/content_import_sources")]
// The only way to keep a source's pages that the API can make.
[BodyValue("sync_behavior", "api")]
public sealed class NewContentSourceCommand : IntercomWriteCommand
{
    /// <summary>The address of the source's first page.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), WebAddress, Body("url")]
    public Uri? Url { get; set; }

    /// <summary>active (default) or deactivated.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("active", "deactivated"), ArgumentCompleter(typeof(ContentSourceStatusCompleter)), Body("status")]
    public string? Status { get; set; }
}

/// <summary>Completes the states of content sources.</summary>
internal sealed class ContentSourceStatusCompleter() : WordCompleter("active", "deactivated");
