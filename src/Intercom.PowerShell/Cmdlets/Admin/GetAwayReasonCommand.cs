using System.Collections.Generic;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Lists the reasons that admins can give for being away.</summary>
/// <example>
/// <para>Lists the reasons that can be given.</para>
/// <code>Get-IntercomAwayReason</code>
/// </example>
/// <example>
/// <para>Sets an admin to away with a reason by its name.</para>
/// <code>
/// $reason = Get-IntercomAwayReason | Where-Object Label -eq 'In a meeting'
/// Set-IntercomAdminStatus 5003 $true -AwayReasonId $reason
/// </code>
/// </example>
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
