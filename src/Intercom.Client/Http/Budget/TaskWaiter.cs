namespace Intercom.Http;

/// <summary>A waiting call as a task.</summary>
internal sealed class TaskWaiter(CallBudget budget, object? command, Action<TimeSpan>? told) : CallWaiter(command, told)
{
    private readonly TaskCompletionSource<CallPermit> _turn = new();

    public override void LetThrough(CallPermit permit)
    {
        // Somebody who left in the same moment does not use it.
        if (!_turn.TrySetResult(permit)) budget.Release(permit);
    }

    public override void LetThroughBeside(CallPermit permit) =>
        ThreadPool.UnsafeQueueUserWorkItem(_ => LetThrough(permit), null);

    public async Task<CallPermit> WaitAsync(CancellationToken cancellation)
    {
        using var registration = cancellation.Register(() =>
        {
            budget.GiveUp(this);
            _turn.TrySetCanceled(cancellation);
        });
        return await _turn.Task.ConfigureAwait(false);
    }
}
