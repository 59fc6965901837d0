using System.Collections;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Changes the specified fields of a visitor.</summary>
/// <example>
/// <para>Sets the name of a visitor.</para>
/// <code>
/// Get-IntercomVisitor 3ecf64d0-0000-4e9f-88e1-000000000001 |
///     Set-IntercomVisitor -Name 'Violet from the fair'
/// </code>
/// <outcome>(Get-IntercomVisitor 3ecf64d0-0000-4e9f-88e1-000000000001).Name -eq 'Violet from the fair'</outcome>
/// </example>
/// <example>
/// <para>Sets a custom attribute of a visitor, and returns the visitor.</para>
/// <code>
/// Set-IntercomVisitor -UserId 3ecf64d0-0000-4e9f-88e1-000000000002 `
///     -CustomAttribute @{ plan = 'pro' } -PassThru
/// </code>
/// <outcome>$output[0].Pseudonym -eq 'Amber Lantern' -and $output[0].CustomAttributes.plan -eq 'pro'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomVisitor", SupportsShouldProcess = true), OutputType(typeof(Intercom.Visitor))]
[Operation("PUT", "visitors")]
public sealed class SetVisitorCommand : IntercomWriteCommand
{
    /// <summary>The visitor's id, as assigned by Intercom.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("VisitorId"), Selects("Id"), Body("id")]
    public string? VisitorId { get; set; }

    /// <summary>The user id that the Messenger assigned to the visitor's browser.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), IntercomId("UserId"), Selects("UserId"), Body("user_id")]
    public string? UserId { get; set; }

    /// <summary>The visitor's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("name")]
    public string? Name { get; set; }

    /// <summary>Custom attributes by name. They must be defined in the workspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("CustomAttributes"), Body("custom_attributes"), AttributesOf("contact")]
    [ArgumentCompleter(typeof(AttributeTableCompleter)), Table]
    public Hashtable? CustomAttribute { get; set; }

    /// <summary>Returns the changed visitor.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input)
        .Select(work => work.To(new ApiResource(Wiring.Noun, VisitorId ?? UserId,
        VisitorId is null ? null : Wiring.ResourceOf(nameof(VisitorId), VisitorId, input.Piped).Name)));
}
