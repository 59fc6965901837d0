namespace Intercom.PowerShell;

/// <summary>Starts conversations on behalf of contacts, as if they had written in the Messenger.</summary>
/// <remarks>
/// The cmdlet returns the message that began the conversation. Its ConversationId can be piped to the cmdlets for conversations. To write
/// as an admin, use Send-IntercomMessage.
/// </remarks>
/// <example>
/// <para>Starts a conversation for a contact, and adds a note about its origin.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-1 |
///     New-IntercomConversation 'My invoice is missing.' |
///     Add-IntercomNote 'Taken on the phone.'
/// </code>
/// <outcome>
/// $new = Get-IntercomConversation | Where-Object Id -notin (Before { Get-IntercomConversation }).Id | Get-IntercomConversation -PlainText
/// $new.Source.Body -eq 'My invoice is missing.' -and $new.ConversationParts.Body -contains 'Taken on the phone.'
/// $new.Contacts[0].Id -eq (Get-IntercomContact -ExternalId user-1).Id
/// </outcome>
/// </example>
/// <example>
/// <para>Imports conversations from another system with their original times.</para>
/// <code>
/// $old = @(
///     [pscustomobject]@{ User = 'user-1'; Text = 'Key?'; At = '2024-03-01' }
///     [pscustomobject]@{ User = 'user-2'; Text = 'Bill?'; At = '2024-03-04' }
/// )
/// $old | ForEach-Object {
///     Get-IntercomContact -ExternalId $_.User |
///         New-IntercomConversation $_.Text -CreatedAt $_.At
/// }
/// </code>
/// <outcome>
/// $output.Count -eq 2 -and $writes.Count -eq 2
/// $new = $output | ForEach-Object { Get-IntercomConversation $(if ($_.ConversationId) { $_.ConversationId } else { $_.Id }) -PlainText }
/// Test-Same ($new | ForEach-Object { $_.CreatedAt.ToString('yyyy-MM-dd') }) '2024-03-01', '2024-03-04'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomConversation", SupportsShouldProcess = true), OutputType(typeof(Message))]
[Operation("POST", "conversations")]
// The type contact covers users, leads and visitors.
[BodyValue("from.type", "contact")]
public sealed class NewConversationCommand : IntercomWriteCommand
{
    /// <summary>The message of the contact as plain text. Intercom does not accept HTML here.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("body")]
    public string? Body { get; set; }

    /// <summary>The id of a contact, or of a visitor, who then becomes a lead.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId"), Body("from.id")]
    public string? ContactId { get; set; }

    /// <summary>The subject, for conversations by email.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("subject")]
    public string? Subject { get; set; }

    /// <summary>The web addresses of up to ten images to attach.</summary>
    [Parameter, ValidateCount(1, 10), WebAddress(IsFile = true), Body("attachment_urls")]
    public Uri[]? AttachmentUrl { get; set; }

    /// <summary>When the conversation began, for imports from another system. The default is now.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("created_at"), DateInput]
    public DateTime? CreatedAt { get; set; }

    /// <summary>The id of the brand under which the conversation is started.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("brand_id"), Trim, Since("2.16"), ArgumentCompleter(typeof(IdCompleter))]
    public string? BrandId { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var contact = Wiring.ResourceOf(nameof(ContactId), ContactId, input.Piped);
        return base.PlanWork(input).Select(
            work => work with { Doing = $"Create conversation {WorkText.Quoted(Subject ?? Body)} from {contact}" });
    }
}
