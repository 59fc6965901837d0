using System.Runtime.InteropServices;

namespace Intercom.PowerShell;

/// <summary>Opens files that only their owner can read. On Windows, a file has the permissions of its directory.</summary>
internal static class PrivateFile
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    /// <summary>Opens a file for reading and writing. A new file is created with mode 0600.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share, int bufferSize, bool useAsync = false)
    {
#if NET8_0_OR_GREATER
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = bufferSize,
            Options = useAsync ? FileOptions.Asynchronous : FileOptions.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
#else
        return new FileStream(path, mode, FileAccess.ReadWrite, share, bufferSize, useAsync);
#endif
    }

    /// <summary>Restricts an open file to its owner.</summary>
    public static void Close(FileStream file)
    {
#if NET8_0_OR_GREATER
        if (OperatingSystem.IsWindows()) return;
        try
        {
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The file belongs to another user, or the file system does not support modes.
        }
#endif
    }

    /// <summary>True when another process uses the file, as opposed to other failures such as a full disk.</summary>
    public static bool IsInUse(IOException failure) => RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
        ? failure.HResult is SharingViolation or LockViolation
        : failure.HResult is SharingViolation or LockViolation
            || failure.HResult == (RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? WouldBlockOnLinux : WouldBlockOnMac);

    /// <summary>
    /// Flushes the directory of a new file to disk, and returns whether the system did. Windows does so with the file itself.
    /// </summary>
    public static bool FlushFolder(string path)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) return false;
        try
        {
            var folder = NativeMethods.Open(Path.GetDirectoryName(Path.GetFullPath(path))!, 0);
            if (folder < 0) return false;
            var isFlushed = NativeMethods.Flush(folder) == 0;
            _ = NativeMethods.Close(folder);
            return isFlushed;
        }
        catch (Exception failure) when (failure is DllNotFoundException or EntryPointNotFoundException)
        {
            // Systems without this library do not have the call either.
            return false;
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPStr)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Flush(int file);

        [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int file);
    }
}
