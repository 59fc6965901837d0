using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists macros (saved replies), or gets them by id or name.</summary>
/// <remarks>
/// Intercom returns the macros that the admin of the access token can see. The placeholders in BodyText are those of -AsTemplate, as far as
/// they are attributes of the contact.
/// </remarks>
/// <example>
/// <para>Replies to a conversation with a macro. Its placeholders are replaced with the values of the contact.</para>
/// <code>
/// $macro = Get-IntercomMacro 'Thanks for waiting'
/// Get-IntercomConversation 100120 |
///     Send-IntercomReply $macro.BodyText -AsTemplate
/// </code>
/// <outcome>
/// $writes.Count -eq 1 -and $macro.BodyText -match '{{'
/// $said = (Get-IntercomConversation 100120).ConversationParts[-1].Body
/// $said -match 'thanks for waiting' -and $said -notmatch '{{|fallback'
/// </outcome>
/// </example>
/// <example>
/// <para>Lists the macros that were changed in the last 30 days, latest change first.</para>
/// <code>Get-IntercomMacro -UpdatedSince -30d</code>
/// <outcome>
/// $output | Test-Each { $_.UpdatedAt -gt (Get-Date).AddDays(-30.01) }
/// $output.UpdatedAt | Test-Sorted -Descending
/// $output.Count -lt (Before { Get-IntercomMacro }).Count
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomMacro", SupportsPaging = true), OutputType(typeof(Macro))]
[Operation("GET", "macros", ParameterSet = "List", Paging = PageShape.Cursor, Items = "data", PageSize = 150, Since = "2.16")]
[Operation("GET", "macros/{MacroId}", ParameterSet = "Id", Since = "2.16")]
public sealed class GetMacroCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more macros. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("MacroId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(Macro)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] MacroId { get; set; } = [];

    /// <summary>Returns only macros with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<Macro>))]
    public override string[] Name { get; set; } = [];

    /// <summary>Returns only macros that were changed after this time. A date without a time of day means the start of that day.</summary>
    [Parameter, OnlyFor("List"), Query("updated_since"), DateInput(IsBack = true), ArgumentCompleter(typeof(PastDateCompleter))]
    public DateTime UpdatedSince { get; set; }
}
