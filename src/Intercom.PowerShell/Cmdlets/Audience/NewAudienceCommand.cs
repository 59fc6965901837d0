using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Creates audiences, which limit the content that Fin uses to a group of contacts.</summary>
/// <remarks>
/// Intercom does not describe all words that conditions accept, so conditions are sent unchanged. Examples are the types string and role,
/// and the comparisons eq and contains.
/// </remarks>
/// <example>
/// <para>Creates an audience of the users of one company.</para>
/// <code>
/// $company = @{ attribute = 'company.name'; type = 'string'
///     comparison = 'contains'; value = 'Acme' }
/// $role = @{ attribute = 'role'; type = 'role'
///     comparison = 'eq'; value = 'user' }
/// New-IntercomAudience 'Acme users' -Predicate $company -RolePredicate $role
/// </code>
/// <outcome>
/// $output[0].Name -eq 'Acme users' -and "$($output[0].Predicates)" -eq 'company.name contains Acme'
/// "$((Get-IntercomAudience 'Acme users').RolePredicates)" -eq 'role eq user'
/// </outcome>
/// </example>
/// <example>
/// <para>Creates an audience with the conditions of another one.</para>
/// <code>
/// Get-IntercomAudience Leads | New-IntercomAudience -Name 'Leads (copy)'
/// </code>
/// <outcome>
/// "$($output[0].RolePredicates)" -eq "$((Get-IntercomAudience Leads).RolePredicates)"
/// $output[0].Name -eq 'Leads (copy)'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomAudience", SupportsShouldProcess = true), OutputType(typeof(Audience))]
[Operation("POST", "audiences", Since = "2.16")]
public sealed class NewAudienceCommand : IntercomWriteCommand
{
    /// <summary>The audience's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }

    /// <summary>The conditions, each with attribute, type, comparison and value.</summary>
    [Parameter, Alias("Predicates"), Tables, Body("predicates")]
    public Hashtable[]? Predicate { get; set; }

    /// <summary>The conditions for the role of a contact, in the same form.</summary>
    [Parameter, Alias("RolePredicates"), Tables, Body("role_predicates")]
    public Hashtable[]? RolePredicate { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(Senders.ThenForget);
}
