namespace Intercom.PowerShell;

/// <summary>Creates custom attributes of conversations.</summary>
/// <remarks>
/// An attribute cannot be deleted, only archived, and its type cannot be changed. If the workspace has an attribute of the same name, the
/// cmdlet warns, because changes of conversations by that name would fail.
/// </remarks>
/// <example>
/// <para>Creates a list of three options for teammates to choose from.</para>
/// <code>New-IntercomConversationAttribute Urgency -Option Low, Normal, High</code>
/// <outcome>
/// $writes.Count -eq 1 -and $output[0].DataType -eq 'list'
/// Test-Same (Get-IntercomConversationAttribute Urgency).Options.Label 'Low', 'Normal', 'High'
/// </outcome>
/// </example>
/// <example>
/// <para>Creates a whole-number attribute that only the billing team sees.</para>
/// <code>
/// New-IntercomConversationAttribute 'Order number' integer `
///     -TeamId (Get-IntercomTeam Billing)
/// </code>
/// <outcome>$output[0].DataType -eq 'integer' -and "$($output[0].VisibleToTeamIds)" -eq '6002'</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomConversationAttribute", SupportsShouldProcess = true)]
[OutputType(typeof(Intercom.ConversationAttribute))]
[Operation("POST", "conversations/attributes", Since = "2.16")]
public sealed class NewConversationAttributeCommand : ConversationAttributeFieldsCommand
{
    /// <summary>The attribute's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }

    /// <summary>
    /// The data type: string (default), integer, decimal, boolean, datetime, files, list, which -Option implies, or relationship, which
    /// -ReferenceType implies.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), ArgumentCompleter(typeof(ConversationAttributeTypeCompleter))]
    [OneOf("string", "integer", "list", "decimal", "boolean", "datetime", "relationship", "files"), Body("data_type")]
    public string? DataType { get; set; }

    /// <summary>The options of a list, at least two.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Options")]
    public string[]? Option { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (input.IsCopy && input.Piped!.BaseObject is ConversationAttribute { } copied) input = WithParts(input, copied);
        var type = input.Bound.TryGetValue(nameof(DataType), out var given) && given is not null ? DataType!.ToLowerInvariant()
            : input.Has(nameof(Option)) ? "list" : input.Has(nameof(ReferenceType)) ? "relationship" : "string";
        DataType = type;
        var planned = base.PlanWork(input.Supply(nameof(DataType), type));
        if (type == "list" && !input.Has(nameof(Option))) throw CommandErrors.ListWithoutOptions(Name!);
        if (type == "relationship" && ReferenceType is null) throw CommandErrors.RelationshipWithoutType(Name!);
        foreach (var (option, kind) in new[] { (nameof(Option), "list"), (nameof(Multiline), "string"),
            (nameof(ReferenceType), "relationship"), (nameof(ObjectTypeId), "relationship") })
        {
            if (input.Has(option) && type != kind) throw CommandErrors.OptionOfOtherType(option, kind, Name!, type);
        }
        if (input.Has(nameof(Option)))
        {
            if (Option is null || Option.Length < 2 || Option.Any(string.IsNullOrWhiteSpace))
            {
                throw CommandErrors.TooFewOptions(Option?.Length ?? 0);
            }
            var labels = Option;
            planned = planned.Select(work => work.Change(body => body["options"] = new JsonArray(
                [.. labels.Select(label => new JsonObject { ["label"] = label })])));
        }
        return planned.Select(work => work.SentBy(SendAsync) with
        {
            Doing = $"Create conversation attribute {Name} of type {type}",
        });
    }

    /// <summary>Adds what another attribute has inside it: the labels of its options, and the objects that it refers to.</summary>
    private CommandInput WithParts(CommandInput input, ConversationAttribute copied)
    {
        var labels = (copied.Options ?? new ItemList<ConversationAttributeOption>([]))
            .Where(option => option.Archived != true).Select(option => option.Label ?? "").ToArray();
        if (!input.IsOnCommandLine(nameof(Option)))
        {
            input = labels.Length == 0 ? input.Without(nameof(Option)) : input.Supply(nameof(Option), Option = labels);
        }
        if (copied.Multiline != true && !input.IsOnCommandLine(nameof(Multiline))) input = input.Without(nameof(Multiline));
        if (copied.Reference is not { } reference) return input;
        if (reference.Type is not null && !input.Has(nameof(ReferenceType)))
        {
            input = input.Supply(nameof(ReferenceType), ReferenceType = reference.Type);
        }
        return reference.ObjectTypeId is null || input.Has(nameof(ObjectTypeId)) ? input
            : input.Supply(nameof(ObjectTypeId), ObjectTypeId = reference.ObjectTypeId);
    }
}

/// <summary>Completes the types of conversation attributes.</summary>
internal sealed class ConversationAttributeTypeCompleter()
    : WordCompleter("string", "integer", "list", "decimal", "boolean", "datetime", "relationship", "files");
