using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Intercom.Http;

/// <summary>
/// Knows the processes of this user and machine that use the same host and token, by a file that each of them has in a private folder and
/// touches as long
/// as it is connected: its time says that the process lives, its length what it wants of a window. Whether a file changes is what counts,
/// not its time
/// against a clock, so that setting the clock forgets no process. Without a private place, every process knows only itself.
/// </summary>
internal sealed class BudgetPeers : IBudgetPeers
{
    /// <summary>A process whose file has not changed for so long is dead or stands still.</summary>
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(10);

    /// <summary>What a dead process left is deleted after this time.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    /// <summary>So many folders of other keys are tidied by each process at most.</summary>
    private const int MostTidied = 100;

    private static readonly Regex Name = new("^[0-9]+-[0-9a-f]{32}$", RegexOptions.CultureInvariant);
    private static readonly Regex Key = new("^[0-9A-F]{32}$", RegexOptions.CultureInvariant);

    private readonly string _key;
    private readonly Func<string, string?> _variable;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<string, (DateTime Time, TimeSpan ChangedAt)> _seen = new(StringComparer.Ordinal);
    private string? _root;
    private string? _folder;
    private FileStream? _own;
    private bool _isTidied;

    /// <summary>Knows those who use the same key; it must not tell the token.</summary>
    public BudgetPeers(string key) : this(key, Environment.GetEnvironmentVariable) { }

    /// <summary>Knows those who use the same key, with an environment of the caller's.</summary>
    internal BudgetPeers(string key, Func<string, string?> variable) => (_key, _variable) = (key, variable);

    /// <inheritdoc/>
    public string? Refusal { get; private set; }

    /// <inheritdoc/>
    public PeerView Exchange(int want)
    {
        if (Refusal is not null) return PeerView.Alone;
        try
        {
            if (Folder() is not { } folder) return PeerView.Alone;
            Write(folder, want);
            var view = Look(folder);
            if (!_isTidied) Tidy();
            return view;
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException)
        {
            Close();
            Refusal = failure.Message;
            return PeerView.Alone;
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

    private void Write(string folder, int want)
    {
        if (_own is null || !File.Exists(_own.Name))
        {
            _own?.Dispose();
            _own = Create(folder);
        }
        // Through the file that this process has created, never through a path that may lead elsewhere by now.
        if (_own.Length != want) _own.SetLength(want);
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
        var alive = new List<(string Name, int Want)>();
        // Theirs only: whatever else lies there is none of this process's, least of all to delete.
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
                if (now - known.ChangedAt < Alive) alive.Add((file.Name, (int)Math.Min(BudgetShare.Everything, file.Length)));
                else if (ownTime - time > Forgotten) file.Delete();
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It left in this moment.
            }
        }
        foreach (var name in _seen.Keys.Except(files.Select(file => file.Name)).ToList()) _seen.Remove(name);
        return new PeerView(alive.Count(peer => string.CompareOrdinal(peer.Name, own) < 0), alive.ConvertAll(peer => peer.Want));
    }

    /// <summary>Windows lists what an open file was like when it was opened; asked for the file itself, it says what it is now.</summary>
    private static void Refresh(FileInfo file)
    {
        if (Path.DirectorySeparatorChar != '\\') return;
        using var open = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        file.Refresh();
    }

    /// <summary>Removes what dead processes left under other keys.</summary>
    private void Tidy()
    {
        _isTidied = true;
        var others = new DirectoryInfo(_root!).GetDirectories().Where(folder => Key.IsMatch(folder.Name) && folder.Name != _key);
        foreach (var folder in others.Take(MostTidied))
        {
            try
            {
                if ((folder.Attributes & FileAttributes.ReparsePoint) != 0) continue;
                var old = DateTime.UtcNow - Forgotten;
                foreach (var file in folder.GetFiles().Where(file => Name.IsMatch(file.Name) && file.LastWriteTimeUtc < old)) file.Delete();
                if (folder.LastWriteTimeUtc < old) RemoveIfEmpty(folder.FullName);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another process tidies as well.
            }
        }
    }

    private void Close()
    {
        if (_own is null) return;
        var name = _own.Name;
        _own.Dispose();
        _own = null;
        try
        {
            File.Delete(name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It grows old by itself.
        }
    }

    private static void RemoveIfEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Others are in it.
        }
    }
}
