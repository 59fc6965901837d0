using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace Intercom.Paging;

/// <summary>Completes the items of a list by a call each, several at once, and gives them in the list's order.</summary>
public static class ReadAhead
{
    /// <summary>Starts the call of an item as soon as the list gives it, at most so many ahead of the item that is due.</summary>
    /// <param name="items">The list.</param>
    /// <param name="atOnce">How many calls may be under way.</param>
    /// <param name="complete">The call: gives the item, or what takes its place.</param>
    /// <param name="cancellation">Ends the calls under way as well.</param>
    /// <exception cref="Exception">What a call threw, when its item is due; what the list threw, behind all its items.</exception>
    public static async IAsyncEnumerable<object> InOrder(IAsyncEnumerable<object> items, int atOnce, Func<object, CancellationToken, Task<object>> complete, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var window = new Queue<Task<object>>();
        var list = items.GetAsyncEnumerator(ends.Token);
        try
        {
            ExceptionDispatchInfo? broken = null;
            while (true)
            {
                try
                {
                    if (!await list.MoveNextAsync().ConfigureAwait(false)) break;
                }
                catch (Exception failure)
                {
                    // Told behind the items that came before it.
                    broken = ExceptionDispatchInfo.Capture(failure);
                    break;
                }
                window.Enqueue(complete(list.Current, ends.Token));
                if (window.Count >= atOnce) yield return await window.Dequeue().ConfigureAwait(false);
            }
            while (window.Count > 0) yield return await window.Dequeue().ConfigureAwait(false);
            broken?.Throw();
        }
        finally
        {
            // The consumer went away, or a call failed: what is still under way must not run on, nor fail unheard.
            ends.Cancel();
            foreach (var call in window)
            {
                try
                {
                    await call.ConfigureAwait(false);
                }
                catch (Exception)
                {
                    // Nobody is left to tell.
                }
            }
            await list.DisposeAsync().ConfigureAwait(false);
        }
    }
}
