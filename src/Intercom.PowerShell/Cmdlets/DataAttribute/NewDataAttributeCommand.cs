using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Creates custom attributes of contacts or companies. Those of conversations are made in Intercom itself. An attribute cannot be deleted, only archived.</summary>
/// <example>
/// <para>Creates an attribute of companies for a whole number.</para>
/// <code>New-IntercomDataAttribute licences company integer</code>
/// <outcome>$output[0].Name -eq 'licences' -and $output[0].Model -eq 'company' -and $output[0].DataType -eq 'integer'</outcome>
/// </example>
/// <example>
/// <para>Creates an attribute of contacts that accepts one of a few values.</para>
/// <code>New-IntercomDataAttribute tier contact -Option bronze, silver, gold</code>
/// <outcome>$output[0].Name -eq 'tier' -and ($output[0] | ConvertTo-Json -Depth 5) -match 'silver'</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomDataAttribute", SupportsShouldProcess = true), OutputType(typeof(Intercom.DataAttribute))]
[Operation("POST", "data_attributes")]
public sealed class NewDataAttributeCommand : DataAttributeFieldsCommand
{
    /// <summary>The attribute's name; it must be new for contacts and companies alike.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }

    /// <summary>contact or company.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), OneOf("contact", "company"), ArgumentCompleter(typeof(AttributeModelCompleter)), Body("model")]
    public string? Model { get; set; }

    /// <summary>string (default), integer, float, boolean, datetime, date, or options for a list, which -Option implies. It cannot be changed through the API later.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true), OneOf("string", "integer", "float", "boolean", "datetime", "date", "options"), ArgumentCompleter(typeof(AttributeTypeCompleter)), Body("data_type")]
    public string? DataType { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var isList = input.Has(nameof(Option));
        // Intercom reads a list as the type of its values.
        if (input.IsCopy && isList && !input.IsOnCommandLine(nameof(DataType))) input = input.Without(nameof(DataType));
        DataType = input.Bound.TryGetValue(nameof(DataType), out var type) && type is not null ? DataType!.ToLowerInvariant() : isList ? "options" : "string";
        Model = Model?.ToLowerInvariant();
        var planned = base.PlanWork(input.Supply(nameof(DataType), DataType));
        if (DataType == "options" && !isList) throw new ArgumentException($"The attribute '{Name}' is a list, and no values were given. Give at least two: -Option small, large.");
        if (DataType != "options" && isList) throw new ArgumentException($"The attribute '{Name}' has -Option, but its -DataType is {DataType}. Leave -DataType out, or -Option.");
        return planned.Select(work => work with { Doing = $"Create data attribute {Name} of type {DataType} for {Model} objects" });
    }
}

/// <summary>Completes what an attribute can belong to.</summary>
internal sealed class AttributeModelCompleter() : WordCompleter("contact", "company");

/// <summary>Completes the types of attributes.</summary>
internal sealed class AttributeTypeCompleter() : WordCompleter("string", "integer", "float", "boolean", "datetime", "date", "options");
