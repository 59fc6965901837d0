using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Changes the name or the conditions of audiences.</summary>
/// <remarks>-Predicate and -RolePredicate replace all conditions of their kind.</remarks>
/// <example>
/// <para>Renames an audience.</para>
/// <code>Get-IntercomAudience Leads | Set-IntercomAudience -Name 'New leads'</code>
/// <outcome>$writes.Count -eq 1 -and (Get-IntercomAudience).Name -contains 'New leads'</outcome>
/// </example>
/// <example>
/// <para>Replaces the conditions of an audience, and returns the audience.</para>
/// <code>
/// $plan = @{ attribute = 'custom_attributes.plan'; type = 'string'
///     comparison = 'eq'; value = 'pro' }
/// Set-IntercomAudience 6501 -Predicate $plan -PassThru
/// </code>
/// <outcome>"$($output[0].Predicates)" -eq 'custom_attributes.plan eq pro' -and $output[0].Name -eq 'Enterprise accounts'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomAudience", SupportsShouldProcess = true), OutputType(typeof(Audience))]
[Operation("PUT", "audiences/{AudienceId}", Since = "2.16")]
public sealed class SetAudienceCommand : IntercomWriteCommand
{
    /// <summary>The id of one or more audiences.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("AudienceId")]
    [ArgumentCompleter(typeof(IdCompleter))]
    public string[] AudienceId { get; set; } = [];

    /// <summary>The new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("NewName"), Body("name")]
    public string? Name { get; set; }

    /// <summary>All conditions of the audience, each with attribute, type, comparison and value.</summary>
    [Parameter, Alias("Predicates"), AllowEmptyCollection, Tables, Body("predicates")]
    public Hashtable[]? Predicate { get; set; }

    /// <summary>All conditions for the role of a contact, in the same form.</summary>
    [Parameter, Alias("RolePredicates"), AllowEmptyCollection, Tables, Body("role_predicates")]
    public Hashtable[]? RolePredicate { get; set; }

    /// <summary>Returns the changed audience.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(Senders.ThenForget);
}
