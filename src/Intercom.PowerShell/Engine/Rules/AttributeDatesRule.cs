namespace Intercom.PowerShell;

/// <summary>
/// Has the dates among the custom attributes read whose names do not say so. Only the workspace knows them, so they are looked at when the
/// request is sent, and only where a value would be changed or refused if its attribute were a date.
/// </summary>
internal sealed class AttributeDatesRule : IWorkRule
{
    private AttributeDates? _dates;

    public Work Apply(Work work, InputScene scene)
    {
        var dates = _dates ??= new AttributeDates(scene.Plan.AttributeModel, work.Input.DateFormats);
        var suspects = dates.Suspects(work.Request.Body);
        return suspects.Count == 0 ? work : work.SentBy((dates, suspects, work.Send), static async (state, request, context) =>
        {
            var read = await state.dates.ReadAsync(request, state.suspects, context.Directory, context.Sink,
                context.Cancellation).ConfigureAwait(false);
            return await state.Send(read, context).ConfigureAwait(false);
        });
    }
}
