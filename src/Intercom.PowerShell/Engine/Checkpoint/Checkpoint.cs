using System.Text.Json;

namespace Intercom.PowerShell;

/// <summary>What a checkpoint knows of a request from an earlier run.</summary>
internal enum Noted
{
    /// <summary>Nothing, or that it was refused: it is left to do.</summary>
    Left,

    /// <summary>It was sent and its answer never came; a repeat does no harm.</summary>
    Repeatable,

    /// <summary>It was sent and its answer never came; a repeat might do it twice.</summary>
    Unknown,

    /// <summary>It is done.</summary>
    Done,
}

/// <summary>What a run is, as far as a checkpoint can tell runs apart. It holds no values, only hashes of them.</summary>
/// <param name="Command">The cmdlet's name.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Key">Gives, for a salt, the key of the hashes. It is made from the access token, so the file alone does not let anybody try
/// out values.</param>
/// <param name="Parameters">Gives, for a key, the hash of the parameters on the command line.</param>
internal sealed record CheckpointRun(string Command, string Workspace, Func<string, byte[]> Key, Func<byte[], string> Parameters);

/// <summary>
/// The journal of a run: a line before each send, a line after it, each on the disk before the run goes on. Started again after whatever
/// end, the same run learns from it what is done, what is left, and what was under way. Lines are JSON; the first says whose journal it is,
/// and no line holds more of an input than its number and a hash that only the access token can make again.
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

    private readonly record struct Known(string Hash, Noted State);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many requests of this run were done already and were skipped.</summary>
    public int Skipped { get; private set; }

    /// <summary>How many requests of this run have an unknown outcome from an earlier run and were not repeated.</summary>
    public int NotRepeated { get; private set; }

    /// <summary>How many requests the journal knows that this run has not brought.</summary>
    public int Missing => _known.Count;

    /// <summary>Opens a journal or begins one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">What is to be run.</param>
    /// <exception cref="CheckpointException">The file is in use, damaged, no checkpoint, or that of another run.</exception>
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

    /// <summary>The identity of a request in this journal.</summary>
    public string Hash(IEnumerable<string> words, IEnumerable<KeyValuePair<string, object?>> values) => RequestHash.Of(_key, words, values);

    /// <summary>Says what is known of a request.</summary>
    /// <param name="input">The number of the input, from 1.</param>
    /// <param name="part">Which request of this input, from 0.</param>
    /// <param name="hash">Its identity.</param>
    /// <exception cref="CheckpointException">The journal knows another request at this place.</exception>
    public Noted Look(int input, int part, string hash)
    {
        if (!_known.TryGetValue((input, part), out var known)) return Noted.Left;
        if (known.Hash != hash) throw CommandErrors.OtherInput(Path, input);
        _known.Remove((input, part));
        return known.State;
    }

    /// <summary>Counts a request that is skipped.</summary>
    public void Skip() => Skipped++;

    /// <summary>Counts a request that is not repeated.</summary>
    public void LeaveUnknown() => NotRepeated++;

    /// <summary>Notes that a request goes out now; the task ends when this is on the disk.</summary>
    public Task SentAsync(int input, int part, string hash, bool once) =>
        Append(new JsonObject { ["input"] = input, ["part"] = part, ["event"] = once ? "sent-once" : "sent", ["hash"] = hash });

    /// <summary>Notes how a request ended: <c>done</c>, <c>refused</c> or <c>unknown</c>; the task ends when this is on the disk.</summary>
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
        // A first line that was torn off was never acted upon; anything else is somebody's file.
        if (file.Torn.Length > 0 && !Begins(file.Torn)) throw CommandErrors.NotACheckpoint(Path, null);
        file.StartWriting();
        var salt = RequestHash.NewSalt();
        _key = run.Key(salt);
        _ = Append(new JsonObject
        {
            ["kind"] = Kind, ["version"] = Version, ["command"] = run.Command, ["workspace"] = run.Workspace, ["salt"] = salt,
            ["key"] = RequestHash.Of(_key, [Kind], []), ["parameters"] = run.Parameters(_key),
        });
    }

    private static bool Begins(string torn)
    {
        var start = $"{{\"kind\":\"{Kind}\"";
        return torn.Trim('\0').Length == 0 || torn.StartsWith(start, StringComparison.Ordinal)
            || start.StartsWith(torn, StringComparison.Ordinal);
    }

    private void CheckHeader(string line, CheckpointRun run)
    {
        using var header = JsonDocument.Parse(line);
        if (header.RootElement.GetProperty("kind").GetString() != Kind) throw CommandErrors.NotACheckpoint(Path, null);
        var version = header.RootElement.GetProperty("version").GetInt32();
        if (version != Version) throw CommandErrors.OtherVersion(Path, version < Version);
        _key = run.Key(header.RootElement.GetProperty("salt").GetString()!);
        Same("command", header, run.Command);
        Same("workspace", header, run.Workspace);
        if (header.RootElement.GetProperty("key").GetString() != RequestHash.Of(_key, [Kind], []))
        {
            throw CommandErrors.OtherToken(Path);
        }
        if (header.RootElement.GetProperty("parameters").GetString() != run.Parameters(_key))
        {
            throw CommandErrors.OtherParameters(Path, run.Command);
        }
    }

    private void Same(string what, JsonDocument header, string ours)
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
            ? before.Hash : throw new FormatException("An end without a beginning.");
        var state = entry.GetProperty("event").GetString() switch
        {
            "done" => Noted.Done,
            "refused" => Noted.Left,
            "sent" => known && before.State == Noted.Unknown ? Noted.Unknown : Noted.Repeatable,
            "sent-once" => Noted.Unknown,
            "unknown" => before.State,
            _ => throw new FormatException("An event that is not known."),
        };
        _known[key] = new Known(hash, state);
    }

    /// <summary>Writes the entries that are waiting, and closes the file.</summary>
    public void Dispose() => _file.Dispose();
}
