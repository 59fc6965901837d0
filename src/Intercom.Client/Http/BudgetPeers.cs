using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Intercom.Http;

/// <summary>
/// Counts the processes of this user and machine that use the same host and token just now, by a file that each of them touches. A process that died is
/// forgotten after a while. Where there is no place for files, every process counts itself only, and others are seen by what vanishes from the budget.
/// </summary>
internal sealed class BudgetPeers
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(400);

    /// <summary>After a pause others may begin in the same moment, so for a second the count is looked at more often.</summary>
    private static readonly TimeSpan FreshAtFirst = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Active = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private static readonly Regex Name = new("^[0-9]+-[0-9a-f]{32}$", RegexOptions.CultureInvariant);

    private readonly string _folder;
    private readonly string _own;
    private readonly Stopwatch _looked = new();
    private readonly Stopwatch _began = new();
    private int _count = 1;
    private bool _works = true;

    /// <summary>Counts those who use the same key; it must not tell the token.</summary>
    public BudgetPeers(string key)
    {
        _folder = Path.Combine(Path.GetTempPath(), "intercom-powershell-" + Environment.UserName, key);
        using var process = Process.GetCurrentProcess();
        _own = Path.Combine(_folder, $"{process.Id}-{Guid.NewGuid():N}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave();
    }

    /// <summary>How many there are, this process included; looks again a few times a second at most, and says that this process is there.</summary>
    public int Count()
    {
        if (!_works || (_looked.IsRunning && _looked.Elapsed < (_began.Elapsed < First ? FreshAtFirst : Fresh))) return _count;
        if (!_looked.IsRunning || _looked.Elapsed > Pause) _began.Restart();
        _looked.Restart();
        try
        {
            Directory.CreateDirectory(_folder);
            using (File.Create(_own))
            {
                // Its time is all that it says.
            }
            var now = DateTime.UtcNow;
            // Theirs only: whatever else lies there is none of this process's, least of all to delete. The folder for temporary files is everybody's.
            var ages = Directory.GetFiles(_folder).Where(file => Name.IsMatch(Path.GetFileName(file))).Select(file => (File: file, Age: now - File.GetLastWriteTimeUtc(file))).ToList();
            foreach (var (file, age) in ages)
            {
                if (age > Forgotten) File.Delete(file);
            }
            _count = Math.Max(1, ages.Count(peer => peer.Age < Active));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            _works = false;
            _count = 1;
        }
        return _count;
    }

    private void Leave()
    {
        try
        {
            File.Delete(_own);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It grows old by itself.
        }
    }
}
