using System.Collections.Generic;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Lists the reasons that admins can give for being away.</summary>
[Cmdlet(VerbsCommon.Get, "IntercomAwayReason"), OutputType(typeof(Intercom.AwayReason))]
[Operation("GET", "away_status_reasons", Items = "data")]
public sealed class GetAwayReasonCommand : IntercomReadCommand
{
    /// <summary>With the reasons that were deleted.</summary>
    [Parameter]
    public SwitchParameter IncludeDeleted { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (IncludeDeleted || item is not Intercom.AwayReason { Deleted: true }) yield return item;
    }
}
