using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Lists the events of a contact, newest first.</summary>
/// <remarks>Intercom returns the events of the last 90 days.</remarks>
/// <example>
/// <para>Lists the events of a contact, newest first.</para>
/// <code>Get-IntercomContact -ExternalId user-123 | Get-IntercomEvent</code>
/// <outcome>
/// $output.Count -eq 6 -and $output.EventName -contains 'placed-order'
/// $output.CreatedAt | Test-Sorted -Descending
/// </outcome>
/// </example>
/// <example>
/// <para>Counts the events of a contact by name.</para>
/// <code>Get-IntercomEvent -ExternalId user-123 -Summary</code>
/// <outcome>
/// ($output | Where-Object Name -eq 'signed-in').Count -eq 3
/// ($output | Where-Object Name -eq 'placed-order').Count -eq 2
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntercomEvent", SupportsPaging = true)]
[OutputType(typeof(Intercom.Event), typeof(Intercom.EventCount))]
[Operation("GET", "events", Paging = PageShape.Link, Items = "events", PageSize = 50)]
[QueryValue("type", "user")]
public sealed class GetEventCommand : IntercomReadCommand
{
    /// <summary>The contact's id.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true), IntercomId("ContactId"), Selects("ContactId")]
    [Query("intercom_user_id")]
    public string? ContactId { get; set; }

    /// <summary>The contact's id in your own system.</summary>
    [Parameter, Alias("UserId"), ValidateNotNullOrEmpty, Query("user_id"), Trim, Selects("ExternalId")]
    public string? ExternalId { get; set; }

    /// <summary>The contact's email address.</summary>
    [Parameter, ValidateNotNullOrEmpty, Query("email"), Trim, Selects("Email")]
    public string? Email { get; set; }

    /// <summary>Returns one object per event name, with the count and the first and last time, instead of the events.</summary>
    [Parameter, Query("summary")]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<object> Output(object item)
    {
        Session.KeepEventName(item switch { Intercom.Event happened => happened.EventName, Intercom.EventCount count => count.Name,
            _ => null });
        return base.Output(item);
    }

    /// <inheritdoc/>
    protected override System.Type ItemModel(OperationAttribute operation) => Summary
        ? typeof(Intercom.EventCount) : typeof(Intercom.Event);
}
