using System.Diagnostics;
using Intercom.Http;
using Intercom.Paging;

namespace Intercom.PowerShell;

/// <summary>
/// The base class of cmdlets that read. They get objects by id, several concurrently, or a list, of which only the pages that the pipeline
/// requests are read.
/// </summary>
public abstract partial class IntercomReadCommand : IntercomCommand
{
    /// <summary>The maximum number of concurrent requests for objects by id.</summary>
    private protected const int ReadsAtOnce = 8;

    /// <summary>The set of the operation that lists objects.</summary>
    internal const string ListSet = CommandPlan.ListSet;

    private IRequestWindow? _window;
    private int _input;
    private object? _target;
    private Func<object, bool>? _named;

    /// <summary>The piped object. Parameters read ids from it. An object that no parameter can use is an error.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _target = Target;
        try
        {
            var bound = BoundNow();
            ReadInputRule.Refuse(Wiring, MyInvocation.MyCommand.Name, bound, CommandLine, MyInvocation.ExpectingInput);
            var (set, unused) = Wiring.Select(ParameterSetName, MyInvocation.MyCommand.Name, bound,
                name => CommandLine.Contains(name, StringComparer.OrdinalIgnoreCase), InputObject, prefersValue: true);
            foreach (var name in unused) bound.Remove(name);
            ReadInput(Select(set), bound);
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            Report(failure, _target ?? InputObject);
        }
        catch (Exception)
        {
            Run?.Finish(null, StopsAtErrors, Cancellation);
            throw;
        }
    }

    /// <summary>The set of the operation that the current input selects.</summary>
    private protected string OperationSet { get; private set; } = "";

    /// <summary>The id of the resource whose list is being written; null for a list of the workspace.</summary>
    private protected string? ListedId { get; private set; }

    /// <summary>Changes the operation of the current input to the one of another set.</summary>
    private protected OperationAttribute Select(string set) => Wiring.Operation(OperationSet = set);

    /// <summary>Reads what one input asks for.</summary>
    /// <param name="operation">The selected operation.</param>
    /// <param name="bound">The parameters of the input.</param>
    private protected virtual void ReadInput(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        if (!FindNames(operation)) return;
        foreach (var request in Wiring.Binder.Requests(this, operation, OperationSet, bound, InputObject))
        {
            _target = Target ?? request.Resource?.Id;
            ListedId = request.Resource?.Id;
            if (operation.IsList) WriteList(Complete(request), ItemModel(operation));
            else Start(Complete(request), ItemModel(operation), _target);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _window?.Drain();
        Progress?.Dispose();
    }

    /// <summary>The current input, as the target of errors; null for the first id of the path.</summary>
    protected virtual object? Target => null;

    /// <summary>The type of an item in the response.</summary>
    protected virtual Type ItemModel(OperationAttribute operation) => Wiring.Returns(operation);

    /// <summary>Adds values to the request that the attributes cannot describe.</summary>
    protected virtual ApiRequest Complete(ApiRequest request) => request;

    /// <summary>Filters the items of a list; null keeps all. -First and -Skip count only the items that are kept.</summary>
    protected virtual Func<object, bool>? Keeps => _keeps;

    /// <summary>Converts an item of the response to its outputs, of which there may be none. Called on the pipeline thread.</summary>
    protected virtual IEnumerable<object> Output(object item)
    {
        yield return item;
    }

    /// <summary>
    /// How a single object is read. Called on the pipeline thread. The result runs off the pipeline thread, and should be a static lambda.
    /// </summary>
    private protected virtual Sending Reading(ApiRequest request) => Senders.Read;

    /// <summary>Reads a list and writes its items. With -First, it reads only the pages that it needs.</summary>
    protected void WriteList(ApiRequest request, Type model)
    {
        // Objects requested by id for earlier inputs are written first.
        _window?.Drain();
        long? total = null;
        var paging = PagingParameters;
        var wanted = paging is null || paging.First == ulong.MaxValue ? (long?)null : (long)Math.Min(paging.First, long.MaxValue);
        var totalDue = paging?.IncludeTotalCount.IsPresent == true;
        var options = new ListOptions { First = wanted, Skip = paging is null ? 0 : (long)Math.Min(paging.Skip, long.MaxValue),
            Total = wanted == 0 && !totalDue ? null : count => total = count, Keeps = _named ?? Keeps };
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
                // Flush now: a page may have arrived while an item was written, and the next output may stop the pipeline.
                Sink.Flush(this);
                if (totalDue)
                {
                    WriteObject(paging!.NewTotalCount((ulong)(total ?? 0), total is null ? 0 : 1));
                    totalDue = false;
                }
                if (!more) break;
                WriteItem(items.Current);
                // The total is unknown when some items are filtered out.
                var toCome = options.Keeps is null && total is { } all ? Math.Max(0, all - options.Skip) : (long?)null;
                progress.Total = wanted is null ? toCome : Math.Min(wanted.Value, toCome ?? wanted.Value);
                progress.Advance();
            }
        }
        finally
        {
            // A move that was abandoned, because the command was stopped or a preference ended it, completes with the cancellation and
            // cleans up itself.
            if (!moving && items.DisposeAsync() is { IsCompletedSuccessfully: false } end) end.AsTask().Wait(TimeSpan.FromSeconds(2));
            Progress = null;
        }
        Sink.Flush(this);
    }

    /// <summary>Warns when Intercom returned only some parts of a conversation.</summary>
    private protected void WarnOfMissingParts(Conversation conversation)
    {
        if (conversation.ConversationParts is not { TotalCount: { } total } parts || total <= parts.Count) return;
        Warn($"Conversation {conversation.Id} has {total} parts. Intercom returns only the newest {parts.Count}.");
    }

    /// <summary>The items of a list, from all its pages.</summary>
    protected virtual IAsyncEnumerable<object> ListItems(ApiRequest request, Type model, ListOptions options) =>
        Pager.Stream(Session.Client, request, model, options, Sink, Cancellation);

    private void Start(ApiRequest request, Type model, object? target)
    {
        // A single object needs no progress bar.
        if (_window is not null) Progress ??= new CommandProgress(this, MyInvocation.MyCommand.Name, Session.Client.Time);
        if (_window is null)
        {
            _window = new RequestWindow(ReadsAtOnce, isRead: true, Emit);
            Run = new RunEnd(this, _window, isRead: true, WriteResult);
        }
        var (reading, context) = (Reading(request), new SendContext(Session, Sink, model));
        _window.Start(new QueuedCall(++_input, target ?? request.Path, (_, stop) => reading(request, context with { Cancellation = stop })),
            Cancellation);
    }

    private void Emit(PendingCall call)
    {
        if (TryTakeAnswer(_window!, call, out var item) && item is not null) WriteItem(item, call.Target);
    }

    private bool WriteResult(object item, PendingCall call)
    {
        WriteItem(item, call.Target);
        return true;
    }

    private void WriteItem(object item, object? target = null)
    {
        Session.Directory.Names.Remember(item);
        foreach (var output in Output(item))
        {
            PipelineInput.Keep(output, target);
            WriteOutput(output);
        }
    }
}
