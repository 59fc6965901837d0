using System.Runtime.InteropServices;

namespace Intercom.PowerShell;

/// <summary>
/// Resolves a path relative to the session's location, with the session's drives. The path is literal first: file names often contain
/// brackets, so wildcards apply only when no file has the exact name.
/// </summary>
internal static class LiteralPath
{
    /// <summary>Resolves the path of one file, which need not exist. Wildcard characters are literal.</summary>
    /// <exception cref="ArgumentException">The drive does not exist, or the path is not in the file system.</exception>
    public static string Of(SessionState session, string given)
    {
        try
        {
            var path = session.Path.GetUnresolvedProviderPathFromPSPath(given, out var provider, out _);
            if (IsStream(path, RuntimeInformation.IsOSPlatform(OSPlatform.Windows)))
            {
                throw CommandErrors.FileStream(given);
            }
            if (provider.Name == "FileSystem") return path;
            throw CommandErrors.OtherProvider(given, provider.Name);
        }
        // The drive or provider does not exist, or rejects the path.
        catch (Exception failure) when (failure is SessionStateException or NotSupportedException or ProviderInvocationException)
        {
            throw CommandErrors.InvalidPath(given, failure);
        }
    }

    /// <summary>
    /// True for a path that Windows interprets as an alternate data stream (<c>run:journal</c>), which directories do not show and copies
    /// lose.
    /// </summary>
    internal static bool IsStream(string path, bool isWindows)
    {
        if (!isWindows) return false;
        var start = path.StartsWith(@"\\?\", StringComparison.Ordinal) || path.StartsWith(@"\\.\", StringComparison.Ordinal) ? 4 : 0;
        return path.IndexOf(':', Math.Min(path.Length, start + 2)) >= 0;
    }

    /// <summary>The existing files of a name: the file with exactly this name, or else those that match it as a wildcard.</summary>
    /// <exception cref="ArgumentException">The file does not exist, or the path is not in the file system.</exception>
    public static IReadOnlyList<string> Existing(SessionState session, string given)
    {
        var literal = Of(session, given);
        if (File.Exists(literal) || Directory.Exists(literal)) return [literal];
        try
        {
            var found = session.Path.GetResolvedProviderPathFromPSPath(given, out _);
            if (found.Count > 0) return found;
        }
        catch (Exception failure) when (failure is ItemNotFoundException or WildcardPatternException)
        {
            // No file matches, or the pattern is invalid. The error below reports the name itself.
        }
        throw CommandErrors.FileNotFound(given, session.Path.CurrentFileSystemLocation.ProviderPath);
    }
}
