namespace Intercom.PowerShell;

/// <summary>Creates custom attributes of contacts or companies.</summary>
/// <remarks>
/// For conversations, use New-IntercomConversationAttribute. An attribute cannot be deleted, only archived.
/// </remarks>
/// <example>
/// <para>Creates a whole-number attribute of companies.</para>
/// <code>New-IntercomDataAttribute licences company integer</code>
/// <outcome>$output[0].Name -eq 'licences' -and $output[0].Model -eq 'company' -and $output[0].DataType -eq 'integer'</outcome>
/// </example>
/// <example>
/// <para>Creates a list attribute of contacts with three values to choose from.</para>
/// <code>New-IntercomDataAttribute tier contact -Option bronze, silver, gold</code>
/// <outcome>$output[0].Name -eq 'tier' -and ($output[0] | ConvertTo-Json -Depth 5) -match 'silver'</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomDataAttribute", SupportsShouldProcess = true), OutputType(typeof(Intercom.DataAttribute))]
[Operation("POST", "data_attributes")]
public sealed class NewDataAttributeCommand : DataAttributeFieldsCommand
{
    /// <summary>The attribute's name. It must not be in use, neither for contacts nor for companies.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }

    /// <summary>The model that the attribute belongs to: contact or company.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), OneOf("contact", "company")]
    [ArgumentCompleter(typeof(AttributeModelCompleter)), Body("model")]
    public string? Model { get; set; }

    /// <summary>
    /// The data type: string (default), integer, float, boolean, datetime, date, or options for a list. -Option implies options. The API
    /// cannot change the type later.
    /// </summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [OneOf("string", "integer", "float", "boolean", "datetime", "date", "options"), ArgumentCompleter(typeof(AttributeTypeCompleter))]
    [Body("data_type")]
    public string? DataType { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var isList = input.Has(nameof(Option));
        // Intercom returns the type of the values as the type of a list.
        if (input.IsCopy && isList && !input.IsOnCommandLine(nameof(DataType))) input = input.Without(nameof(DataType));
        DataType = input.Bound.TryGetValue(nameof(DataType), out var type) && type is not null ? DataType!.ToLowerInvariant() : isList
            ? "options" : "string";
        Model = Model?.ToLowerInvariant();
        var planned = base.PlanWork(input.Supply(nameof(DataType), DataType));
        if (DataType == "options" && !isList)
        {
            throw CommandErrors.ListWithoutOptions(Name!);
        }
        if (DataType != "options" && isList)
        {
            throw CommandErrors.OptionsWithoutList(Name!, DataType);
        }
        return planned.Select(work => work with { Doing = $"Create data attribute {Name} of type {DataType} for {Model} objects" });
    }
}

/// <summary>Completes the models that an attribute can belong to.</summary>
internal sealed class AttributeModelCompleter() : WordCompleter("contact", "company");

/// <summary>Completes attribute types.</summary>
internal sealed class AttributeTypeCompleter() : WordCompleter("string", "integer", "float", "boolean", "datetime", "date", "options");
