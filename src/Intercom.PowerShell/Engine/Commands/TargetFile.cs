namespace Intercom.PowerShell;

/// <summary>
/// A file that a cmdlet writes. It is written beside its target and moved into place when it is complete, so an incomplete file never has
/// the target's name.
/// </summary>
internal static class TargetFile
{
    /// <summary>Rejects a target that cannot be written, before anything is read for it.</summary>
    /// <exception cref="ArgumentException">The directory does not exist, or the file exists.</exception>
    public static void Check(string given, string target, bool force)
    {
        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder)) throw CommandErrors.DirectoryNotFound(given, folder);
        if (File.Exists(target) && !force) throw CommandErrors.FileExists(target);
    }

    /// <summary>
    /// The name of a temporary file in the target's directory, so that it can be moved. It is short, which allows the longest target name
    /// that the system supports.
    /// </summary>
    public static string Partial(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".part");

    /// <summary>Moves the file to its target. A target that was created in the meantime is replaced only with -Force.</summary>
    public static void PutInPlace(string whole, string target, bool force)
    {
        if (!force || !File.Exists(target))
        {
            try
            {
                File.Move(whole, target);
                return;
            }
            catch (IOException) when (File.Exists(target))
            {
                if (!force) throw CommandErrors.FileExists(target);
            }
        }
        File.Replace(whole, target, null);
    }

    /// <summary>Deletes a temporary file.</summary>
    public static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The name marks it as a partial file. Only the original failure is reported.
        }
    }
}
