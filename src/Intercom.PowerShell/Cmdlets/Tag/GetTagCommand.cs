namespace Intercom.PowerShell;

/// <summary>Lists the tags of the workspace or of a contact, or gets them by id.</summary>
/// <example>
/// <para>Lists the tags.</para>
/// <code>Get-IntercomTag</code>
/// <outcome>$output.Count -eq 12 -and $output.Name -contains 'VIP'</outcome>
/// </example>
/// <example>
/// <para>Lists all tags of a contact.</para>
/// <code>Get-IntercomContact -ExternalId user-1 | Get-IntercomTag</code>
/// <outcome>
/// $output.Count -eq 12
/// $calls.Count -eq 2
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomTag", DefaultParameterSetName = "List"), OutputType(typeof(Intercom.Tag))]
[Operation("GET", "tags", ParameterSet = "List", Items = "data")]
[Operation("GET", "tags/{TagId}", ParameterSet = "Id")]
[Operation("GET", "contacts/{ContactId}/tags", ParameterSet = "Contact", Items = "data")]
public sealed class GetTagCommand : IntercomReadCommand
{
    private WildcardPattern? _pattern;

    /// <summary>The id or name of one or more tags.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true), Alias("Id"), IntercomId("TagId")]
    [OrNameOf(typeof(Tag)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] TagId { get; set; } = [];

    /// <summary>Returns all tags of these contacts, not only the first ten.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Contact", ValueFromPipelineByPropertyName = true), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>Returns only tags with this name. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "List"), Parameter(ParameterSetName = "Contact"), SupportsWildcards]
    [ArgumentCompleter(typeof(NameCompleter<Tag>))]
    public string Name { get; set; } = "*";

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        _pattern ??= WildcardPattern.Get(Name, WildcardOptions.IgnoreCase);
        if (item is Intercom.Tag tag && _pattern.IsMatch(tag.Name ?? "")) yield return item;
    }
}
