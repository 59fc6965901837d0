namespace Intercom.PowerShell;

/// <summary>Creates contacts, or updates existing ones with -UpdateIfExists.</summary>
/// <remarks>
/// If a user with the email address or external id exists, the error Intercom.conflict contains its id. -UpdateIfExists updates it.
/// </remarks>
/// <example>
/// <para>Creates a user.</para>
/// <code>New-IntercomContact jane@acme.example -Name 'Jane Doe'</code>
/// <outcome>
/// $output[0].Email -eq 'jane@acme.example' -and $output[0].Role -eq 'user' -and $output[0].Name -eq 'Jane Doe'
/// $writes.Count -eq 1
/// </outcome>
/// </example>
/// <example>
/// <para>Imports contacts from rows, and updates existing ones. Each row that fails causes one error, whose TargetObject is the row.</para>
/// <code>
/// $rows = @(
///     [pscustomobject]@{ ExternalId = 'user-1'; Name = 'Ada Albright' }
///     [pscustomobject]@{ ExternalId = 'new-1'; Name = 'Bea Bell' }
/// )
/// $rows | New-IntercomContact -UpdateIfExists -ErrorVariable failed
/// if ($failed) { $failed.TargetObject | Export-Csv failed.csv }
/// </code>
/// <outcome>
/// Test-Same $output.Name 'Ada Albright', 'Bea Bell'
/// (Get-IntercomContact -ExternalId user-1).Name -eq 'Ada Albright' -and -not $failed -and -not (Test-Path failed.csv)
/// </outcome>
/// </example>
/// <example>
/// <para>Creates a lead of which only the name is known.</para>
/// <code>New-IntercomContact -Role lead -Name 'Somebody from the fair'</code>
/// <outcome>$output[0].Role -eq 'lead' -and $output[0].Name -eq 'Somebody from the fair' -and -not $output[0].Email</outcome>
/// </example>
/// <example>
/// <para>Creates a user with custom attributes.</para>
/// <code>
/// $values = @{ plan = 'premium'; seats = 25 }
/// New-IntercomContact jo@acme.example -CustomAttribute $values
/// </code>
/// <outcome>
/// $output[0].CustomAttributes.plan -eq 'premium' -and $output[0].CustomAttributes.seats -eq 25 -and
///     $output[0].Email -eq 'jo@acme.example'
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomContact", SupportsShouldProcess = true), OutputType(typeof(Contact))]
[Operation("POST", "contacts")]
public sealed class NewContactCommand : ContactFieldsCommand
{
    private MissingAttributes? _missing;

    /// <summary>The contact's email address.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true), Body("email"), Trim]
    public string? Email { get; set; }

    /// <summary>The role: user (signed up, the default) or lead.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("user", "lead"), ArgumentCompleter(typeof(RoleCompleter)), Body("role")]
    public string? Role { get; set; }

    /// <summary>
    /// Updates the existing contact if one has this email address or external id. An archived contact is not updated: the cmdlet reports
    /// the error Intercom.conflict with its id. Restore the contact with Enable-IntercomContact first.
    /// </summary>
    [Parameter]
    public SwitchParameter UpdateIfExists { get; set; }

    /// <summary>
    /// Creates custom attributes that the workspace does not define yet, with types that match the specified values, and sends the contact
    /// again.
    /// </summary>
    [Parameter]
    public SwitchParameter CreateMissingAttribute { get; set; }

    /// <summary>Waits until the contact can be read and found by a search. Intercom's search can lag by minutes.</summary>
    [Parameter]
    public SwitchParameter WaitVisible { get; set; }

    /// <summary>Maximum time that -WaitVisible waits, in seconds.</summary>
    [Parameter, ValidateRange(1, 3600), WholeNumber]
    public int TimeoutSec { get; set; } = 300;

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        // Intercom's description does not state a default role, so the role is always sent.
        Role = input.Bound.TryGetValue(nameof(Role), out var role) && role is not null ? Role!.ToLowerInvariant() : "user";
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(ExternalId) && Role == "user")
        {
            throw CommandErrors.UserWithoutIdentity(UnknownColumns.Hint(input, Wiring.Columns, nameof(Email), nameof(ExternalId)));
        }
        var missing = CreateMissingAttribute ? _missing ??= new MissingAttributes("contact") : null;
        var creation = new ContactCreation(
            UpdateIfExists, WaitVisible ? TimeSpan.FromSeconds(TimeoutSec) : null, missing, MissingAttributes.TypesOf(CustomAttribute));
        var how = $"{(Role == "lead" ? " as a lead" : "")}{(UpdateIfExists ? ", or update it where it exists" : "")}";
        return base.PlanWork(input.Supply(nameof(Role), Role)).Select(work =>
        {
            var key = work.Request.Body is JsonObject body && (body["external_id"] ?? body["email"]) is { } known
                ? "contact/" + known : null;
            var contact = work.Resource with { Name = work.Resource.Name ?? ExternalId, Key = key };
            return work.To(contact).SentBy(creation, ContactCreation.SendAsync) with { Doing = $"Create {contact}{how}" };
        });
    }
}
