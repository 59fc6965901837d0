namespace Intercom.Http;

/// <summary>
/// What this process writes to a host with a token, whichever of its connections sends it: a list that is read meanwhile may change
/// under its reader.
/// </summary>
internal sealed class WriteFeed
{
    private long _count;

    /// <summary>Increases with the start and the end of each write.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Told of each write that succeeded, from any thread.</summary>
    public event Action<ApiRequest, ApiResponse>? Wrote;

    /// <summary>Counts the start or the end of a write.</summary>
    public void Note() => Interlocked.Increment(ref _count);

    /// <summary>Tells of a write that succeeded.</summary>
    public void Tell(ApiRequest request, ApiResponse answer) => Wrote?.Invoke(request, answer);
}
