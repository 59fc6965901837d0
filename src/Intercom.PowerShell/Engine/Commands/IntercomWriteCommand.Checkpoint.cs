using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <content>How a run is noted down, so that it can be started again after whatever end.</content>
public abstract partial class IntercomWriteCommand
{
    private Checkpoint? _checkpoint;
    private KeyValuePair<string, object?>[] _given = [];
    private int _input;

    /// <summary>
    /// A file in which the run is noted down. Started again with the same input, the same command skips what is done (and writes nothing for it), does what is left,
    /// and reports as an error each input that was under way when the earlier run ended and must not be sent twice. The file holds numbers and hashes, no data; only the same access token can read it.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Checkpoint { get; set; }

    /// <summary>
    /// With -Checkpoint: sends once more what an earlier run left with an unknown outcome. Look first whether it was applied; with -Confirm it asks for each.
    /// </summary>
    [Parameter]
    public SwitchParameter RetryUnknown { get; set; }

    private void OpenCheckpoint()
    {
        try
        {
            if (Checkpoint is null)
            {
                if (RetryUnknown) throw new CheckpointException("checkpoint_missing", "-RetryUnknown sends again what a checkpoint knows as unknown, and no -Checkpoint was given. Give the one of the earlier run.");
                return;
            }
            var path = FilePath(Checkpoint);
            // A trial sends and notes nothing: without a journal there is nothing to skip either.
            if (IsTrial && (Session.WorkspaceId is null || !File.Exists(path))) return;
            Wait(Session.MeAsync(Sink, Cancellation));
            var named = MyInvocation.BoundParameters.Where(pair => !NotPartOfInput.Contains(pair.Key) && pair.Key != nameof(InputObject)).ToArray();
            _checkpoint = PowerShell.Checkpoint.Open(path, new CheckpointRun(MyInvocation.MyCommand.Name, WorkspaceName(Session), Session.Client.KeyFor, key => RequestHash.Of(key, [], named)));
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            ThrowTerminatingError(ErrorRecords.From(failure, Checkpoint));
        }
    }

    private bool IsTrial => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? ((SwitchParameter)given).IsPresent
        : SessionState.PSVariable.GetValue("WhatIfPreference") is { } preference && LanguagePrimitives.IsTrue(preference);

    private string FilePath(string given)
    {
        try
        {
            return LiteralPath.Of(SessionState, given);
        }
        catch (ArgumentException failure)
        {
            throw new CheckpointException("checkpoint_failed", $"The checkpoint {failure.Message}");
        }
    }

    /// <summary>One workspace answers at several hosts; a server on this machine is a workspace of its own, whatever it says.</summary>
    private static string WorkspaceName(IntercomConnection session) =>
        session.WorkspaceId is { } id && !session.BaseUri.IsLoopback ? id : $"{session.WorkspaceId} at {session.BaseUri.Authority}";

    /// <summary>Keeps what was given for the present input, before a cmdlet adds what it supplies itself, such as the time of day.</summary>
    private void Given(Dictionary<string, object?> bound)
    {
        if (_checkpoint is not null) _given = bound.Where(pair => !NotPartOfInput.Contains(pair.Key) && pair.Key != nameof(InputObject)).ToArray();
    }

    /// <summary>True when a request is left to do; what is done or must not be repeated is dealt with here.</summary>
    private bool IsLeft(ApiRequest request, OperationAttribute operation, IReadOnlyDictionary<string, object?> bound, object? target, int part, out CheckpointEntry? entry)
    {
        entry = null;
        if (_checkpoint is not { } journal) return true;
        var hash = journal.Hash([operation.Method, operation.Path, request.Path], _given);
        switch (journal.Look(_input, part, hash))
        {
            case Noted.Done:
                journal.Skip();
                return false;
            case Noted.Unknown when !RetryUnknown:
                journal.LeaveUnknown();
                var failure = new IntercomApiException($"{request.Method} {request.Path} was sent by an earlier run that ended before the answer. It may or may not have been applied, and was not sent again.")
                {
                    Code = "outcome_unknown", Method = request.Method, Path = request.Path, Outcome = RequestOutcome.Unknown,
                };
                _window!.Start(_input, target, null, _ => Task.FromException<object?>(failure));
                return false;
            default:
                // What the cmdlet supplied itself, such as the time of day, is another in the next run: that would be no repeat.
                var supplied = bound.Keys.Any(name => !NotPartOfInput.Contains(name) && name != nameof(InputObject) && !Array.Exists(_given, pair => pair.Key == name));
                entry = new CheckpointEntry(journal, _input, part, hash, supplied);
                return true;
        }
    }

    private void TellOfCheckpoint()
    {
        if (_checkpoint is not { } journal) return;
        if (journal.Skipped > 0) Warn($"{journal.Skipped} requests were done by an earlier run and were skipped ('{journal.Path}').");
        if (journal.NotRepeated > 0) Warn($"{journal.NotRepeated} requests of an earlier run have an unknown outcome and were not repeated: look at their errors, then use -RetryUnknown.");
        if (journal.Missing > 0) Warn($"The checkpoint '{journal.Path}' knows {journal.Missing} requests that this run did not bring: its input is shorter than it was.");
    }
}
