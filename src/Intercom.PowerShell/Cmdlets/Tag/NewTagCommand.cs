using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Creates tags, or returns the existing tags that have these names, in any case.</summary>
/// <example>
/// <para>Creates a tag, or returns the existing tag that has this name.</para>
/// <code>New-IntercomTag 'VIP customer'</code>
/// <outcome>$output[0].Name -eq 'VIP customer' -and (Get-IntercomTag).Count -eq 13</outcome>
/// </example>
/// <example>
/// <para>Creates several tags.</para>
/// <code>'Spring fair', 'Autumn fair' | New-IntercomTag</code>
/// <outcome>Test-Same $output.Name 'Spring fair', 'Autumn fair'</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomTag", SupportsShouldProcess = true), OutputType(typeof(Intercom.Tag))]
[Operation("POST", "tags", Retry = RetryClass.Idempotent)]
public sealed class NewTagCommand : IntercomWriteCommand
{
    /// <summary>The name of one or more tags.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty]
    [Body("name")]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) =>
        from work in base.PlanWork(input)
        from name in Name
        select work.With(work.Request.WithBody(WithName(work.Request.Body!, name))).To(work.Resource with { Name = name }).ThenForget();

    private static JsonNode WithName(JsonNode body, string name)
    {
        var one = body.DeepClone();
        one["name"] = name;
        return one;
    }
}
