namespace Intercom.PowerShell;

/// <summary>Creates redirects, so that an address of a help center leads to an article or a collection.</summary>
/// <remarks>
/// The address must be one of the help center. Intercom does not change redirects: delete a redirect, and create another one. An article is
/// shown in its own language if it is not translated.
/// </remarks>
/// <example>
/// <para>Redirects an old address to an article.</para>
/// <code>
/// Get-IntercomArticle 9007 | New-IntercomHelpCenterRedirect `
///     https://help.sandbox.invalid/sandbox-help/old-import `
///     -HelpCenterId 8001 -Locale en
/// </code>
/// <outcome>
/// $output[0].TargetType -eq 'article' -and $output[0].TargetId -eq '9007'
/// @(Get-IntercomHelpCenterRedirect 8001).Count -eq 3
/// </outcome>
/// </example>
/// <example>
/// <para>Redirects an old address to a collection.</para>
/// <code>
/// New-IntercomHelpCenterRedirect -CollectionId 8102 -HelpCenterId 8001 `
///     -FromUrl https://help.sandbox.invalid/sandbox-help/money -Locale en
/// </code>
/// <outcome>$output[0].TargetType -eq 'collection' -and $output[0].FromUrl -match 'money$'</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomHelpCenterRedirect", SupportsShouldProcess = true), OutputType(typeof(HelpCenterRedirect))]
[Operation("POST", "help_center/help_centers/{HelpCenterId}/redirects", ParameterSet = "Article", Since = "2.16")]
[Operation("POST", "help_center/help_centers/{HelpCenterId}/redirects", ParameterSet = "Collection", Since = "2.16")]
[BodyValue("target_type", "article", ParameterSet = "Article"), BodyValue("target_type", "collection", ParameterSet = "Collection")]
public sealed class NewHelpCenterRedirectCommand : IntercomWriteCommand
{
    /// <summary>The full address that is redirected, within the help center.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), WebAddress, Body("from_url")]
    public Uri? FromUrl { get; set; }

    /// <summary>The id of the help center.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), IntercomId("HelpCenterId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? HelpCenterId { get; set; }

    /// <summary>The id of the article that the address leads to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ArticleId"), Selects("Article"), Body("target_id")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? ArticleId { get; set; }

    /// <summary>The id of the collection that the address leads to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("CollectionId"), Selects("Collection"), Body("target_id")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string? CollectionId { get; set; }

    /// <summary>The code of the language of the article or collection, such as en.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("Language"), ValidateNotNullOrEmpty, Body("locale")]
    public string? Locale { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var (parameter, id) = input.ParameterSet == "Article" ? (nameof(ArticleId), ArticleId) : (nameof(CollectionId), CollectionId);
        var (from, target) = (FromUrl!.OriginalString, Wiring.ResourceOf(parameter, id, input.Piped));
        // The address as it was written: a Uri shows its escaped characters as others.
        return base.PlanWork(input).Select(work => work.Change(body => body["from_url"] = from) with
        {
            Doing = $"Redirect {from} to {target} in {work.Resource}",
        });
    }
}
