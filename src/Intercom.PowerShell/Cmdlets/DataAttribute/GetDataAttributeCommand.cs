using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the data attributes of contacts, companies and conversations, built-in and custom.</summary>
/// <remarks>
/// Since version 2.16 of the API, the list does not contain the attributes of conversations. This cmdlet therefore sends version 2.15 at
/// most, unless the connection has -StrictVersion.
/// </remarks>
/// <example>
/// <para>Lists the custom attributes of contacts.</para>
/// <code>Get-IntercomDataAttribute -Model contact -Custom</code>
/// <outcome>Test-Same $output.Name 'plan', 'seats', 'trial', 'signup_date', 'score'</outcome>
/// </example>
/// <example>
/// <para>Finds attributes by part of their name.</para>
/// <code>Get-IntercomDataAttribute *date*</code>
/// <outcome>$output.Name -contains 'signup_date' -and ($output | Test-Each { $_.Name -like '*date*' })</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomDataAttribute"), OutputType(typeof(Intercom.DataAttribute))]
[Operation("GET", "data_attributes", Items = "data", Until = ApiChanges.LastWithConversationAttributes)]
public sealed class GetDataAttributeCommand : NamedReadCommand
{
    /// <summary>Returns only attributes with this name. Wildcards are allowed.</summary>
    [Parameter(Position = 0), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<DataAttribute>))]
    public override string[] Name { get; set; } = [];

    /// <summary>Returns only attributes of this model: contact, company or conversation.</summary>
    [Parameter, ValidateSet("contact", "company", "conversation"), Query("model"), Trim]
    public string? Model { get; set; }

    /// <summary>Returns only the workspace's custom attributes.</summary>
    [Parameter]
    public SwitchParameter Custom { get; set; }

    /// <summary>Includes archived attributes.</summary>
    [Parameter, Query("include_archived")]
    public SwitchParameter IncludeArchived { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (!Custom || item is Intercom.DataAttribute { Custom: true }) yield return item;
    }
}
