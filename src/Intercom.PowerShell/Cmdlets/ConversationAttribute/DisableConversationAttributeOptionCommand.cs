using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Archives options of conversation attributes. The API cannot restore them.</summary>
/// <remarks>
/// An attribute keeps at least two options that are not archived. The cmdlet refuses to archive one of the last two before it sends
/// anything.
/// </remarks>
/// <example>
/// <para>Shows which option would be archived: Outage.</para>
/// <code>
/// (Get-IntercomConversationAttribute 'Root cause').Options |
///     Where-Object Label -eq Outage |
///     Disable-IntercomConversationAttributeOption -WhatIf
/// </code>
/// <outcome>$writes.Count -eq 0 -and "$whatif" -match 'Archive conversation attribute option .*Outage'</outcome>
/// </example>
/// <example>
/// <para>Archives an option without a confirmation prompt, and shows the remaining ones.</para>
/// <code>
/// (Get-IntercomConversationAttribute 'Root cause').Options |
///     Where-Object Label -eq Outage |
///     Disable-IntercomConversationAttributeOption -Confirm:$false
/// (Get-IntercomConversationAttribute 'Root cause').Options |
///     Where-Object Archived -eq $false
/// </code>
/// <outcome>$writes.Count -eq 1 -and (Test-Same $output.Label 'Bug', 'Question')</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Disable, "IntercomConversationAttributeOption", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[Alias("Archive-IntercomConversationAttributeOption"), OutputType(typeof(Intercom.ConversationAttribute))]
[Operation("DELETE", "conversations/attributes/{ConversationAttribute}/options/{ConversationAttributeOptionId}", Since = "2.16",
    Resource = nameof(ConversationAttributeOptionId))]
public sealed class DisableConversationAttributeOptionCommand : IntercomWriteCommand
{
    private const int FewestOptions = 2;

    /// <summary>The id of one or more options.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id", "OptionId")]
    [IntercomId("ConversationAttributeOptionId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ConversationAttributeOptionId { get; set; } = [];

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
        work.To(work.Resource with { Key = "conversation attribute/" }).SentBy(SendAsync) with
        {
            Doing = $"Archive {work.Resource} of conversation attribute {ConversationAttribute}",
        });

    /// <summary>Archives the option, unless fewer than two would remain. What cannot be listed is left to Intercom.</summary>
    private static async Task<object?> SendAsync(ApiRequest request, SendContext context)
    {
        IReadOnlyList<ConversationAttribute> all = [];
        try
        {
            all = await context.Directory.ListAsync<ConversationAttribute>(context.Sink, context.Cancellation).ConfigureAwait(false);
        }
        catch (IntercomApiException failure) when (failure.StatusCode != 401)
        {
            // Intercom refuses one of the last two options itself.
        }
        foreach (var attribute in all)
        {
            var left = attribute.Options?.Where(option => option.Archived != true).ToList();
            if (left is { Count: <= FewestOptions } && left.Find(option => option.Id == request.Resource!.Id) is { } last)
            {
                throw CommandErrors.LastOptions($"{last}", $"{attribute}", left.Count);
            }
        }
        return await context.SendAsync(request).ConfigureAwait(false);
    }
}
