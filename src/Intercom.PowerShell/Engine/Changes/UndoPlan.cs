using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Decides which of the piped changes can be undone, from the newest to the oldest.</summary>
/// <param name="session">The connection of the command.</param>
/// <param name="piped">The piped changes.</param>
internal sealed class UndoPlan(IntercomConnection session, IReadOnlyCollection<IntercomChange> piped)
{
    private readonly HashSet<IntercomChange> _taken = [];
    private readonly ILookup<(string?, string?), IntercomChange> _byResource =
        ChangeList.Of(session).All.Where(IsInEffect).ToLookup(change => (change.Noun, change.ResourceId));

    /// <summary>The changes in the order in which they are undone.</summary>
    public IEnumerable<IntercomChange> Ordered => piped.OrderByDescending(change => change.Number);

    /// <summary>Returns why a change is not undone; null when it is. Call it in order.</summary>
    public Exception? Check(IntercomChange change)
    {
        if (!ReferenceEquals(change.Session, session)) return CommandErrors.ChangeOfOtherConnection(change.Number, change.Connection);
        if (change.UndoneWith is { } with)
        {
            return with.Outcome == nameof(RunOutcome.Unknown) ? CommandErrors.UndoUnknown(change.Number, with.Number)
                : CommandErrors.AlreadyUndone(change.Number, with.Number.ToString(CultureInfo.InvariantCulture));
        }
        if (_taken.Contains(change)) return CommandErrors.AlreadyUndone(change.Number, null);
        if (change.Reversal.Refusal is { } refusal) return CommandErrors.NotUndoable(change.Number, refusal);
        var later = _byResource[(change.Noun, change.ResourceId)].FirstOrDefault(other =>
            other.Number > change.Number && !_taken.Contains(other) && Shared(change, other).Any());
        return later is null ? null : CommandErrors.ChangedSince(change.Number, later.Number, string.Join(", ", Shared(change, later)));
    }

    /// <summary>Counts a change as undone, so that older changes of the same fields can be undone after it.</summary>
    public void Take(IntercomChange change) => _taken.Add(change);

    /// <summary>Sends the requests of a reversal, one after the other.</summary>
    public static async Task<object?> SendAsync(IReadOnlyList<ApiRequest> steps, SendContext context)
    {
        foreach (var step in steps)
        {
            using var answer = await context.SendRawAsync(step).ConfigureAwait(false);
        }
        return null;
    }

    /// <summary>True for a change whose values may be the current ones. An undo restores those of an older change.</summary>
    private static bool IsInEffect(IntercomChange change) => change.UndoneWith is null && change.Outcome != nameof(RunOutcome.Failed)
        && (change.Undone is null || change.Undone.Undone is not null);

    private static IEnumerable<string> Shared(IntercomChange change, IntercomChange other) => change.Fields.Intersect(other.Fields);
}
