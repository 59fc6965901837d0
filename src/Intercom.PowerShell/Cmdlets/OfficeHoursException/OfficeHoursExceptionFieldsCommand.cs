using System.Collections;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomOfficeHoursException share.</summary>
public abstract class OfficeHoursExceptionFieldsCommand : IntercomWriteCommand
{
    private const string Closed = "closed";
    private const string CustomHours = "custom_hours";

    /// <summary>
    /// closed, or custom_hours, which requires -TimeInterval. With -TimeInterval the default is custom_hours. For a new exception without
    /// it, the default is closed.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf(Closed, CustomHours), Body("exception_type")]
    [ArgumentCompleter(typeof(OfficeHoursExceptionTypeCompleter))]
    public string? ExceptionType { get; set; }

    /// <summary>The exception's name, such as Christmas Day.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("name")]
    public string? Name { get; set; }

    /// <summary>The hours during which the workspace is open on that date, such as @{ Start = '09:00'; End = '13:00' }.</summary>
    [Parameter, Alias("TimeIntervals"), TimeIntervals, Body("time_intervals")]
    public Hashtable[]? TimeInterval { get; set; }

    /// <summary>Whether the exception applies on this date of every year.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("recurring_annually"), Truth]
    public bool? RecurringAnnually { get; set; }

    /// <summary>Sets the type that the hours imply, and rejects hours that do not match the type.</summary>
    private protected CommandInput WithType(CommandInput input, string? otherwise)
    {
        var hasHours = TimeInterval is { Length: > 0 };
        if (!input.Has(nameof(ExceptionType)) && (hasHours ? CustomHours : otherwise) is { } type)
        {
            return input.Supply(nameof(ExceptionType), ExceptionType = type);
        }
        var isClosed = string.Equals(ExceptionType, Closed, StringComparison.OrdinalIgnoreCase);
        if (isClosed && hasHours) throw CommandErrors.HoursOfClosedDay();
        if (input.Has(nameof(ExceptionType)) && !isClosed && !hasHours) throw CommandErrors.CustomHoursWithoutHours();
        return input;
    }

    /// <summary>Adds the date in the form that the API requires. The date is a day of the schedule's time zone.</summary>
    private protected static Work OnDay(Work work, DateTime? date) => date is not { } day ? work
        : work.Change(body => body["exception_date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>Completes the types of exceptions.</summary>
internal sealed class OfficeHoursExceptionTypeCompleter() : WordCompleter("closed", "custom_hours");
