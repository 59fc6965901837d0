namespace Intercom.PowerShell;

/// <summary>The parameters that New- and Set-IntercomDataAttribute share.</summary>
public abstract class DataAttributeFieldsCommand : IntercomWriteCommand
{
    /// <summary>The description that teammates see.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>Whether the Messenger may set the attribute.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("messenger_writable"), Truth]
    public bool? MessengerWritable { get; set; }

    /// <summary>The values of a list attribute. A list requires at least two.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Options")]
    public string[]? Option { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!input.Has(nameof(Option))) return base.PlanWork(input);
        if (Option is null || Option.Length < 2 || Option.Any(string.IsNullOrWhiteSpace))
        {
            throw CommandErrors.TooFewOptions(Option?.Length ?? 0);
        }
        return base.PlanWork(input).Select(
            work => work.Change(body => body["options"] = new JsonArray(
            [.. Option.Select(value => new JsonObject { ["value"] = value })])));
    }
}
