using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Gets notes by id, or all notes of contacts or companies.</summary>
/// <remarks>Notes of conversations are parts of the conversation.</remarks>
/// <example>
/// <para>Lists the notes on a contact, newest first.</para>
/// <code>Get-IntercomContact -ExternalId user-123 | Get-IntercomNote</code>
/// <outcome>
/// $output.Count -eq 2
/// $output.CreatedAt | Test-Sorted -Descending
/// </outcome>
/// </example>
/// <example>
/// <para>Lists the notes of the last 30 days on contacts with a tag.</para>
/// <code>
/// $tag = Get-IntercomTag -Name VIP
/// Search-IntercomContact @{ tag_id = $tag.Id } | Get-IntercomNote |
///     Where-Object CreatedAt -gt (Get-Date).AddDays(-30)
/// </code>
/// <outcome>
/// $output.Body -match 'dark mode' -ne $null
/// $output | Test-Each { $_.CreatedAt -gt (Get-Date).AddDays(-30) }
/// </outcome>
/// </example>
/// <example>
/// <para>Lists the notes on the companies of a contact.</para>
/// <code>
/// Get-IntercomCompany -ContactId (Get-IntercomContact -ExternalId user-123) |
///     Get-IntercomNote
/// </code>
/// <outcome>$output | Test-Each { $_.Company.Id -and -not $_.Contact -and $_.Body -match 'procurement' }</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomNote", SupportsPaging = true), OutputType(typeof(Intercom.Note))]
[Operation("GET", "notes/{NoteId}", ParameterSet = "Id")]
[Operation("GET", "contacts/{ContactId}/notes", ParameterSet = "Contact", Paging = PageShape.Page, Items = "data", PageSize = 50)]
[Operation("GET", "companies/{CompanyId}/notes", ParameterSet = "Company", Paging = PageShape.Page, Items = "data", PageSize = 50,
    Since = "2.15")]
public sealed class GetNoteCommand : IntercomReadCommand
{
    /// <summary>The id of one or more notes.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("NoteId"), Selects("Id")]
    public string[] NoteId { get; set; } = [];

    /// <summary>The ids of contacts whose notes are returned. All notes are returned, not only the first ten.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("ContactId"), Selects("Contact")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Intercom's ids of companies whose notes are returned, not the ids in your own system.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("CompanyId"), Selects("Company")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] CompanyId { get; set; } = [];
}
