namespace Intercom.PowerShell;

/// <summary>Gets the teammates (admins) of the workspace: all, by id, or the owner of the access token.</summary>
/// <example>
/// <para>Lists the teammates of the workspace.</para>
/// <code>Get-IntercomAdmin</code>
/// <outcome>
/// $output.Count -eq 6
/// $output.Name -contains 'Ines Okafor'
/// </outcome>
/// </example>
/// <example>
/// <para>Finds teammates by the beginning of their name.</para>
/// <code>Get-IntercomAdmin Ines*</code>
/// <outcome>Test-Same $output.Name 'Ines Okafor'</outcome>
/// </example>
/// <example>
/// <para>Shows the teammate that the module acts as, and the workspace.</para>
/// <code>
/// $me = Get-IntercomAdmin -Me
/// "$me works in $($me.App)."
/// </code>
/// <outcome>"$output" -eq "$((Get-IntercomAdmin)[0].Name) works in $((Get-IntercomAdmin -Me).App)." </outcome>
/// </example>
/// <example>
/// <para>Lists the teammates who are away.</para>
/// <code>Get-IntercomAdmin | Where-Object AwayModeEnabled</code>
/// <outcome>Test-Same $output.Name 'Priya Raman'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomAdmin"), OutputType(typeof(Intercom.Admin))]
[Operation("GET", "admins", ParameterSet = "List", Items = "admins")]
[Operation("GET", "admins/{AdminId}", ParameterSet = "Id")]
[Operation("GET", "me", ParameterSet = "Me")]
public sealed class GetAdminCommand : NamedReadCommand
{
    /// <summary>The id, email address or name of one or more admins. A name can contain wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), Alias("Id"), IntercomId("AdminId"), Selects("Id")]
    [SupportsWildcards, OrNameOf(typeof(Admin)), ArgumentCompleter(typeof(IdCompleter))]
    public string[] AdminId { get; set; } = [];

    /// <summary>Returns the admin who owns the access token, with the workspace in the property App.</summary>
    [Parameter, Selects("Me")]
    public SwitchParameter Me { get; set; }

    /// <summary>Returns only admins with this name or email address. Wildcards are allowed.</summary>
    [Parameter, OnlyFor("List"), SupportsWildcards, ArgumentCompleter(typeof(NameCompleter<Admin>))]
    public override string[] Name { get; set; } = [];
}
