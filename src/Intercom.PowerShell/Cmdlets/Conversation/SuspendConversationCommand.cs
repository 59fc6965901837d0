using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Snoozes conversations until a time.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "IntercomConversation", SupportsShouldProcess = true), Alias("Snooze-IntercomConversation"), OutputType(typeof(Intercom.Conversation))]
[Operation("POST", "conversations/{ConversationId}/parts")]
[BodyValue("message_type", "snoozed")]
public sealed class SuspendConversationCommand : ConversationActionCommand
{
    /// <summary>When the conversation opens again; in the future.</summary>
    [Parameter(Mandatory = true, Position = 1), Alias("SnoozedUntil"), Body("snoozed_until")]
    public DateTime Until { get; set; }

    /// <inheritdoc/>
    protected override void Validate(IReadOnlyDictionary<string, object?> bound)
    {
        var until = Until.Kind == DateTimeKind.Utc ? Until : Until.ToUniversalTime();
        if (until <= DateTime.UtcNow) throw new ArgumentException($"-Until {Until:g} is in the past. Give a time to come, such as (Get-Date).AddDays(1).");
    }
}
