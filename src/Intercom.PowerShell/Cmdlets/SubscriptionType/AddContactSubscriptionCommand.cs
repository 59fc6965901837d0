using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Records a contact's choice about a subscription type, to opt out or to opt in.</summary>
/// <remarks>
/// Adding an opt_out type opts the contact OUT: the contact no longer receives such messages. Adding an opt_in type opts the contact in.
/// Remove-IntercomContactSubscription removes the choice.
/// </remarks>
/// <example>
/// <para>Opts a contact out of the newsletter.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-2 |
///     Add-IntercomContactSubscription Newsletter opt_out
/// </code>
/// <outcome>Test-Same (Get-IntercomContact -ExternalId user-2 | Get-IntercomSubscriptionType).Name 'Newsletter'</outcome>
/// </example>
/// <example>
/// <para>Opts a contact in to text messages, and lists the contact's choices.</para>
/// <code>
/// $contact = Get-IntercomContact -ExternalId user-2
/// $contact | Add-IntercomContactSubscription 'Text messages' opt_in
/// $contact | Get-IntercomSubscriptionType
/// </code>
/// <outcome>Test-Same $output.Name 'Text messages'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Add, "IntercomContactSubscription", SupportsShouldProcess = true), OutputType(typeof(Intercom.Contact))]
[Operation("POST", "contacts/{ContactId}/subscriptions", Retry = RetryClass.Idempotent, Returns = typeof(Intercom.SubscriptionType))]
public sealed class AddContactSubscriptionCommand : ContactSubscriptionCommand
{
    /// <summary>The subscription type, by name, by id or as an object.</summary>
    [Parameter(Mandatory = true, Position = 0), IntercomId("SubscriptionTypeId"), NameOf(typeof(SubscriptionType), NumbersAreIds = true)]
    [Body("id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? SubscriptionTypeId { get; set; }

    /// <summary>
    /// The consent type of the subscription type: opt_out opts the contact OUT of these messages, opt_in opts the contact in.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1), OneOf("opt_out", "opt_in"), ArgumentCompleter(typeof(ConsentTypeCompleter))]
    [Body("consent_type")]
    public string? ConsentType { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        ApiPath.Escape(nameof(SubscriptionTypeId), SubscriptionTypeId);
        ConsentType = ConsentType?.ToLowerInvariant();
        var consent = ConsentType == "opt_in" ? "in to" : "out of";
        return base.PlanWork(input).Select(
            work => work with { Doing = $"Opt {work.Resource} {consent} subscription type {SubscriptionTypeId}" });
    }
}

/// <summary>Completes consent types.</summary>
internal sealed class ConsentTypeCompleter() : WordCompleter("opt_out", "opt_in");
