namespace Intercom.Http;

/// <content>Removes the files that this process and dead processes leave behind.</content>
internal sealed partial class BudgetPeers
{
    /// <summary>Each process tidies so many folders of other keys at most.</summary>
    private const int MostTidied = 100;

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
                var left = folder.GetFiles().Where(file => Name.IsMatch(file.Name) || file.Name == TurnName);
                foreach (var file in left.Where(file => file.LastWriteTimeUtc < old)) file.Delete();
                if (folder.LastWriteTimeUtc < old) RemoveIfEmpty(folder.FullName);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another process removes files at the same time.
            }
        }
    }

    private void Close()
    {
        if (_own is null) return;
        var name = _own.Name;
        _own.Dispose();
        _own = null;
        Delete(name);
    }

    private static void Delete(string name)
    {
        try
        {
            File.Delete(name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The file expires anyway.
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
