namespace Intercom.PowerShell;

/// <summary>Gets a visitor of your website, who is not yet a contact.</summary>
/// <remarks>Intercom finds visitors only by the user id of their browser.</remarks>
/// <example>
/// <para>Gets a visitor by the user id of the visitor's browser.</para>
/// <code>Get-IntercomVisitor 3ecf64d0-0000-4e9f-88e1-000000000001</code>
/// <outcome>$output[0].Pseudonym -eq 'Violet Suitcase'</outcome>
/// </example>
/// <example>
/// <para>Shows where the visitor came from.</para>
/// <code>
/// Get-IntercomVisitor 3ecf64d0-0000-4e9f-88e1-000000000003 |
///     Select-Object Pseudonym, Referrer, SessionCount
/// </code>
/// <outcome>$output[0].Referrer -eq 'https://search.example/' -and $output[0].SessionCount -eq 2</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomVisitor"), OutputType(typeof(Intercom.Visitor))]
[Operation("GET", "visitors")]
public sealed class GetVisitorCommand : IntercomReadCommand
{
    /// <summary>The user id that the Messenger assigned to the visitor's browser.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), ValidateNotNullOrEmpty, IntercomId("UserId"), Query("user_id")]
    public string? UserId { get; set; }
}
