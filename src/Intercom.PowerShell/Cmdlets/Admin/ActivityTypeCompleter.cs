using System.Collections;
using System.Runtime.CompilerServices;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>Completes the kinds of actions in the activity log. They are read once for each connection.</summary>
internal sealed class ActivityTypeCompleter : WorkspaceCompleter
{
    private static readonly ConditionalWeakTable<IntercomConnection, Task<IReadOnlyList<Completion>>> Lists = new();

    protected override async Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound)
    {
        var session = Session(bound);
        var list = Lists.GetValue(session, static session => ReadAsync(session));
        try
        {
            return await list.ConfigureAwait(false);
        }
        catch
        {
            Lists.Remove(session);
            throw;
        }
    }

    private static async Task<IReadOnlyList<Completion>> ReadAsync(IntercomConnection session)
    {
        var types = new List<Completion>();
        var request = CommandPlan.RequestOf<GetAdminActivityTypeCommand>("");
        await foreach (var type in Pager.Stream(session.Client, request, typeof(string)).ConfigureAwait(false))
        {
            types.Add(new Completion($"{type}", $"{type}".Replace('_', ' ')));
        }
        return types;
    }
}
