#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
#endif

namespace Intercom.Http;

/// <summary>
/// A folder that nobody else can write to, see into or put a link in the place of. Without certainty about that, no folder is used.
/// </summary>
internal static class PrivateFolder
{
    private const string Name = "intercom-powershell";

    /// <summary>
    /// The module's folder for what processes of one user tell each other: in XDG_RUNTIME_DIR where that is private, else under the home
    /// (XDG_STATE_HOME or ~/.local/state, ~/Library/Caches on macOS), or in the local application data on Windows.
    /// </summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="refusal">Why there is no such folder.</param>
    public static string? Find(Func<string, string?> variable, out string? refusal)
    {
        if (!IsUnix)
        {
            var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            if (data.Length > 0) return Ready(Path.Combine(data, Name), out refusal);
            refusal = "this account has no folder for application data";
            return null;
        }
#if NET8_0_OR_GREATER
        if (variable("XDG_RUNTIME_DIR") is { } runtime && Path.IsPathRooted(runtime) && Unix.IsPrivate(runtime))
        {
            return Ready(Path.Combine(runtime, Name), out refusal);
        }
        if (variable("HOME") is not { Length: > 1 } home || !Path.IsPathRooted(home) || !Unix.IsOurs(home))
        {
            refusal = "HOME is not a folder that belongs to this account alone";
            return null;
        }
        string[] steps = OperatingSystem.IsMacOS() ? ["Library", "Caches"] : [".local", "state"];
        if (!OperatingSystem.IsMacOS() && variable("XDG_STATE_HOME") is { } state && Path.IsPathRooted(state))
        {
            (home, steps) = (Path.GetDirectoryName(state) ?? state, [Path.GetFileName(state)]);
        }
        foreach (var step in steps)
        {
            home = Path.Combine(home, step);
            try
            {
                Unix.Create(home);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                refusal = $"'{home}' cannot be created: {failure.Message}";
                return null;
            }
            if (Unix.IsOurs(home)) continue;
            refusal = $"'{home}' can be changed by other accounts";
            return null;
        }
        return Ready(Path.Combine(home, Name), out refusal);
#else
        refusal = "the owner of a folder cannot be checked on this platform";
        return null;
#endif
    }

    /// <summary>Creates a folder if it does not exist, and checks that it is private.</summary>
    /// <returns>The folder. Null if it is not private, or cannot be created.</returns>
    public static string? Ready(string folder, out string? refusal)
    {
        refusal = null;
        try
        {
#if NET8_0_OR_GREATER
            if (IsUnix)
            {
                Unix.Create(folder);
                if (Unix.IsPrivate(folder)) return folder;
                refusal = $"'{folder}' is a link, belongs to another account or is open to others. Remove it, or set its mode to 0700.";
                return null;
            }
#endif
            Directory.CreateDirectory(folder);
            if ((File.GetAttributes(folder) & FileAttributes.ReparsePoint) == 0) return folder;
            refusal = $"'{folder}' is a link";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            refusal = $"'{folder}' cannot be created: {failure.Message}";
        }
        return null;
    }

    private static bool IsUnix => Path.DirectorySeparatorChar == '/';

#if NET8_0_OR_GREATER
    /// <summary>The owner of a file, which .NET does not report.</summary>
    private static class Unix
    {
        private const uint Kind = 0xF000;
        private const uint Folder = 0x4000;
        private const uint Others = 0x3F;
        private const uint OthersWrite = 0x12;

        /// <summary>Creates a folder that only this account can read, if it does not exist.</summary>
        public static void Create(string folder)
        {
            if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException();
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        /// <summary>A folder of this account that nobody else can even read, and that is not a link.</summary>
        public static bool IsPrivate(string path) =>
            Look(path, follow: false) is { } seen && (seen.Mode & Kind) == Folder && (seen.Mode & Others) == 0 && seen.Owner == geteuid();

        /// <summary>A folder of this account that nobody else can change.</summary>
        public static bool IsOurs(string path) =>
            Look(path, follow: true) is { } seen
            && (seen.Mode & Kind) == Folder && (seen.Mode & OthersWrite) == 0 && seen.Owner == geteuid();

        /// <summary>The owner and mode of a file. Null where it does not exist, or the system does not report them.</summary>
        private static (uint Owner, uint Mode)? Look(string path, bool follow)
        {
            // Larger than either structure, which are the same on all processors.
            var seen = new byte[512];
            try
            {
                if (OperatingSystem.IsLinux())
                {
                    const int atWorkingFolder = -100, noFollow = 0x100;
                    const uint basics = 0x7FF;
                    return statx(atWorkingFolder, path, follow ? 0 : noFollow, basics, seen) == 0
                        ? (BitConverter.ToUInt32(seen, 20), BitConverter.ToUInt16(seen, 28)) : null;
                }
                if (!OperatingSystem.IsMacOS()) return null;
                var result = RuntimeInformation.ProcessArchitecture == Architecture.X64
                    ? follow ? stat64(path, seen) : lstat64(path, seen)
                    : follow ? stat(path, seen) : lstat(path, seen);
                return result == 0 ? (BitConverter.ToUInt32(seen, 16), BitConverter.ToUInt16(seen, 4)) : null;
            }
            catch (Exception failure) when (failure is EntryPointNotFoundException or DllNotFoundException)
            {
                return null;
            }
        }

#pragma warning disable SYSLIB1054, CA2101, IDE1006, SA1300 // the C library's own names; a generated import would need unsafe code
        [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern uint geteuid();

        [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int statx(
            int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] seen);

        [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] seen);

        [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int lstat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] seen);

        [DllImport("libc", EntryPoint = "stat$INODE64"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int stat64([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] seen);

        [DllImport("libc", EntryPoint = "lstat$INODE64"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int lstat64([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] seen);
#pragma warning restore SYSLIB1054, CA2101, IDE1006, SA1300
    }
#endif
}
