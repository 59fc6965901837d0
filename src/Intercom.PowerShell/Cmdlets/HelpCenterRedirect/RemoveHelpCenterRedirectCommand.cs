namespace Intercom.PowerShell;

/// <summary>Deletes redirects of help centers. Their addresses no longer lead to an article or a collection.</summary>
/// <example>
/// <para>Shows what would be deleted without deleting anything.</para>
/// <code>
/// Get-IntercomHelpCenterRedirect 8001 |
///     Remove-IntercomHelpCenterRedirect -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 2 -and $whatif[0] -match '^Delete help center redirect 680[12] \(https://' -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one redirect by its id without a confirmation prompt.</para>
/// <code>
/// Remove-IntercomHelpCenterRedirect 6802 -HelpCenterId 8001 -Confirm:$false
/// </code>
/// <outcome>$writes.Count -eq 1 -and "$((Get-IntercomHelpCenterRedirect 8001).Id)" -eq '6801'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomHelpCenterRedirect", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "help_center/help_centers/{HelpCenterId}/redirects/{HelpCenterRedirectId}", Resource = nameof(HelpCenterRedirectId),
    Returns = typeof(object), Since = "2.16")]
public sealed class RemoveHelpCenterRedirectCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more redirects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id", "RedirectId"), IntercomId("HelpCenterRedirectId")]
    public string[] HelpCenterRedirectId { get; set; } = [];

    /// <summary>The id of the help center. A piped redirect supplies it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), IntercomId("HelpCenterId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? HelpCenterId { get; set; }
}
