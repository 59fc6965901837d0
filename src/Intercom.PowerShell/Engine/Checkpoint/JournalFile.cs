using System.Text;

namespace Intercom.PowerShell;

/// <summary>
/// A file of lines to which is only added. A line counts once it is on the disk; lines that come while the disk is busy share its next
/// turn, so that many writers at once wait no longer than one. The file is locked against other processes as long as it is open.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private const int LongestLine = 64 * 1024;
    private readonly FileStream _file;
    private readonly object _lock = new();
    private readonly StringBuilder _waiting = new();
    private TaskCompletionSource<bool> _turn = NewTurn();
    private Task _writing = Task.CompletedTask;
    private bool _isWriting;
    private Exception? _failure;

    private JournalFile(FileStream file) => _file = file;

    /// <summary>Opens or creates the file, for its owner alone.</summary>
    /// <exception cref="CheckpointException">Another process has it open, or it cannot be opened for another reason, which is
    /// named.</exception>
    public static JournalFile Open(string path)
    {
        if (Directory.Exists(path)) throw CommandErrors.CheckpointIsDirectory(path);
        try
        {
            var isNew = !File.Exists(path);
            var file = PrivateFile.Open(path, FileMode.OpenOrCreate, FileShare.None, 16 * 1024);
            // Without this, a power cut may take the new name out of the folder, and with it what the run had noted.
            if (isNew) _ = PrivateFile.FlushFolder(path);
            return new JournalFile(file);
        }
        catch (DirectoryNotFoundException failure)
        {
            throw CommandErrors.CheckpointFolder(path, failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw CommandErrors.CheckpointDenied(path, failure.Message, failure);
        }
        catch (IOException failure) when (PrivateFile.IsInUse(failure))
        {
            throw CommandErrors.CheckpointInUse(path, failure.Message, failure);
        }
        catch (IOException failure)
        {
            throw CommandErrors.CheckpointNotOpened(path, failure.Message, failure);
        }
    }

    /// <summary>
    /// Reads the lines that are there. What follows the last line end was torn off by a crash: it never counted, and is cut away.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is longer than any of ours.</exception>
    public IEnumerable<string> ReadLines()
    {
        _file.Position = 0;
        var line = new List<byte>(256);
        var buffer = new byte[64 * 1024];
        long complete = 0, position = 0;
        int read;
        while ((read = _file.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                position++;
                if (buffer[i] != '\n')
                {
                    if (line.Count == LongestLine) throw new InvalidDataException("A line is too long.");
                    line.Add(buffer[i]);
                    continue;
                }
                complete = position;
                yield return Encoding.UTF8.GetString(line.ToArray());
                line.Clear();
            }
        }
        Torn = Encoding.UTF8.GetString(line.ToArray());
        _end = complete;
    }

    /// <summary>What stood behind the last line end; empty in a file that was closed well.</summary>
    public string Torn { get; private set; } = "";

    private long _end;

    /// <summary>Makes ready to add lines: cuts away what was torn.</summary>
    public void StartWriting()
    {
        PrivateFile.Close(_file);
        if (_file.Length != _end) _file.SetLength(_end);
        _file.Position = _end;
    }

    /// <summary>Adds a line; the task ends when it is on the disk. Lines keep the order in which they are added.</summary>
    public Task AppendAsync(string line)
    {
        lock (_lock)
        {
            if (_failure is not null) return Task.FromException(_failure);
            _waiting.Append(line).Append('\n');
            var turn = _turn.Task;
            if (!_isWriting)
            {
                _isWriting = true;
                _writing = Task.Run(WriteAll);
            }
            return turn;
        }
    }

    private void WriteAll()
    {
        while (true)
        {
            byte[] lines;
            TaskCompletionSource<bool> turn;
            lock (_lock)
            {
                if (_waiting.Length == 0)
                {
                    _isWriting = false;
                    return;
                }
                lines = Encoding.UTF8.GetBytes(_waiting.ToString());
                _waiting.Clear();
                (turn, _turn) = (_turn, NewTurn());
            }
            try
            {
                _file.Write(lines, 0, lines.Length);
                _file.Flush(flushToDisk: true);
                turn.SetResult(true);
            }
            catch (Exception failure) when (failure is IOException or ObjectDisposedException or UnauthorizedAccessException)
            {
                Fail(CommandErrors.CheckpointNotWritten(_file.Name, failure.Message, failure), turn);
                return;
            }
        }
    }

    private void Fail(Exception failure, TaskCompletionSource<bool> turn)
    {
        TaskCompletionSource<bool> next;
        lock (_lock)
        {
            _failure = failure;
            _isWriting = false;
            _waiting.Clear();
            next = _turn;
        }
        turn.SetException(failure);
        next.TrySetException(failure);
        // Lines that nobody waits for may be among those that failed.
        _ = turn.Task.Exception;
        _ = next.Task.Exception;
    }

    // Whoever waits goes on elsewhere, so that the disk's own thread never sends anything.
    private static TaskCompletionSource<bool> NewTurn() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Writes what is waiting and closes the file. Lines that come later are refused.</summary>
    public void Dispose()
    {
        Task writing;
        lock (_lock)
        {
            _failure ??= new OperationCanceledException("The checkpoint is closed.");
            writing = _writing;
        }
        writing.Wait();
        _file.Dispose();
    }
}
