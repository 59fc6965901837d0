using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>What the cmdlets that manage a conversation's state share.</summary>
public abstract class ConversationActionCommand : IntercomWriteCommand
{
    /// <summary>
    /// The conversations; each cmdlet says how they bind. Where another argument may come first when they are piped, it has a parameter set for that:
    /// text that is no number is no id, and the binder takes it for that argument.
    /// </summary>
    public abstract string[] ConversationId { get; set; }

    /// <summary>The admin in whose name it is done, by id, e-mail address or name; by default the one whose token it is.</summary>
    [Parameter, ActingAdmin("admin_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Gives the changed conversation.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>A row without words, which is a cell that is empty, says nothing beside the action.</summary>
    protected override Dictionary<string, object?> BoundNow()
    {
        var bound = base.BoundNow();
        if (!IsOnCommandLine("Body") && bound.TryGetValue("Body", out var words) && words is null or "") bound.Remove("Body");
        return bound;
    }

    /// <inheritdoc/>
    protected override void Validate(IReadOnlyDictionary<string, object?> bound)
    {
        if (bound.TryGetValue("Body", out var words) && words is null or "") throw new ArgumentException("-Body is empty. Leave it out to say nothing beside it.");
    }
}
