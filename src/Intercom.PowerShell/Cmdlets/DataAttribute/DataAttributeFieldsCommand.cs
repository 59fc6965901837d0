using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomDataAttribute share.</summary>
public abstract class DataAttributeFieldsCommand : IntercomWriteCommand
{
    /// <summary>The description that teammates see.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>True when the Messenger may set the attribute.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("messenger_writable"), Truth]
    public bool? MessengerWritable { get; set; }

    /// <summary>The values to choose from, at least two, for an attribute that is a list.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Options")]
    public string[]? Option { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!input.Has(nameof(Option))) return base.PlanWork(input);
        if (Option is null || Option.Length < 2 || Option.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"-Option has {Option?.Length ?? 0} values, or a blank one; a list needs two at least, each with a text. Give them as -Option small, large.");
        }
        return base.PlanWork(input).Select(work => work.Change(body => body["options"] = new JsonArray([.. Option.Select(value => new JsonObject { ["value"] = value })])));
    }
}
