using System.Text.Json;

namespace Intercom.PowerShell;

/// <summary>The state of a request in a checkpoint.</summary>
internal enum RecordedState
{
    /// <summary>The request was not sent, or it was rejected.</summary>
    NotDone,

    /// <summary>The request was sent without receiving a response. A repeat is safe.</summary>
    Repeatable,

    /// <summary>The request was sent without receiving a response. A repeat might apply it twice.</summary>
    Unknown,

    /// <summary>The request is complete.</summary>
    Done,
}

/// <summary>Identifies a run in a checkpoint. It contains no values, only their hashes.</summary>
/// <param name="Command">The cmdlet's name.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Key">Creates the key of the hashes from a salt and the access token. Without the token, the values behind the hashes cannot
/// be guessed.</param>
/// <param name="Parameters">Creates the hash of the command-line parameters with a key.</param>
internal sealed record CheckpointRun(string Command, string Workspace, Func<string, byte[]> Key, Func<byte[], string> Parameters);

/// <summary>
/// The journal of a run. It contains a line before and after each request, written to disk before the run continues. When the same run
/// starts again, it finds out which requests are complete, remaining or in progress. Lines are JSON, and the first line identifies the run.
/// A line contains an input's number, and a hash that requires the access token.
/// </summary>
internal sealed class Checkpoint : IDisposable
{
    private const string Kind = "intercom-checkpoint";
    private const int Version = 2;
    private readonly JournalFile _file;
    private readonly Dictionary<(int Input, int Part), Known> _known = [];
    private byte[] _key = [];

    private Checkpoint(string path, JournalFile file)
    {
        Path = path;
        _file = file;
    }

    private readonly record struct Known(string Hash, RecordedState State);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The number of requests that were skipped because they are complete.</summary>
    public int Skipped { get; private set; }

    /// <summary>The number of requests with an unknown outcome that were not resent.</summary>
    public int NotRepeated { get; private set; }

    /// <summary>The number of requests in the checkpoint that this run did not reach.</summary>
    public int Missing => _known.Count;

