using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Office hours schedules and their exceptions.</summary>
internal static class OfficeHoursRoutes
{
    public const string Schedules = "office_hours_schedules";
    public const string Exceptions = "office_hours_exceptions";
    private const string Since = "2.16";
    private const long Day = 24 * 60;
    private const long Week = 7 * Day;

    public static void Add(Router router)
    {
        router.Add("GET", "office_hours_schedules", call =>
            Lists.Whole("office_hours_schedule.list", "data", call.Data.Table(Schedules).All.Select(Lists.Show)), Since);
        router.Add("GET", "office_hours_schedules/{}", call => Lists.Show(Schedule(call)), Since);
        router.Add("POST", "office_hours_schedules", Create, Since);
        router.Add("PUT", "office_hours_schedules/{}", call => Take(call, Schedule(call)), Since);
        router.Add("DELETE", "office_hours_schedules/{}", Delete, Since);
        router.Add("GET", "office_hours_schedules/{}/office_hours_exceptions", call =>
            Lists.Whole("office_hours_exception.list", "data", Of(call, Schedule(call)).Select(Lists.Show)), Since);
        router.Add("GET", "office_hours_schedules/{}/office_hours_exceptions/{}", call => Lists.Show(Exception(call)), Since);
        router.Add("POST", "office_hours_schedules/{}/office_hours_exceptions", CreateException, Since);
        router.Add("PUT", "office_hours_schedules/{}/office_hours_exceptions/{}", call => TakeException(call, Exception(call)), Since);
        router.Add("DELETE", "office_hours_schedules/{}/office_hours_exceptions/{}", DeleteException, Since);
    }

    public static Entity MakeSchedule(Database data, long at)
    {
        var id = data.NextNumber(Schedules, 4201);
        return data.Create(Schedules, id, Shape.Of("office_hours_schedule", new JsonObject
        {
            ["id"] = id, ["created_at"] = at, ["updated_at"] = at,
        }));
    }

    public static Entity MakeException(Database data, Entity schedule, long at)
    {
        var id = data.NextNumber(Exceptions, 4301);
        return data.Create(Exceptions, id, Shape.Of("office_hours_exception", new JsonObject
        {
            ["id"] = id, ["office_hours_schedule_id"] = schedule.Id, ["created_at"] = at, ["updated_at"] = at,
        }));
    }

    /// <summary>An interval as it is shown, with the day that Intercom derives.</summary>
    public static JsonObject Interval(long start, long end, long? day) => Shape.Of("office_hours_interval", new JsonObject
    {
        ["start_minute"] = start, ["end_minute"] = end, ["day_of_week"] = day ?? start / Day,
    });

    /// <summary>The number of the day of a date, from Monday.</summary>
    public static long DayOf(DateTime date) => ((long)date.DayOfWeek + 6) % 7;

    private static Entity Schedule(Call call) => call.Data.Table(Schedules).Find(call.Id) ?? throw NotFound();

    private static Entity Exception(Call call) => Of(call, Schedule(call)).FirstOrDefault(one => one.Id == call.Ids[1]) ?? throw NotFound();

    private static IEnumerable<Entity> Of(Call call, Entity schedule) =>
        call.Data.Table(Exceptions).All.Where(one => one.Text("office_hours_schedule_id") == schedule.Id);

    private static Reply Create(Call call)
    {
        foreach (var field in new[] { "name", "time_zone_name", "time_intervals" })
        {
            if (call.Body[field] is null) throw Refused($"{field} is required");
        }
        return Reply.With(201, Take(call, MakeSchedule(call.Data, call.Data.Now)));
    }

    private static JsonObject Take(Call call, Entity schedule)
    {
        if (call.Body.ContainsKey("time_intervals"))
        {
            var intervals = Intervals(call, Week, start => start / Day, 15);
            schedule.Fields["time_intervals"] = intervals;
            schedule.Fields["twenty_four_seven"] = intervals.Sum(one => (long)(one!["end_minute"].Number() - one["start_minute"].Number())!)
                == Week;
        }
        Changes.Take(schedule.Fields, call.Body, "name", "time_zone_name");
        if (string.IsNullOrWhiteSpace(schedule.Text("name"))) throw Refused("name must not be blank");
        if (schedule.Text("time_zone_name") is not { Length: > 0 } zone || zone.IndexOf(' ') >= 0)
        {
            throw Refused("time_zone_name is not known");
        }
        schedule.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(schedule);
    }

    private static Reply Delete(Call call)
    {
        var schedule = Schedule(call);
        foreach (var exception in Of(call, schedule).ToList()) call.Data.Table(Exceptions).Remove(exception);
        return call.Data.Delete(Schedules, schedule.Id, "office_hours_schedule");
    }

    private static Reply CreateException(Call call)
    {
        var schedule = Schedule(call);
        foreach (var field in new[] { "exception_date", "exception_type" })
        {
            if (call.Body[field] is null) throw Refused($"{field} is required");
        }
        return Reply.With(201, TakeException(call, MakeException(call.Data, schedule, call.Data.Now)));
    }

    private static JsonObject TakeException(Call call, Entity exception)
    {
        Changes.Take(exception.Fields, call.Body, "exception_date", "exception_type", "name", "recurring_annually");
        if (!DateTime.TryParseExact(exception.Text("exception_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var date))
        {
            throw Refused("exception_date must be a date");
        }
        var type = exception.Text("exception_type");
        if (type is not ("closed" or "custom_hours")) throw Refused("exception_type must be closed or custom_hours");
        var given = call.Body["time_intervals"] is JsonArray { Count: > 0 };
        if (type == "closed" && given) throw Refused("time_intervals must be omitted when exception_type is closed");
        if (type == "closed") exception.Fields["time_intervals"] = null;
        else if (given) exception.Fields["time_intervals"] = Intervals(call, Day, _ => DayOf(date), 1);
        else if (exception.Fields["time_intervals"] is not JsonArray known) throw Refused("time_intervals are required for custom_hours");
        else foreach (var interval in known) interval!["day_of_week"] = DayOf(date);
        exception.Fields["updated_at"] = call.Data.Now;
        return Lists.Show(exception);
    }

    private static Reply DeleteException(Call call) =>
        call.Data.Delete(Exceptions, Exception(call).Id, "office_hours_exception");

    private static JsonArray Intervals(Call call, long most, Func<long, long> day, long step)
    {
        if (call.Body["time_intervals"] is not JsonArray given) throw Refused("time_intervals must be a list");
        return Lists.Array(given.Select(interval =>
        {
            if (interval?["start_minute"].Number() is not { } start || interval["end_minute"].Number() is not { } end)
            {
                throw Refused("start_minute and end_minute are required");
            }
            if (start < 0 || end > most || end <= start) throw Refused($"start_minute and end_minute must be between 0 and {most}");
            if (start % step != 0 || end % step != 0) throw Refused("start_minute and end_minute must be on a 15-minute boundary");
            return (JsonNode)Interval((long)start, (long)end, day((long)start));
        }));
    }

    private static SandboxError Refused(string why) => new(422, "data_invalid", why);

    private static SandboxError NotFound() => new(404, "not_found", "Object not found");
}
