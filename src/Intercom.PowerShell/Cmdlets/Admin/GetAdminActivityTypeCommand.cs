namespace Intercom.PowerShell;

/// <summary>Lists the kinds of actions that the activity log of teammates contains, for -EventType of Get-IntercomAdminActivity.</summary>
/// <example>
/// <para>Lists the kinds that concern sign-ins.</para>
/// <code>Get-IntercomAdminActivityType *login*</code>
/// <outcome>Test-Same $output 'admin_login_failure', 'admin_login_success'</outcome>
/// </example>
/// <example>
/// <para>Lists yesterday's and today's actions that concern the settings of the workspace.</para>
/// <code>
/// Get-IntercomAdminActivity yesterday `
///     -EventType (Get-IntercomAdminActivityType app_*)
/// </code>
/// <outcome>$calls[-1].Path -match 'activity_logs/search' -and -not $errors</outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomAdminActivityType"), OutputType(typeof(string))]
[Operation("GET", "admins/activity_log_event_types", Items = "event_types", Since = "2.16")]
public sealed class GetAdminActivityTypeCommand : IntercomReadCommand
{
    /// <summary>Returns only kinds with this name. Wildcards are allowed.</summary>
    [Parameter(Position = 0), SupportsWildcards, ArgumentCompleter(typeof(ActivityTypeCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    private protected override void ReadInput(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        var isEmpty = Name is null || Name.Length == 0 || Array.Exists(Name, string.IsNullOrWhiteSpace);
        if (bound.ContainsKey(nameof(Name)) && isEmpty) throw CommandErrors.EmptyValue(nameof(Name));
        base.ReadInput(operation, bound);
    }

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        if (Name.Length == 0 || Array.Exists(Name, pattern =>
            WildcardPattern.Get(pattern.Trim(), WildcardOptions.IgnoreCase).IsMatch(item.ToString()))) yield return item;
    }
}
