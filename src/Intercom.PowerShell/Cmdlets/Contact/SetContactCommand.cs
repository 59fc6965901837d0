using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>Changes the given fields of a contact; a field that is not given stays as it is, one given as $null is cleared.</summary>
/// <example>
/// <para>Changes a name and a custom attribute; all else stays.</para>
/// <code>Get-IntercomContact -ExternalId user-1 | Set-IntercomContact -Name 'Jane Doe' -CustomAttribute @{ plan = 'enterprise' }</code>
/// </example>
/// <example>
/// <para>Clears the phone number: a field that is given as $null is emptied.</para>
/// <code>Get-IntercomContact -ExternalId user-2 | Set-IntercomContact -Phone $null -PassThru</code>
/// </example>
/// <example>
/// <para>Makes an admin the owner of everybody in a company.</para>
/// <code>Get-IntercomCompany -Name 'Iris Health' | Get-IntercomContact | Set-IntercomContact -Owner 5002</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomContact", SupportsShouldProcess = true), OutputType(typeof(Contact))]
[Operation("PUT", "contacts/{ContactId}")]
public sealed class SetContactCommand : ContactFieldsCommand
{
    /// <summary>The contact's id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>The contact's e-mail address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("email")]
    public string? Email { get; set; }

    /// <summary>user or lead; makes a lead a user.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("user", "lead"), ArgumentCompleter(typeof(RoleCompleter)), Body("role")]
    public string? Role { get; set; }

    /// <summary>Gives the changed contact.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