    /// <summary>Opens or creates a journal.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="CheckpointException">The file is in use, damaged, not a checkpoint, or belongs to another run.</exception>
    public static Checkpoint Open(string path, CheckpointRun run)
    {
        var file = JournalFile.Open(path);
        try
        {
            var journal = new Checkpoint(path, file);
            journal.Read(file, run);
            return journal;
        }
        catch (IOException failure)
        {
            file.Dispose();
            throw CommandErrors.CheckpointNotRead(path, failure.Message, failure);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The hash that identifies a request in this journal.</summary>
    public string Hash(IEnumerable<string> words, IEnumerable<KeyValuePair<string, object?>> values) => RequestHash.Of(_key, words, values);

    /// <summary>Gets the recorded state of a request.</summary>
    /// <param name="input">The position of the input, from 1.</param>
    /// <param name="part">The position of the request among those of the input, from 0.</param>
    /// <param name="hash">The hash of the request.</param>
    /// <exception cref="CheckpointException">The journal contains another request at this position.</exception>
    public RecordedState Find(int input, int part, string hash)
    {
        if (!_known.TryGetValue((input, part), out var known)) return RecordedState.NotDone;
        if (known.Hash != hash) throw CommandErrors.OtherInput(Path, input);
        _known.Remove((input, part));
        return known.State;
    }

    /// <summary>Counts a skipped request.</summary>
    public void CountSkipped() => Skipped++;

    /// <summary>Counts a request that is not resent.</summary>
    public void CountNotRepeated() => NotRepeated++;

    /// <summary>Records that a request is about to be sent. The task completes when the record is on disk.</summary>
    public Task SentAsync(int input, int part, string hash, bool once) =>
        Append(new JsonObject { ["input"] = input, ["part"] = part, ["event"] = once ? "sent-once" : "sent", ["hash"] = hash });

    /// <summary>
    /// Records how a request ended: <c>done</c>, <c>refused</c> or <c>unknown</c>. The task completes when the record is on disk.
    /// </summary>
    public Task EndedAsync(int input, int part, string how) =>
        Append(new JsonObject { ["input"] = input, ["part"] = part, ["event"] = how });

    private Task Append(JsonObject line) => _file.AppendAsync(line.ToJsonString());

    private void Read(JournalFile file, CheckpointRun run)
    {
        var number = 0;
        try
        {
            foreach (var line in file.ReadLines())
            {
                if (++number == 1) CheckHeader(line, run);
                else ReadEvent(line);
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException or KeyNotFoundException
            or InvalidOperationException or FormatException)
        {
            throw number <= 1 ? CommandErrors.NotACheckpoint(Path, failure) : CommandErrors.CheckpointDamaged(Path, number, failure);
        }
        if (number > 0)
        {
            file.StartWriting();
            return;
        }
        // An incomplete first line was never used. Any other content is not a checkpoint.
        if (file.IncompleteLine.Length > 0 && !IsHeaderStart(file.IncompleteLine)) throw CommandErrors.NotACheckpoint(Path, null);
        file.StartWriting();
        var salt = RequestHash.NewSalt();
        _key = run.Key(salt);
        _ = Append(new JsonObject
        {
            ["kind"] = Kind, ["version"] = Version, ["command"] = run.Command, ["workspace"] = run.Workspace, ["salt"] = salt,
            ["key"] = RequestHash.Of(_key, [Kind], []), ["parameters"] = run.Parameters(_key),
        });
    }

    private static bool IsHeaderStart(string incomplete)
    {
        var start = $"{{\"kind\":\"{Kind}\"";
        return incomplete.Trim('\0').Length == 0 || incomplete.StartsWith(start, StringComparison.Ordinal)
            || start.StartsWith(incomplete, StringComparison.Ordinal);
    }

    private void CheckHeader(string line, CheckpointRun run)
    {
        using var header = JsonDocument.Parse(line);
        if (header.RootElement.GetProperty("kind").GetString() != Kind) throw CommandErrors.NotACheckpoint(Path, null);
        var version = header.RootElement.GetProperty("version").GetInt32();
        if (version != Version) throw CommandErrors.OtherVersion(Path, version < Version);
        _key = run.Key(header.RootElement.GetProperty("salt").GetString()!);
        RequireSame("command", header, run.Command);
        RequireSame("workspace", header, run.Workspace);
        if (header.RootElement.GetProperty("key").GetString() != RequestHash.Of(_key, [Kind], []))
        {
            throw CommandErrors.OtherToken(Path);
        }
        if (header.RootElement.GetProperty("parameters").GetString() != run.Parameters(_key))
        {
            throw CommandErrors.OtherParameters(Path, run.Command);
        }
    }

    private void RequireSame(string what, JsonDocument header, string ours)
    {
        var theirs = header.RootElement.GetProperty(what).GetString();
        if (theirs == ours) return;
        throw CommandErrors.OtherRun(Path, what, theirs, ours);
    }

    private void ReadEvent(string line)
    {
        using var document = JsonDocument.Parse(line);
        var entry = document.RootElement;
        var key = (entry.GetProperty("input").GetInt32(), entry.GetProperty("part").GetInt32());
        var known = _known.TryGetValue(key, out var before);
        var hash = entry.TryGetProperty("hash", out var given) ? given.GetString()! : known
            ? before.Hash : throw new FormatException("A request ended without being sent.");
        var state = entry.GetProperty("event").GetString() switch
        {
            "done" => RecordedState.Done,
            "refused" => RecordedState.NotDone,
            "sent" => known && before.State == RecordedState.Unknown ? RecordedState.Unknown : RecordedState.Repeatable,
            "sent-once" => RecordedState.Unknown,
            "unknown" => before.State,
            _ => throw new FormatException("The event is unknown."),
        };
        _known[key] = new Known(hash, state);
    }

    /// <summary>Writes pending entries and closes the file.</summary>
    public void Dispose() => _file.Dispose();
}
