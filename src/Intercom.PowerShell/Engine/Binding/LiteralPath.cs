using System.Runtime.InteropServices;

namespace Intercom.PowerShell;

/// <summary>
/// Reads a path that a person gave: relative to the session's location, with the session's drives, and to the letter. Brackets are common
/// in the names of files, so wildcards are looked at only where no file has the name itself.
/// </summary>
internal static class LiteralPath
{
    /// <summary>The path of one file, which need not exist. Wildcards stand for themselves.</summary>
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
        // A drive or a provider that does not exist, or one that refuses the path.
        catch (Exception failure) when (failure is SessionStateException or NotSupportedException or ProviderInvocationException)
        {
            throw CommandErrors.InvalidPath(given, failure);
        }
    }

    /// <summary>True for a path that Windows takes for a second stream of a file (<c>run:journal</c>), which no folder shows and no copy
    /// keeps.</summary>
    internal static bool IsStream(string path, bool isWindows)
    {
        if (!isWindows) return false;
        var start = path.StartsWith(@"\\?\", StringComparison.Ordinal) || path.StartsWith(@"\\.\", StringComparison.Ordinal) ? 4 : 0;
        return path.IndexOf(':', Math.Min(path.Length, start + 2)) >= 0;
    }

    /// <summary>The files that exist under a name: the one of exactly this name, or else those that its wildcards match.</summary>
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
            // No file matches, or the brackets are not a pattern: the error below is about the name itself.
        }
        throw CommandErrors.FileNotFound(given, session.Path.CurrentFileSystemLocation.ProviderPath);
    }
}
