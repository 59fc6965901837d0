using System.Reflection;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>Paths that mean something else on Windows.</summary>
public sealed class LiteralPathTests
{
    [Theory]
    [InlineData(@"C:\runs\a:b", true)]
    [InlineData(@"C:\runs\run.journal:more", true)]
    [InlineData(@"\\?\C:\runs\a:b", true)]
    [InlineData(@"\\server\share\a:b", true)]
    [InlineData(@"C:\runs\run.journal", false)]
    [InlineData(@"\\?\C:\runs\run.journal", false)]
    [InlineData(@"\\server\share\run.journal", false)]
    [InlineData("C:", false)]
    [InlineData("", false)]
    public void A_second_stream_of_a_file_is_told_from_a_file(string path, bool isStream)
    {
        Assert.Equal(isStream, IsStream(path, isWindows: true));
        Assert.False(IsStream(path, isWindows: false));
    }

    private static bool IsStream(string path, bool isWindows) =>
        (bool)BuiltModule.Assembly.GetType("Intercom.PowerShell.LiteralPath", true)!
            .GetMethod("IsStream", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [path, isWindows])!;
}
