using System;
using System.Diagnostics;
using System.IO;
using Intercom.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(OwnProcess))]

namespace Intercom.Tests;

/// <summary>
/// Runs each change of the code in a process of its own. Stryker keeps one process for all changes, and a static field is set once in it:
/// a change of such a field would do nothing, or would remain for the changes after it. Stryker replaces a process that has ended.
/// </summary>
public sealed class OwnProcess
{
    private static int? first;

    public OwnProcess()
    {
        // Stryker writes the number of the change into this file.
        if (Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE") is not { } path) return;
        using var file = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var change = file.ReadInt32();
        first ??= change;
        if (change != first) Process.GetCurrentProcess().Kill();
    }
}
