namespace Intercom.PowerShell;

/// <summary>
/// Converts dates in custom attributes whose names do not identify them as dates. Only the workspace knows the types. They are looked up
/// when the request is sent, and only for values that would be changed or rejected as dates.
/// </summary>
internal sealed class AttributeDatesRule : IWorkRule
{
    private AttributeDates? _dates;

    public Work Apply(Work work, InputContext context)
    {
        var dates = _dates ??= new AttributeDates(context.Plan.AttributeModel, work.Input.DateFormats);
        var suspects = dates.PossibleDates(work.Request.Body);
        return suspects.Count == 0 ? work : work.SentBy((dates, suspects, work.Send), static async (state, request, context) =>
        {
            var read = await state.dates.ReadAsync(request, state.suspects, context.Directory, context.Sink,
                context.Cancellation).ConfigureAwait(false);
            return await state.Send(read, context).ConfigureAwait(false);
        });
    }
}
