namespace Intercom.PowerShell;

/// <summary>Lists the custom attributes that conversations can have, or gets them by id or name.</summary>
/// <example>
/// <para>Lists the attributes with their options.</para>
/// <code>Get-IntercomConversationAttribute</code>
/// <outcome>
/// Test-Same $output.Name 'issue_type', 'Root cause'
/// Test-Same $output.Options.Label 'Bug', 'Question', 'Outage'
/// </outcome>
/// </example>
/// <example>
/// <para>Lists the options of an attribute that conversations can still be given.</para>
/// <code>
/// (Get-IntercomConversationAttribute 'Root cause').Options |
///     Where-Object Archived -eq $false
/// </code>
/// <outcome>Test-Same $output.Label 'Bug', 'Question', 'Outage'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomConversationAttribute"), OutputType(typeof(Intercom.ConversationAttribute))]
[Operation("GET", "conversations/attributes", ParameterSet = "List", Items = "data", Since = "2.16")]
[Operation("GET", "conversations/attributes/{ConversationAttributeId}", ParameterSet = "Id", Since = "2.16")]
public sealed class GetConversationAttributeCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more attributes. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ConversationAttributeId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(ConversationAttribute)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] ConversationAttributeId { get; set; } = [];

    /// <summary>Returns only attributes with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<ConversationAttribute>))]
    public override string[] Name { get; set; } = [];

    /// <summary>Includes archived attributes.</summary>
    [Parameter, OnlyFor("List"), Query("include_archived")]
    public SwitchParameter IncludeArchived { get; set; }
}
