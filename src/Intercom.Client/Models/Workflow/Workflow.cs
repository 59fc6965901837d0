using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>A workflow with its whole definition.</summary>
public sealed class Workflow : IntercomObject
{
    /// <summary>Intercom's id of the workflow.</summary>
    public string? Id { get; set; }

    /// <summary>The workflow's title.</summary>
    public string? Title { get; set; }

    /// <summary>The workflow's description.</summary>
    public string? Description { get; set; }

    /// <summary>What starts the workflow, such as <c>inbound_conversation</c>.</summary>
    public string? TriggerType { get; set; }

    /// <summary><c>live</c>, <c>draft</c> or <c>paused</c>.</summary>
    public string? State { get; set; }

    /// <summary>The channels that the workflow applies to, such as <c>chat</c>.</summary>
    public ItemList<string>? TargetChannels { get; set; }

    /// <summary>The devices that the workflow applies to, such as <c>desktop</c>.</summary>
    public ItemList<string>? PreferredDevices { get; set; }

    /// <summary>When the workflow was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the workflow was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The rules that select the contacts of the workflow, as Intercom sends them.</summary>
    public AttributeBag? Targeting { get; set; }

    /// <summary>The steps and their configuration, as Intercom sends them.</summary>
    public AttributeBag? Snapshot { get; set; }

    /// <summary>The workflow's attributes, as Intercom sends them.</summary>
    public ItemList<object>? Attributes { get; set; }

    /// <summary>The rules inside the steps, as Intercom sends them.</summary>
    public ItemList<object>? EmbeddedRules { get; set; }

    /// <summary>The version of the form in which Intercom exports workflows.</summary>
    [JsonIgnore]
    public string? ExportVersion { get; set; }

    /// <summary>When Intercom exported the workflow.</summary>
    [JsonIgnore]
    public DateTime? ExportedAt { get; set; }

    /// <summary>The number of the workspace.</summary>
    [JsonIgnore]
    public string? AppId { get; set; }

    /// <summary>The workflow's title or id.</summary>
    public override string ToString() => FirstOf(Title, Id);
}

/// <summary>The answer to the export of a workflow.</summary>
public sealed class WorkflowExport : IntercomObject
{
    /// <summary>The version of the form in which Intercom exports workflows.</summary>
    public string? ExportVersion { get; set; }

    /// <summary>When Intercom exported the workflow.</summary>
    public DateTime? ExportedAt { get; set; }

    /// <summary>The number of the workspace.</summary>
    public string? AppId { get; set; }

    /// <summary>The workflow.</summary>
    public Workflow? Workflow { get; set; }

    /// <summary>The workflow's title or id.</summary>
    public override string ToString() => FirstOf(Workflow?.ToString());
}
