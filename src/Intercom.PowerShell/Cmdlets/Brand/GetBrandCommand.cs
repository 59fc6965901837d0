namespace Intercom.PowerShell;

/// <summary>Lists the workspace's brands, or gets them by id or name.</summary>
/// <example>
/// <para>Lists the brands.</para>
/// <code>Get-IntercomBrand</code>
/// <outcome>Test-Same $output.Name 'Sandbox', 'Fernway'</outcome>
/// </example>
/// <example>
/// <para>Shows the sender address of a brand.</para>
/// <code>
/// (Get-IntercomBrand Fernway).DefaultAddressSettingsId |
///     Get-IntercomEmailSetting
/// </code>
/// <outcome>$output.Count -eq 1 -and $output[0].Email -eq 'hello@fernway.example'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomBrand"), OutputType(typeof(Brand))]
[Operation("GET", "brands", ParameterSet = "List", Items = "data", Since = "2.15")]
[Operation("GET", "brands/{BrandId}", ParameterSet = "Id", Since = "2.15")]
public sealed class GetBrandCommand : NamedReadCommand
{
    /// <summary>The id or name of one or more brands. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("BrandId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(Brand)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] BrandId { get; set; } = [];

    /// <summary>Returns only brands with this name. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<Brand>))]
    public override string[] Name { get; set; } = [];
}
