using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>Creates contacts, or updates existing ones with -UpdateIfExists.</summary>
/// <remarks>
/// If a user with the e-mail address or external id exists, the error Intercom.conflict contains its id. -UpdateIfExists updates it.
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
/// <outcome>$output[0].CustomAttributes.plan -eq 'premium' -and $output[0].CustomAttributes.seats -eq 25 -and $output[0].Email -eq 'jo@acme.example'</outcome>
/// </example>
[Cmdlet(VerbsCommon.New, "IntercomContact", SupportsShouldProcess = true), OutputType(typeof(Contact))]
[Operation("POST", "contacts")]
public sealed class NewContactCommand : ContactFieldsCommand
{
    private MissingAttributes? _missing;
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(500);

    /// <summary>The contact's e-mail address.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true), Body("email"), Trim]
    public string? Email { get; set; }

    /// <summary>The role: user (signed up, the default) or lead.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("user", "lead"), ArgumentCompleter(typeof(RoleCompleter)), Body("role")]
    public string? Role { get; set; }

    /// <summary>
    /// Updates the existing contact if one has this e-mail address or external id. An archived contact is not updated: the cmdlet reports
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
    protected override Dictionary<string, object?> BoundNow()
    {
        var bound = base.BoundNow();
        // The description does not say what a contact without a role becomes; so one is always said.
        if (!bound.TryGetValue(nameof(Role), out var role) || role is null) Role = "user";
        bound[nameof(Role)] = Role = Role!.ToLowerInvariant();
        return bound;
    }

    /// <inheritdoc/>
    protected override void Validate(IReadOnlyDictionary<string, object?> bound)
    {
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(ExternalId) && Role == "user")
        {
            throw new ArgumentException("A user needs -Email or -ExternalId, and neither was given. Give one, or -Role lead for somebody not yet known." + PassedOver(nameof(Email), nameof(ExternalId)));
        }
    }

    /// <inheritdoc/>
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        var client = Session.Client;
        var update = UpdateIfExists.IsPresent;
        var patience = WaitVisible ? TimeSpan.FromSeconds(TimeoutSec) : (TimeSpan?)null;
        var missing = CreateMissingAttribute ? _missing ??= new MissingAttributes(client, "contact", Sink) : null;
        var types = MissingAttributes.TypesOf(CustomAttribute);
        Task<Contact?> Send(ApiRequest request, CancellationToken cancellation) => missing is null
            ? client.SendAsync<Contact>(request, Sink, cancellation)
            : missing.SendAsync(() => client.SendAsync<Contact>(request, Sink, cancellation), types, cancellation);
        return async (request, cancellation) =>
        {
            Contact? contact;
            try
            {
                contact = await Send(request, cancellation).ConfigureAwait(false);
            }
            catch (IntercomApiException conflict) when (update && conflict is { StatusCode: 409, IsExistingArchived: false, ExistingId.Length: > 0 })
            {
                var change = CommandPlan.RequestOf<SetContactCommand>("", conflict.ExistingId!).WithBody(WithoutRole(request.Body));
                contact = await Send(change, cancellation).ConfigureAwait(false);
            }
            if (patience is { } limit && contact?.Id is { } id) contact = await VisibleAsync(client, contact, id, limit, cancellation).ConfigureAwait(false);
            return contact;
        };
    }

    /// <inheritdoc/>
    protected override string? ResourceKey(ApiRequest request, OperationAttribute operation) =>
        request.Body is JsonObject body && (body["external_id"] ?? body["email"]) is { } key ? "contacts/" + key : null;

    /// <summary>Role is said at birth only unless it was asked for: an existing lead must not become a user by the way.</summary>
    private static JsonNode? WithoutRole(JsonNode? body)
    {
        var change = (JsonObject?)body?.DeepClone();
        change?.Remove("role");
        return change;
    }

    private async Task<Contact> VisibleAsync(IntercomClient client, Contact created, string id, TimeSpan patience, CancellationToken cancellation)
    {
        var find = CommandPlan.RequestOf<SearchContactCommand>("").WithBody(new JsonObject
        {
            ["query"] = new JsonObject { ["field"] = "id", ["operator"] = "=", ["value"] = id }, ["pagination"] = new JsonObject { ["per_page"] = 1 },
        });
        var end = client.Time.GetUtcNow() + patience;
        var pause = FirstLook;
        while (true)
        {
            if (await IsVisibleAsync(client, find, id, cancellation).ConfigureAwait(false) is { } seen) return seen;
            if (client.Time.GetUtcNow() + pause > end)
            {
                Sink.Write(new DiagnosticEvent(DiagnosticKind.Warning, $"Contact {id} was created, but a search does not find it after {patience.TotalSeconds:0} s yet; it will in a while."));
                return created;
            }
            Sink.Write(new DiagnosticEvent(DiagnosticKind.Waiting, $"Contact {id} is not visible yet", pause));
            await Clock.Delay(client.Time, pause, cancellation).ConfigureAwait(false);
            pause = TimeSpan.FromSeconds(Math.Min(15, pause.TotalSeconds * 1.6));
        }
    }

    private async Task<Contact?> IsVisibleAsync(IntercomClient client, ApiRequest find, string id, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.SendRawAsync(find, Sink, cancellation).ConfigureAwait(false);
            if (!Pager.HasItems(find, answer)) return null;
            return await client.SendAsync<Contact>(CommandPlan.RequestOf<GetContactCommand>("Id", id), Sink, cancellation).ConfigureAwait(false);
        }
        catch (IntercomApiException failure) when (failure.StatusCode == 404)
        {
            return null;
        }
    }
}
