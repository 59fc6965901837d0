using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the redirects of help centers, the last changed first, or gets them by id.</summary>
/// <example>
/// <para>Lists the redirects of all help centers.</para>
/// <code>Get-IntercomHelpCenter | Get-IntercomHelpCenterRedirect</code>
/// <outcome>$output.Count -eq 2 -and $output[0].HelpCenterId -eq '8001'</outcome>
/// </example>
/// <example>
/// <para>Gets one redirect of a help center.</para>
/// <code>Get-IntercomHelpCenterRedirect 8001 6801</code>
/// <outcome>$output[0].TargetType -eq 'article' -and $output[0].TargetId -eq '9007'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomHelpCenterRedirect", SupportsPaging = true), OutputType(typeof(HelpCenterRedirect))]
[Operation("GET", "help_center/help_centers/{HelpCenterId}/redirects", ParameterSet = "List", Paging = PageShape.Page, Items = "data",
    Since = "2.16")]
[Operation("GET", "help_center/help_centers/{HelpCenterId}/redirects/{HelpCenterRedirectId}", ParameterSet = "Id",
    Resource = nameof(HelpCenterRedirectId), Since = "2.16")]
public sealed class GetHelpCenterRedirectCommand : IntercomReadCommand
{
    /// <summary>The id of the help center.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), IntercomId("HelpCenterId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? HelpCenterId { get; set; }

    /// <summary>The id of one or more redirects of the help center.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true), Alias("Id", "RedirectId"), IntercomId("HelpCenterRedirectId"), Selects("Id")]
    public string[] HelpCenterRedirectId { get; set; } = [];
}
