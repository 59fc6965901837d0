using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Intercom.Paging;

/// <summary>Completes the items of a list with one call each, several at once, and returns them in the order of the list.</summary>
public static class ReadAhead
{
    /// <summary>Starts the call of an item as soon as the list returns it, up to the given number of items ahead.</summary>
    /// <param name="items">The list.</param>
    /// <param name="atOnce">How many calls may be under way.</param>
    /// <param name="complete">The call. It returns the item, or its replacement.</param>
    /// <param name="cancellation">Cancels the running calls as well.</param>
    /// <exception cref="Exception">The error of a call, when its item is due, or the error of the list, after all its items.</exception>
    public static async IAsyncEnumerable<object> InOrder(
        IAsyncEnumerable<object> items,
        int atOnce,
        Func<object, CancellationToken, Task<object>> complete,
        [EnumeratorCancellation] CancellationToken cancellation = default)
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
                    // Thrown after the items before it.
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
            // The consumer stopped, or a call failed: the running calls must not continue, nor fail unobserved.
            ends.Cancel();
            foreach (var call in window)
            {
                try
                {
                    await call.ConfigureAwait(false);
                }
                catch (Exception)
                {
                    // There is nobody left to report to.
                }
            }
            await list.DisposeAsync().ConfigureAwait(false);
        }
    }
}
