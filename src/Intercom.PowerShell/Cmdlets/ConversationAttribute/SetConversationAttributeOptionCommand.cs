namespace Intercom.PowerShell;

/// <summary>Renames options of conversation attributes.</summary>
/// <remarks>Conversations that have the option keep it under its new label.</remarks>
/// <example>
/// <para>Renames an option.</para>
/// <code>
/// (Get-IntercomConversationAttribute 'Root cause').Options |
///     Where-Object Label -eq Bug |
///     Set-IntercomConversationAttributeOption -Label Defect
/// </code>
/// <outcome>
/// $writes.Count -eq 1
/// Test-Same (Get-IntercomConversationAttribute 'Root cause').Options.Label 'Defect', 'Question', 'Outage'
/// </outcome>
/// </example>
/// <example>
/// <para>Renames an option by its id, and returns the attribute.</para>
/// <code>
/// Set-IntercomConversationAttributeOption `
///     00000000-0000-4000-8000-000000000002 Query `
///     -ConversationAttribute 'Root cause' -PassThru
/// </code>
/// <outcome>$output[0].Name -eq 'Root cause' -and $output[0].Options.Label -contains 'Query'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomConversationAttributeOption", SupportsShouldProcess = true)]
[OutputType(typeof(Intercom.ConversationAttribute))]
[Operation("PUT", "conversations/attributes/{ConversationAttribute}/options/{ConversationAttributeOptionId}", Since = "2.16",
    Resource = nameof(ConversationAttributeOptionId))]
public sealed class SetConversationAttributeOptionCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more options.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id", "OptionId")]
    [IntercomId("ConversationAttributeOptionId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ConversationAttributeOptionId { get; set; } = [];

    /// <summary>The new label.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("label")]
    public string? Label { get; set; }

    /// <summary>The attribute that has the option, by name, by id or as an object. A piped option supplies it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true), Alias("ConversationAttributeId"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<ConversationAttribute>)), IntercomId("ConversationAttributeId")]
    [NameOf(typeof(ConversationAttribute), NumbersAreIds = true)]
    public string? ConversationAttribute { get; set; }

    /// <summary>Returns the attribute with its options.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work =>
        work.To(work.Resource with { Key = "conversation attribute/" }) with
        {
            Doing = $"Update {work.Resource} of conversation attribute {ConversationAttribute}{WorkText.Fields(work)}",
        });
}
