namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of contacts.</summary>
/// <remarks>Fields that are not specified keep their values. A field that is specified as $null is cleared.</remarks>
/// <example>
/// <para>Changes a name and a custom attribute. All other fields keep their values.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-1 |
///     Set-IntercomContact -Name 'Ada Doe' -CustomAttribute @{ seats = 30 }
/// </code>
/// <outcome>
/// $contact, $old = (Get-IntercomContact -ExternalId user-1), (Before { Get-IntercomContact -ExternalId user-1 })
/// $writes.Count -eq 1 -and $contact.Name -eq 'Ada Doe' -and $contact.CustomAttributes.seats -eq 30
/// $contact.Email -eq $old.Email -and $contact.CustomAttributes.plan -eq $old.CustomAttributes.plan
/// </outcome>
/// </example>
/// <example>
/// <para>Clears the phone number and returns the contact. $null clears a field.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-123 |
///     Set-IntercomContact -Phone $null -PassThru
/// </code>
/// <outcome>
/// $output[0].ExternalId -eq 'user-123' -and -not $output[0].Phone
/// (Before { Get-IntercomContact -ExternalId user-123 }).Phone.Length -gt 5
/// </outcome>
/// </example>
/// <example>
/// <para>Makes a teammate the owner of all contacts of a company.</para>
/// <code>
/// Get-IntercomCompany -Name 'Iris Health' | Get-IntercomContact |
///     Set-IntercomContact -Owner tomas@sandbox.example
/// </code>
/// <outcome>
/// $writes.Count -eq 13
/// (Get-IntercomCompany -Name 'Iris Health' | Get-IntercomContact) | Test-Each { $_.OwnerId -eq 5002 }
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomContact", SupportsShouldProcess = true), OutputType(typeof(Contact))]
[Operation("PUT", "contacts/{ContactId}")]
public sealed class SetContactCommand : ContactFieldsCommand
{
    /// <summary>The id of one or more contacts.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("ContactId")]
    public string[] ContactId { get; set; } = [];

    /// <summary>The contact's email address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("email"), Trim]
    public string? Email { get; set; }

    /// <summary>The role: user or lead. Specify user to turn a lead into a user.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("user", "lead"), ArgumentCompleter(typeof(RoleCompleter)), Body("role")]
    public string? Role { get; set; }

    /// <summary>Returns with the contact which contacts were merged into it, in MergeHistory. Requires version 2.16 of the API.</summary>
    [Parameter, Query("include_merge_history"), Since("2.16")]
    public SwitchParameter IncludeMergeHistory { get; set; }

    /// <summary>Returns the changed contact.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
