using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Adds options to conversation attributes of the type list.</summary>
/// <example>
/// <para>Adds two options to an attribute.</para>
/// <code>
/// New-IntercomConversationAttributeOption Refund, Other `
///     -ConversationAttribute 'Root cause'
/// </code>
/// <outcome>
/// $writes.Count -eq 2
/// Test-Same (Get-IntercomConversationAttribute 'Root cause').Options.Label 'Bug', 'Question', 'Outage', 'Refund', 'Other'
/// </outcome>
/// </example>
/// <example>
/// <para>Adds an option to the list attributes that do not have it yet.</para>
/// <code>
/// Get-IntercomConversationAttribute |
///     Where-Object { $_.Options -and $_.Options.Label -notcontains 'Other' } |
///     New-IntercomConversationAttributeOption Other
/// </code>
/// <outcome>$writes.Count -eq 1 -and $output[0].Label -eq 'Other' -and $output[0].Id</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomConversationAttributeOption", SupportsShouldProcess = true)]
[OutputType(typeof(ConversationAttributeOption))]
[Operation("POST", "conversations/attributes/{ConversationAttribute}/options", Returns = typeof(Intercom.ConversationAttribute),
    Since = "2.16")]
public sealed class NewConversationAttributeOptionCommand : IntercomWriteCommand
{
    /// <summary>The label of one or more options.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("label")]
    public string[] Label { get; set; } = [];

    /// <summary>The attribute, by name, by id or as an object.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("ConversationAttributeId"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<ConversationAttribute>)), IntercomId("ConversationAttributeId")]
    [NameOf(typeof(ConversationAttribute), NumbersAreIds = true)]
    public string? ConversationAttribute { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) =>
        from work in base.PlanWork(input)
        from label in Label
        select work.With(work.Request.WithBody(new JsonObject { ["label"] = label })).SentBy(label, SendAsync) with
        {
            Doing = $"Create option {label} of {work.Resource}",
        };

    /// <summary>The response is the whole attribute. The new option is the last one with its label.</summary>
    private static async Task<object?> SendAsync(string label, ApiRequest request, SendContext context)
    {
        var options = (await context.SendAsync<Intercom.ConversationAttribute>(request).ConfigureAwait(false))?.Options;
        return options?.LastOrDefault(option => option.Label == label) ?? options?.LastOrDefault();
    }
}
