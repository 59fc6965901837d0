using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Renames tags.</summary>
/// <remarks>Everything that has the tag keeps it.</remarks>
/// <example>
/// <para>Renames a tag. Everything that has the tag keeps it.</para>
/// <code>Set-IntercomTag Urgent 'Do it now'</code>
/// <outcome>
/// (Get-IntercomTag).Name -contains 'Do it now' -and (Get-IntercomTag).Name -notcontains 'Urgent'
/// @(Search-IntercomContact @{ tag_id = '7012' }).Count -eq 20
/// </outcome>
/// </example>
/// <example>
/// <para>Changes the names of tags that begin with 'bug' to upper case, and returns the tags.</para>
/// <code>
/// Get-IntercomTag -Name bug* |
///     ForEach-Object { Set-IntercomTag $_ $_.Name.ToUpper() -PassThru }
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].Name -ceq 'BUG REPORT'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomTag", SupportsShouldProcess = true), OutputType(typeof(Intercom.Tag))]
[Operation("POST", "tags", Retry = RetryClass.Idempotent)]
public sealed class SetTagCommand : IntercomWriteCommand
{
    /// <summary>The tag, by its current name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), Alias("Id", "TagId"), ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Tag>)), IntercomId("TagId"), NameOf(typeof(Tag)), Body("id")]
    public string? Tag { get; set; }

    /// <summary>The new name.</summary>
    [Parameter(Mandatory = true, Position = 1), Alias("NewName"), ValidateNotNullOrEmpty, Body("name")]
    public string? Name { get; set; }

    /// <summary>Returns the renamed tag.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var tag = Wiring.ResourceOf(nameof(Tag), Tag, input.Piped);
        return base.PlanWork(input).Select(work => work.To(tag).ThenForget() with { Doing = $"Rename {tag} to {Name}" });
    }
}
