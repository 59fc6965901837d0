namespace Intercom.PowerShell;

/// <summary>Deletes content snippets permanently.</summary>
/// <remarks>Intercom refuses to delete a snippet that a procedure uses (content_has_procedure_dependencies).</remarks>
/// <example>
/// <para>Shows what would be deleted without deleting anything.</para>
/// <code>
/// Get-IntercomContentSnippet | Where-Object Locale -ne en |
///     Remove-IntercomContentSnippet -WhatIf
/// </code>
/// <outcome>"$whatif" -eq 'Delete content snippet 6603 (Lieferzeiten)' -and $writes.Count -eq 0</outcome>
/// </example>
/// <example>
/// <para>Deletes one snippet by its id without a confirmation prompt.</para>
/// <code>Remove-IntercomContentSnippet 6603 -Confirm:$false</code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomContentSnippet).Id -notcontains '6603'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Remove, "IntercomContentSnippet", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Operation("DELETE", "content_snippets/{ContentSnippetId}", Returns = typeof(object), Since = "2.16")]
public sealed class RemoveContentSnippetCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more snippets.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContentSnippetId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] ContentSnippetId { get; set; } = [];
}
