namespace Intercom.PowerShell;

/// <summary>Changes custom attributes of conversations.</summary>
/// <remarks>
/// An attribute's type cannot be changed. The options of a list have cmdlets of their own: New-, Set- and
/// Disable-IntercomConversationAttributeOption.
/// </remarks>
/// <example>
/// <para>Makes an attribute mandatory, and sets the description that teammates see.</para>
/// <code>
/// Set-IntercomConversationAttribute 'Root cause' -Required $true `
///     -Description 'Why the customer wrote'
/// </code>
/// <outcome>
/// $writes.Count -eq 1 -and (Get-IntercomConversationAttribute 'Root cause').Required
/// (Get-IntercomConversationAttribute 'Root cause').Description -eq 'Why the customer wrote'
/// </outcome>
/// </example>
/// <example>
/// <para>Renames an attribute, and returns it.</para>
/// <code>
/// Get-IntercomConversationAttribute 'Root cause' |
///     Set-IntercomConversationAttribute -Name Cause -PassThru
/// </code>
/// <outcome>$output[0].Name -eq 'Cause' -and $output[0].Options.Count -eq 3</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomConversationAttribute", SupportsShouldProcess = true)]
[OutputType(typeof(Intercom.ConversationAttribute))]
[Operation("PUT", "conversations/attributes/{ConversationAttributeId}", Since = "2.16")]
public sealed class SetConversationAttributeCommand : ConversationAttributeFieldsCommand
{
    /// <summary>One or more attributes, by id, by name or as objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationAttributeId")]
    [NameOf(typeof(ConversationAttribute), NumbersAreIds = true), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ConversationAttributeId { get; set; } = [];

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("NewName"), Body("name")]
    public string? Name { get; set; }

    /// <summary>Returns the changed attribute.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) =>
        base.PlanWork(input).Select(work => work.SentBy(SendAsync));
}
