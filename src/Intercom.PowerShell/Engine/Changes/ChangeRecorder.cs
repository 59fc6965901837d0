using System.Collections.Concurrent;
using System.Reflection;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Records the requests of one call as changes when the call ends, whether or not its command still runs. A call can send several: besides
/// its own request, those that it needs, such as the creation of a missing attribute.
/// </summary>
/// <param name="note">What is known about the change.</param>
internal sealed class ChangeRecorder(ChangeNote note)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Ids = new();
    private readonly List<(ApiRequest Request, string? Id)> _answered = new(1);
    private ApiRequest? _open;

    /// <summary>Why a change is missing in the log; null when none is missing.</summary>
    public Exception? Unlogged { get; private set; }

    private ChangeList Changes => ChangeList.Of(note.Session);

    /// <summary>Notes that a request is sent.</summary>
    public void Sending(ApiRequest request) => _open = request;

    /// <summary>Notes that a request was applied.</summary>
    public void Answered(ApiRequest request, string? requestId)
    {
        _answered.Add((request, requestId));
        _open = null;
    }

    /// <summary>Refuses to send when an earlier change could not be written to the log.</summary>
    /// <exception cref="ChangeLogException">The log cannot be written.</exception>
    public void RequireLog() => Changes.RequireLog();

    /// <summary>Records the changes of a call that succeeded.</summary>
    /// <param name="answer">The result of the call.</param>
    public void End(object? answer) => RecordAll(answer, null, false);

    /// <summary>Records the changes of a call that failed.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="mayHaveRun">True when the last request may have been applied.</param>
    public void Failed(Exception failure, bool mayHaveRun) => RecordAll(null, failure, mayHaveRun);

    private void RecordAll(object? answer, Exception? failure, bool mayHaveRun)
    {
        for (var i = 0; i < _answered.Count; i++)
        {
            var isLast = i == _answered.Count - 1 && _open is null;
            var (request, id) = _answered[i];
            var change = Change(request, RunOutcome.Applied, id, null, answer, isLast);
            if (IsMain(request) && change.Sent is { Kind: { } kind } sent)
            {
                FormerValues.Remember(note.Work!.Input.Piped, sent.Resource, kind.After(sent));
            }
            Add(change, reverses: isLast && failure is null);
        }
        if (_open is not { } last) return;
        var api = failure as IntercomApiException;
        var isUnknown = mayHaveRun || api is { Outcome: RequestOutcome.Unknown };
        var why = failure is null or OperationCanceledException ? "The command ended before the response." : failure.Message;
        Add(Change(last, isUnknown ? RunOutcome.Unknown : RunOutcome.Failed, api?.RequestId, why, null, true), reverses: isUnknown);
    }

    private void Add(IntercomChange change, bool reverses)
    {
        try
        {
            Changes.Add(change, reverses ? note.Undoes : null);
        }
        catch (ChangeLogException failure)
        {
            Unlogged = failure;
        }
    }

    private IntercomChange Change(ApiRequest request, RunOutcome outcome, string? requestId, string? error, object? answer, bool isLast)
    {
        var isMain = IsMain(request);
        var resource = isMain && note.Work is { } work ? work.Resource : request.Resource;
        var sent = isMain && note is { Work: { } planned, Cmdlet: { } cmdlet }
            ? new SentChange(cmdlet, planned.Input.ParameterSet, planned.Operation, request)
                { Called = planned.Names.FirstOrDefault()?.Name } : null;
        var kind = sent?.Kind;
        var after = kind?.After(sent!);
        var before = kind is null ? null : FormerValues.Of(note.Work!.Input.Piped, resource!, kind.Needs(sent!, after!));
        return new IntercomChange(note.Session, note.Command, note.Undoes is not null || note.Work is null || isMain ? note.Action
            : $"{Verb(request.Method)} {request.Resource}")
        {
            Time = note.Session.Client.Time.GetLocalNow().DateTime, Outcome = outcome.ToString(), Error = error, RequestId = requestId,
            Noun = resource?.Noun, ResourceId = resource?.Id ?? request.Resource?.Id ?? IdOf(answer), Name = resource?.Name,
            Method = request.Method, Path = request.Path, Known = before, Undone = note.Undoes,
            Sent = kind is null ? null : sent, Fields = after is null ? note.Undoes?.Fields ?? [] : after.Keys.ToList(),
            Refusal = RefusalOf(outcome, request, kind, isLast),
            Size = SizeOf(before) + SizeOf(after), Body = request.Body,
        };
    }

    private string? RefusalOf(RunOutcome outcome, ApiRequest request, ChangeKind? kind, bool isLast) => outcome switch
    {
        RunOutcome.Applied when note.Undoes is not null => isLast ? null : "It is a part of an undo with several requests.",
        RunOutcome.Applied => kind is null ? ChangeKind.RefusalOf(note.Command, note.Work?.Operation, request.Method) : null,
        RunOutcome.Unknown => "It is not known whether it was applied.",
        _ => "It failed, so it changed nothing.",
    };

    /// <summary>True for the call's own request, and false for one that it needs.</summary>
    private bool IsMain(ApiRequest request) => note.Work is { } work && request.Resource?.Noun == work.Resource.Noun;

    private static string Verb(string method) => method switch { "POST" => "Create", "DELETE" => "Delete", _ => "Update" };

    private static string? IdOf(object? answer) => answer is not IntercomObject ? null
        : Ids.GetOrAdd(answer.GetType(), static type => type.GetProperty("Id"))?.GetValue(answer)?.ToString();

    private static long SizeOf(AttributeBag? values) => values is null ? 0
        : values.Sum(value => value.Key.Length + ((value.Value as string)?.Length ?? 16L));
}
