using System.Text;

namespace Intercom.PowerShell;

/// <summary>
/// A file to which lines are only appended. A line counts when it is on disk. Lines that arrive during a write share the next one, so that
/// many concurrent writers wait for at most one other write. The file is locked against other processes while it is open.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private const int LongestLine = 64 * 1024;
    private readonly FileStream _file;
    private readonly object _lock = new();
    private readonly StringBuilder _pending = new();
    private TaskCompletionSource<bool> _batch = NewBatch();
    private Task _writing = Task.CompletedTask;
    private bool _isWriting;
    private Exception? _failure;

    private JournalFile(FileStream file) => _file = file;

    /// <summary>Opens or creates the file, accessible only to its owner.</summary>
    /// <exception cref="CheckpointException">Another process uses the file, or it cannot be opened for the reason in the
    /// message.</exception>
    public static JournalFile Open(string path)
    {
        if (Directory.Exists(path)) throw CommandErrors.CheckpointIsDirectory(path);
        try
        {
            var isNew = !File.Exists(path);
            var file = PrivateFile.Open(path, FileMode.OpenOrCreate, FileShare.None, 16 * 1024);
            // Otherwise a power failure could remove the new file from the directory, and with it the records of the run.
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
    /// Reads the existing lines. Text after the last line ending was left incomplete by a crash. It does not count, and is removed.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is longer than this module writes.</exception>
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
        IncompleteLine = Encoding.UTF8.GetString(line.ToArray());
        _end = complete;
    }

    /// <summary>The incomplete text after the last line ending; empty when the file was closed properly.</summary>
    public string IncompleteLine { get; private set; } = "";

    private long _end;

    /// <summary>Prepares the file for appending, and removes an incomplete last line.</summary>
    public void StartWriting()
    {
        PrivateFile.Close(_file);
        if (_file.Length != _end) _file.SetLength(_end);
        _file.Position = _end;
    }

    /// <summary>Appends a line. The task completes when the line is on disk. Lines keep their order.</summary>
    public Task AppendAsync(string line)
    {
        lock (_lock)
        {
            if (_failure is not null) return Task.FromException(_failure);
            _pending.Append(line).Append('\n');
            var batch = _batch.Task;
            if (!_isWriting)
            {
                _isWriting = true;
                _writing = Task.Run(WriteAll);
            }
            return batch;
        }
    }

    private void WriteAll()
    {
        while (true)
        {
            byte[] lines;
            TaskCompletionSource<bool> batch;
            lock (_lock)
            {
                if (_pending.Length == 0)
                {
                    _isWriting = false;
                    return;
                }
                lines = Encoding.UTF8.GetBytes(_pending.ToString());
                _pending.Clear();
                (batch, _batch) = (_batch, NewBatch());
            }
            try
            {
                _file.Write(lines, 0, lines.Length);
                _file.Flush(flushToDisk: true);
                batch.SetResult(true);
            }
            catch (Exception failure) when (failure is IOException or ObjectDisposedException or UnauthorizedAccessException)
            {
                Fail(CommandErrors.CheckpointNotWritten(_file.Name, failure.Message, failure), batch);
                return;
            }
        }
    }

    private void Fail(Exception failure, TaskCompletionSource<bool> batch)
    {
        TaskCompletionSource<bool> next;
        lock (_lock)
        {
            _failure = failure;
            _isWriting = false;
            _pending.Clear();
            next = _batch;
        }
        batch.SetException(failure);
        next.TrySetException(failure);
        // Observes the exception, because nothing may await these lines.
        _ = batch.Task.Exception;
        _ = next.Task.Exception;
    }

    // Continuations run on other threads, so that the thread that writes to disk never sends requests.
    private static TaskCompletionSource<bool> NewBatch() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Writes pending lines and closes the file. Later lines are rejected.</summary>
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
