using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Intercom.Http;

/// <summary>
/// Knows the processes of this user and machine that use the same host and token. Each of them has a file in a private folder and touches
/// it as long as it is connected: the file's time says that the process lives, its text (<see cref="PeerNote"/>) what the process needs of
/// a window and what it has claimed. A process lives while its file changes, whatever the time is by a clock, so setting the clock forgets
/// no process. Without a private place, every process knows only itself.
/// </summary>
internal sealed partial class BudgetPeers : IBudgetPeers
{
    /// <summary>A process whose file has not changed for this time is dead or suspended.</summary>
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(10);

    /// <summary>What a dead process left is deleted after this time.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    /// <summary>So many milliseconds a process waits for its turn to publish.</summary>
    private const int MostTries = 200;

    /// <summary>The file that exists while a process publishes.</summary>
    private const string TurnName = "turn";

    private static readonly Regex Name = new("^[0-9]+-[0-9a-f]{32}$", RegexOptions.CultureInvariant);
    private static readonly Regex Key = new("^[0-9A-F]{32}$", RegexOptions.CultureInvariant);

    private readonly string _key;
    private readonly Func<string, string?> _variable;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<string, (DateTime Time, TimeSpan ChangedAt)> _seen = new(StringComparer.Ordinal);
    private readonly byte[] _read = new byte[PeerNote.Length];
    private string? _root;
    private string? _folder;
    private FileStream? _own;
    private bool _isTidied;

    /// <summary>Finds the processes that use the same key, which must not reveal the token.</summary>
    public BudgetPeers(string key) : this(key, Environment.GetEnvironmentVariable) { }

    /// <summary>Knows those who use the same key, with an environment of the caller's.</summary>
    internal BudgetPeers(string key, Func<string, string?> variable) => (_key, _variable) = (key, variable);

    /// <inheritdoc/>
    public string? Refusal { get; private set; }

    /// <inheritdoc/>
    public void Exchange(Func<PeerView, PeerNote> decide)
    {
        // Without the other processes, decisions that were based on them no longer apply.
        if (!TryExchange(decide)) decide(PeerView.Alone);
    }

    private bool TryExchange(Func<PeerView, PeerNote> decide)
    {
        if (Refusal is not null) return false;
        try
        {
            if (Folder() is not { } folder) return false;
            Touch(folder);
            using (var turn = Turn(folder))
            {
                Write(decide(Look(folder) with { HasTurn = turn is not null }));
            }
            if (!_isTidied) Tidy();
            return true;
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException)
        {
            Close();
            Refusal = failure.Message;
            return false;
        }
    }

    /// <inheritdoc/>
    public void Leave()
    {
        Close();
        if (_folder is null) return;
        RemoveIfEmpty(_folder);
        RemoveIfEmpty(_root!);
        _folder = null;
        _seen.Clear();
    }

    private string? Folder()
    {
        if (_folder is not null) return _folder;
        _root = PrivateFolder.Find(_variable, out var refusal);
        var folder = _root is null ? null : PrivateFolder.Ready(Path.Combine(_root, _key), out refusal);
        Refusal = folder is null ? refusal : null;
        return _folder = folder;
    }

    /// <summary>
    /// Waits until no other process publishes, so that no two of them take the same calls. The lock is the system's, which a process that
    /// dies gives up. Null when a process on a busy machine, or a suspended one, holds it for too long: nobody takes it away from that one.
    /// </summary>
    private static FileStream? Turn(string folder)
    {
        var name = Path.Combine(folder, TurnName);
        for (var tries = 0; tries < MostTries; tries++)
        {
            FileStream? turn = null;
            try
            {
                turn = new FileStream(name, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
                // The process before may have deleted the file between its being opened and locked.
                if (File.Exists(name)) return turn;
                turn.Dispose();
            }
            catch (Exception taken) when (taken is IOException and not DirectoryNotFoundException or UnauthorizedAccessException)
            {
                turn?.Dispose();
            }
            Thread.Sleep(1);
        }
        return null;
    }

    private void Write(PeerNote note)
    {
        var bytes = note.Write();
        _own!.Position = 0;
        _own.Write(bytes, 0, bytes.Length);
        _own.Flush();
    }

    private void Touch(string folder)
    {
        if (_own is null || !File.Exists(_own.Name))
        {
            _own?.Dispose();
            _own = Create(folder);
            Write(new PeerNote(BudgetShare.Everything));
        }
        // Through the file that this process has created, never through a path that may lead elsewhere by now.
#if NET8_0_OR_GREATER
        File.SetLastWriteTimeUtc(_own.SafeFileHandle, DateTime.UtcNow);
#else
        File.SetLastWriteTimeUtc(_own.Name, DateTime.UtcNow);
#endif
    }

    /// <summary>Creates this process's file. Another process may remove the folder, empty as it is, in the same moment.</summary>
    private FileStream Create(string folder)
    {
        using var process = Process.GetCurrentProcess();
        for (var tries = 3; ; tries--)
        {
            if (PrivateFolder.Ready(_root!, out var refusal) is null || PrivateFolder.Ready(folder, out refusal) is null)
            {
                throw new IOException(refusal);
            }
            try
            {
                var name = Path.Combine(folder, $"{process.Id}-{Guid.NewGuid():N}");
                return new FileStream(name, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1);
            }
            catch (DirectoryNotFoundException) when (tries > 1)
            {
                // Once more.
            }
        }
    }

    private PeerView Look(string folder)
    {
        var now = _clock.Elapsed;
        var own = Path.GetFileName(_own!.Name);
        var alive = new List<(string Name, PeerNote Note)>();
        // Only files of the other processes. Any other file does not belong to this process and must not be deleted.
        var files = new DirectoryInfo(folder).GetFiles()
            .Where(file => Name.IsMatch(file.Name) && (file.Attributes & FileAttributes.ReparsePoint) == 0).ToList();
        var ownTime = files.Find(file => file.Name == own)?.LastWriteTimeUtc ?? DateTime.UtcNow;
        foreach (var file in files)
        {
            if (file.Name == own) continue;
            try
            {
                Refresh(file);
                // One that is seen for the first time lives if it was touched about as lately as the own one.
                var time = file.LastWriteTimeUtc;
                if (!_seen.TryGetValue(file.Name, out var known)) known = (time, ownTime - time > Alive ? now - Alive - Alive : now);
                else if (known.Time != time) known = (time, now);
                _seen[file.Name] = known;
                if (now - known.ChangedAt < Alive) alive.Add((file.Name, ReadNote(file)));
                else if (ownTime - time > Forgotten) file.Delete();
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It left in this moment.
            }
        }
        foreach (var name in _seen.Keys.Except(files.Select(file => file.Name)).ToList()) _seen.Remove(name);
        return new PeerView(alive.Count(peer => string.CompareOrdinal(peer.Name, own) < 0), alive.ConvertAll(peer => peer.Note));
    }

    private PeerNote ReadNote(FileInfo file)
    {
        using var open = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        return PeerNote.Read(_read, open.Read(_read, 0, _read.Length));
    }

    /// <summary>
    /// Windows lists the state of an open file at the time of its opening. Querying the file itself returns its present state.
    /// </summary>
    private static void Refresh(FileInfo file)
    {
        if (Path.DirectorySeparatorChar != '\\') return;
        using var open = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        file.Refresh();
    }
}
