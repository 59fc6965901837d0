using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Creates attributes of ticket types.</summary>
/// <remarks>An attribute cannot be deleted, only archived, and its type cannot be changed.</remarks>
/// <example>
/// <para>Creates a list attribute with three items to choose from.</para>
/// <code>
/// New-IntercomTicketTypeAttribute 'Platform' list -TicketType Bug `
///     -Description 'Where it was seen' -ListItem Web, iOS, Android
/// </code>
/// <outcome>$output[0].Name -eq 'Platform' -and ($output[0].InputOptions | ConvertTo-Json -Depth 6) -match 'Android'</outcome>
/// </example>
/// <example>
/// <para>Creates an attribute that teammates must fill in.</para>
/// <code>
/// New-IntercomTicketTypeAttribute 'Order number' string `
///     -TicketType 'Customer request' -RequiredToCreate $true
/// </code>
/// <outcome>$output[0].Name -eq 'Order number' -and $output[0].RequiredToCreate</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomTicketTypeAttribute", SupportsShouldProcess = true), OutputType(typeof(Intercom.TicketTypeAttribute))]
[Operation("POST", "ticket_types/{TicketType}/attributes")]
public sealed class NewTicketTypeAttributeCommand : TicketTypeAttributeFieldsCommand
{
    /// <summary>The attribute's name, as it appears in the attributes of a ticket.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }

    /// <summary>The data type: string (default), integer, decimal, boolean, datetime, files, or list, which -ListItem implies.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [OneOf("string", "list", "integer", "decimal", "boolean", "datetime", "files"), ArgumentCompleter(typeof(TicketAttributeTypeCompleter))]
    [Body("data_type")]
    public string? DataType { get; set; }

    /// <summary>The ticket type, by name, by id or as an object.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("TicketTypeId"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<TicketType>)), IntercomId("TicketTypeId"), NameOf(typeof(TicketType))]
    public string? TicketType { get; set; }

    /// <summary>The text that teammates and contacts see next to the field. Intercom requires it, but it can be empty.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), AllowEmptyString, Body("description")]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (input.IsCopy) input = WithOptions(input);
        DataType = input.Bound.TryGetValue(nameof(DataType), out var type) && type is not null
            ? DataType!.ToLowerInvariant() : input.Has(nameof(ListItem)) ? "list" : "string";
        if (!input.Bound.TryGetValue(nameof(Description), out var text) || text is null) Description = "";
        input = input.Supply(nameof(DataType), DataType).Supply(nameof(Description), Description);
        var planned = base.PlanWork(input);
        if (DataType == "list" && !input.Has(nameof(ListItem)))
        {
            throw CommandErrors.ListWithoutItems(Name!);
        }
        foreach (var (option, kind) in new[] { (nameof(ListItem), "list"), (nameof(Multiline), "string"),
            (nameof(AllowMultipleValues), "files") })
        {
            if (input.Has(option) && DataType != kind)
            {
                throw CommandErrors.OptionOfOtherType(option, kind, Name!, DataType!);
            }
        }
        return planned.Select(work => work with { Doing = $"Create ticket type attribute {Name} of type {DataType} in {work.Resource}" });
    }

    /// <summary>Reads the parameters of a copied attribute from its input options.</summary>
    private CommandInput WithOptions(CommandInput input)
    {
        if (RowObject.Unwrapped(input.Piped!.Properties["InputOptions"]?.Value) is not IDictionary options) return input;
        input.Bound.TryGetValue(nameof(DataType), out var type);
        return (type as string) switch
        {
            "list" when !input.Has(nameof(ListItem)) && TicketAttributeValue.Labels(options) is { Length: > 0 } labels => input.Supply(
                nameof(ListItem), ListItem = labels),
            "string" when !input.Has(nameof(Multiline)) && options["multiline"] is bool multiline => input.Supply(nameof(Multiline),
                Multiline = multiline),
            "files" when !input.Has(nameof(AllowMultipleValues))
                && options["allow_multiple_values"] is bool several =>
                input.Supply(nameof(AllowMultipleValues), AllowMultipleValues = several),
            _ => input,
        };
    }
}

/// <summary>Completes the types of ticket attributes.</summary>
internal sealed class TicketAttributeTypeCompleter()
    : WordCompleter("string", "list", "integer", "decimal", "boolean", "datetime", "files");
