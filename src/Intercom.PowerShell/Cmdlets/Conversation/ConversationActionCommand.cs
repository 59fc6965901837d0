using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>What the cmdlets that manage a conversation's state share.</summary>
public abstract class ConversationActionCommand : IntercomWriteCommand
{
    /// <summary>The conversation's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationId")]
    public string[] ConversationId { get; set; } = [];

    /// <summary>The admin in whose name it is done; by default the one whose token it is.</summary>
    [Parameter, ActingAdmin("admin_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Gives the changed conversation.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
