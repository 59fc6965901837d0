using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>
/// The file of Connect-Intercom -LogPath: one line of JSON for each change, which is passed to the operating system before the cmdlet
/// writes the output of the change. Several connections and processes can append to the same file.
/// </summary>
internal sealed class ChangeLog : IDisposable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly object _lock = new();
    private readonly FileStream _file;
    private readonly Mutex _turn;

    private ChangeLog(FileStream file, Mutex turn) => (_file, _turn) = (file, turn);

    /// <summary>Why a line could not be written; null while all lines were written.</summary>
    public ChangeLogException? Failure { get; private set; }

    /// <summary>Opens the file, or creates it for the current user only.</summary>
    /// <exception cref="ChangeLogException">The file cannot be written, for the reason in the message.</exception>
    public static ChangeLog Open(string path)
    {
        if (Directory.Exists(path)) throw CommandErrors.ChangeLogIsDirectory(path);
        try
        {
            // Other programs may read the file, and other processes may append to it.
            var file = PrivateFile.Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite | FileShare.Delete, 1);
            var log = new ChangeLog(file, new Mutex(false, TurnOf(path)));
            log.InTurn(log.EndLastLine);
            return log;
        }
        catch (DirectoryNotFoundException failure)
        {
            throw CommandErrors.ChangeLogFolder(path, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or WaitHandleCannotBeOpenedException)
        {
            throw CommandErrors.ChangeLogNotOpened(path, failure.Message, failure);
        }
    }

    /// <summary>Opens a connection whose changes are logged. The log is opened first, so that nothing is sent without one.</summary>
    /// <param name="session">The session, for relative paths.</param>
    /// <param name="given">The path of the log; null for none.</param>
    /// <param name="open">Opens the connection.</param>
    /// <exception cref="ChangeLogException">The log cannot be written.</exception>
    public static IntercomConnection Around(SessionState session, string? given, Func<IntercomConnection> open)
    {
        if (given is null) return open();
        var log = Open(LiteralPath.Of(session, given));
        try
        {
            var connection = open();
            ChangeList.Of(connection).Log = log;
            return connection;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Appends a change.</summary>
    /// <exception cref="ChangeLogException">The line could not be written.</exception>
    public void Write(IntercomChange change)
    {
        var line = Encoding.UTF8.GetBytes(change.Session.Client.WithoutToken(LineOf(change)) + "\n");
        try
        {
            lock (_lock) InTurn(() =>
            {
                _file.Seek(0, SeekOrigin.End);
                _file.Write(line, 0, line.Length);
                _file.Flush();
            });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Failure ??= CommandErrors.ChangeLogNotWritten(_file.Name, failure.Message, failure);
            throw CommandErrors.ChangeNotLogged(change.Number, _file.Name, failure.Message, failure);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _file.Dispose();
            _turn.Dispose();
        }
    }

    private static string LineOf(IntercomChange change) => new JsonObject
    {
        ["time"] = new DateTimeOffset(change.Time).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        ["number"] = change.Number,
        ["outcome"] = change.Outcome,
        ["command"] = change.Command,
        ["action"] = change.Action,
        ["noun"] = change.Noun,
        ["id"] = change.ResourceId,
        ["name"] = change.Name,
        ["method"] = change.Method,
        ["path"] = change.Path,
        ["body"] = WithoutFiles(change.Body),
        ["before"] = PlainValue.ToNode(change.Before),
        ["undoes"] = change.Undoes,
        ["request_id"] = change.RequestId,
        ["error"] = change.Error,
        ["connection"] = change.Connection,
        ["workspace"] = change.Session.WorkspaceId,
        ["token_owner"] = change.Session.Admin?.Email ?? change.Session.Admin?.Id,
    }.ToJsonString(Plain);

    /// <summary>
    /// The body, with the length of each attached file in place of its contents, and without the values of headers, which are passwords and
    /// tokens of other services.
    /// </summary>
    private static JsonNode? WithoutFiles(JsonNode? body)
    {
        var copy = body?.DeepClone();
        foreach (var header in ((copy as JsonObject)?["headers"] as JsonArray ?? []).OfType<JsonObject>()) header["value"] = "****";
        if ((copy as JsonObject)?["attachment_files"] is not JsonArray files) return copy;
        foreach (var file in files.OfType<JsonObject>())
        {
            if (file["data"] is { } data) file["data"] = $"{data.ToString().Length} characters";
        }
        return copy;
    }

    /// <summary>Ends a line that another process left incomplete.</summary>
    private void EndLastLine()
    {
        if (_file.Length == 0) return;
        _file.Seek(-1, SeekOrigin.End);
        if (_file.ReadByte() != '\n') _file.WriteByte((byte)'\n');
        _file.Flush();
    }

    /// <summary>Accesses the file while no other process does.</summary>
    private void InTurn(Action access)
    {
        try
        {
            _turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The other process ended during its turn. This one has the turn now.
        }
        try
        {
            access();
        }
        finally
        {
            _turn.ReleaseMutex();
        }
    }

    private static string TurnOf(string path)
    {
        using var hash = SHA256.Create();
        var bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(Path.GetFullPath(path).ToUpperInvariant()));
        return @"Global\intercom-log-" + string.Concat(bytes.Take(16).Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
