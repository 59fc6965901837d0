namespace Intercom.PowerShell;

/// <summary>
/// Converts custom attributes to the types that only the workspace knows: dates whose names do not identify them as dates, and the text of
/// rows. The types are looked up when the request is sent, and only for values that may have another type.
/// </summary>
internal sealed class AttributeDatesRule : IWorkRule
{
    private AttributeDates? _dates;

    public Work Apply(Work work, InputContext context)
    {
        var dates = _dates ??= new AttributeDates(context.Plan.AttributeModel, work.Input.DateFormats);
        var suspects = dates.PossibleDates(work.Request.Body);
        var texts = dates.Texts(work.Request.Body, work.Input.TextAttributes);
        if (suspects.Count == 0 && texts.Count == 0) return work;
        return work.SentBy((dates, suspects, texts, work.Send), static async (state, request, context) =>
        {
            var read = await state.dates.ReadAsync(request, state.suspects, state.texts, context.Directory, context.Sink,
                context.Cancellation).ConfigureAwait(false);
            return await state.Send(read, context).ConfigureAwait(false);
        });
    }
}
