using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Creates attributes of ticket types. An attribute cannot be deleted, only archived, and its type stays.</summary>
/// <example>
/// <para>Creates a list to choose from.</para>
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
    /// <summary>The attribute's name, as it will stand in a ticket's attributes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }

    /// <summary>string (default), integer, decimal, boolean, datetime, files, or list, which -ListItem implies.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true), OneOf("string", "list", "integer", "decimal", "boolean", "datetime", "files"), ArgumentCompleter(typeof(TicketAttributeTypeCompleter)), Body("data_type")]
    public string? DataType { get; set; }

    /// <summary>The ticket type, by name, by id or as an object.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true), Alias("TicketTypeId"), ValidateNotNullOrEmpty, ArgumentCompleter(typeof(NameCompleter<TicketType>)), IntercomId("TicketTypeId"), NameOf(typeof(TicketType))]
    public string? TicketType { get; set; }

    /// <summary>What teammates and contacts read beside the field. Intercom wants it, but it may be empty.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), AllowEmptyString, Body("description")]
    public string? Description { get; set; }

    /// <inheritdoc/>
    protected override Dictionary<string, object?> BoundNow()
    {
        var bound = base.BoundNow();
        if (IsCopy) TakeOptions(bound);
        if (!bound.TryGetValue(nameof(DataType), out var type) || type is null) DataType = bound.ContainsKey(nameof(ListItem)) ? "list" : "string";
        bound[nameof(DataType)] = DataType = DataType!.ToLowerInvariant();
        if (!bound.TryGetValue(nameof(Description), out var text) || text is null) Description = "";
        bound[nameof(Description)] = Description;
        return bound;
    }

    /// <summary>What a copied attribute holds among its input options: a list's items, and what its type allows.</summary>
    private void TakeOptions(Dictionary<string, object?> bound)
    {
        if (RowObject.Unwrapped(InputObject!.Properties["InputOptions"]?.Value) is not IDictionary options) return;
        bound.TryGetValue(nameof(DataType), out var type);
        if (type as string == "list" && !bound.ContainsKey(nameof(ListItem)) && TicketAttributeValues.Labels(options) is { Length: > 0 } labels) bound[nameof(ListItem)] = ListItem = labels;
        if (type as string == "string" && !bound.ContainsKey(nameof(Multiline)) && options["multiline"] is bool multiline) bound[nameof(Multiline)] = Multiline = multiline;
        if (type as string == "files" && !bound.ContainsKey(nameof(AllowMultipleValues)) && options["allow_multiple_values"] is bool several) bound[nameof(AllowMultipleValues)] = AllowMultipleValues = several;
    }

    /// <inheritdoc/>
    protected override void Validate(IReadOnlyDictionary<string, object?> bound)
    {
        base.Validate(bound);
        if (DataType == "list" && !bound.ContainsKey(nameof(ListItem))) throw new ArgumentException($"The attribute '{Name}' is a list, and no items were given. Give them: -ListItem Low, High.");
        foreach (var (option, kind) in new[] { (nameof(ListItem), "list"), (nameof(Multiline), "string"), (nameof(AllowMultipleValues), "files") })
        {
            if (bound.ContainsKey(option) && DataType != kind) throw new ArgumentException($"-{option} is for attributes of type {kind}, but '{Name}' is of type {DataType}. Leave it out, or say -DataType {kind}.");
        }
    }
}

/// <summary>Completes the types of ticket attributes.</summary>
internal sealed class TicketAttributeTypeCompleter() : WordCompleter("string", "list", "integer", "decimal", "boolean", "datetime", "files");
