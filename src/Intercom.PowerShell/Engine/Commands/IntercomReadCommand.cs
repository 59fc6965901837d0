using System.Diagnostics;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>
/// A cmdlet that reads: single objects by id, several at once; or a list, read page by page as far as the pipeline requests it.
/// </summary>
public abstract class IntercomReadCommand : IntercomCommand
{
    /// <summary>How many objects are read at once, where each takes a call of its own.</summary>
    private protected const int ReadsAtOnce = 8;

    private IRequestWindow? _window;
    private int _input;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var operation = Wiring.Operation(ParameterSetName);
        var target = Target;
        try
        {
            var bound = BoundNow();
            if (!FindNames(operation)) return;
            foreach (var request in Wiring.Binder.Requests(this, operation, ParameterSetName, bound, Piped))
            {
                target = Target ?? request.Resource?.Id;
                if (operation.IsList) WriteList(Complete(request), ItemModel(operation));
                else Start(Complete(request), ItemModel(operation), target);
            }
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            Report(failure, target);
        }
        catch (Exception)
        {
            Run?.Finish(null, StopsAtErrors, Cancellation);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _window?.Drain();
        Progress?.Dispose();
    }

    /// <summary>What the present input is, for errors; null for the id that the path begins with.</summary>
    protected virtual object? Target => null;

    /// <summary>What was piped, where the cmdlet tells of it.</summary>
    private protected virtual PSObject? Piped => null;

    /// <summary>What an item of the answer is.</summary>
    protected virtual Type ItemModel(OperationAttribute operation) => Wiring.Returns(operation);

    /// <summary>Adds to the request what the attributes cannot say.</summary>
    protected virtual ApiRequest Complete(ApiRequest request) => request;

    /// <summary>
    /// Says which items of a list count at all; null for all of them. Those that do not are not counted by -First and -Skip either.
    /// </summary>
    protected virtual Func<object, bool>? Keeps => null;

    /// <summary>
    /// Turns an item of the answer into what is written: nothing, itself, or several things. Called on the pipeline thread.
    /// </summary>
    protected virtual IEnumerable<object> Output(object item)
    {
        yield return item;
    }

    /// <summary>
    /// How a single object is read. Called on the pipeline thread; what it returns runs beside the pipeline, and should be a static lambda.
    /// </summary>
    private protected virtual Sending Reading(ApiRequest request) => Senders.Read;

    /// <summary>Walks a list and writes its items. With -First, only as many pages travel as are needed.</summary>
    protected void WriteList(ApiRequest request, Type model)
    {
        // What was asked for by id before comes before.
        _window?.Drain();
        long? total = null;
        var paging = PagingParameters;
        var wanted = paging is null || paging.First == ulong.MaxValue ? (long?)null : (long)Math.Min(paging.First, long.MaxValue);
        var totalDue = paging?.IncludeTotalCount.IsPresent == true;
        var options = new ListOptions { First = wanted, Skip = paging is null ? 0 : (long)Math.Min(paging.Skip, long.MaxValue),
            Total = wanted == 0 && !totalDue ? null : count => total = count, Keeps = Keeps };
        using var progress = Progress = new CommandProgress(this, $"Reading {request.Path}", Session.Client.Time);
        var items = ListItems(request, model, options).GetAsyncEnumerator(Cancellation);
        var moving = false;
        try
        {
            while (true)
            {
                moving = true;
                var move = items.MoveNextAsync();
                var more = move.IsCompletedSuccessfully ? move.Result : Wait(move.AsTask());
                moving = false;
                // Now: the page may have come while another was taken, and behind the next object the pipeline may have what it wanted.
                Sink.Flush(this);
                if (totalDue)
                {
                    WriteObject(paging!.NewTotalCount((ulong)(total ?? 0), total is null ? 0 : 1));
                    totalDue = false;
                }
                if (!more) break;
                WriteItem(items.Current);
                // Where some do not count, nobody says how many do.
                var toCome = options.Keeps is null && total is { } all ? Math.Max(0, all - options.Skip) : (long?)null;
                progress.Total = wanted is null ? toCome : Math.Min(wanted.Value, toCome ?? wanted.Value);
                progress.Advance();
            }
        }
        finally
        {
            // A move that was left by the stop of the command, or by a preference that ends it, ends with the cancellation and cleans up
            // itself.
            if (!moving && items.DisposeAsync() is { IsCompletedSuccessfully: false } end) end.AsTask().Wait(TimeSpan.FromSeconds(2));
            Progress = null;
        }
        Sink.Flush(this);
    }

    /// <summary>Says when Intercom kept parts of a conversation back.</summary>
    private protected void WarnOfMissingParts(Conversation conversation)
    {
        if (conversation.ConversationParts is not { TotalCount: { } total } parts || total <= parts.Count) return;
        Warn($"Conversation {conversation.Id} has {total} parts. Intercom returns only the newest {parts.Count}.");
    }

    /// <summary>The items of a list, over all its pages.</summary>
    protected virtual IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options) =>
        Pager.Stream(Session.Client, request, model, options, Sink, Cancellation);

    /// <summary>Replaces names with ids. A name that does not exist is the error of its input. False when no other name is left.</summary>
    private bool FindNames(OperationAttribute operation)
    {
        foreach (var (property, kind) in Wiring.NamedIds(operation))
        {
            if (property.GetValue(this) is not string[] { Length: > 0 } given) continue;
            var ids = new List<string>();
            foreach (var name in given)
            {
                try
                {
                    ids.Add(string.IsNullOrWhiteSpace(name) || OrNameOfAttribute.IsSurelyId(name)
                        ? name : Wait(Session.Directory.IdAsync(kind, name, Sink, Cancellation)));
                }
                catch (Exception failure) when (IsItemFailure(failure))
                {
                    Report(failure, name);
                }
            }
            if (ids.Count == 0) return false;
            property.SetValue(this, ids.ToArray());
        }
        return true;
    }

    private void Start(ApiRequest request, Type model, object? target)
    {
        // One object alone needs no bar.
        if (_window is not null) Progress ??= new CommandProgress(this, MyInvocation.MyCommand.Name, Session.Client.Time);
        if (_window is null)
        {
            _window = new RequestWindow(ReadsAtOnce, isRead: true, Emit);
            Run = new RunEnd(this, _window, isRead: true, IsWritten);
        }
        var (reading, context) = (Reading(request), new SendContext(Session, Sink, model));
        _window.Start(new QueuedCall(++_input, target ?? request.Path, (_, stop) => reading(request, context with { Cancellation = stop })),
            Cancellation);
    }

    private void Emit(PendingCall call)
    {
        if (TryTakeAnswer(_window!, call, out var item) && item is not null) WriteItem(item, call.Target);
    }

    private bool IsWritten(object item, PendingCall call)
    {
        WriteItem(item, call.Target);
        return true;
    }

    private void WriteItem(object item, object? target = null)
    {
        Session.Directory.Remember(item);
        foreach (var output in Output(item))
        {
            PipelineInput.Keep(output, target);
            Give(output);
        }
    }
}
