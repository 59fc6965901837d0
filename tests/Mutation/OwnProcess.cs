using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using Intercom.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(OwnProcess))]

namespace Intercom.Tests;

/// <summary>
/// Runs each change of a static field in a process of its own. Stryker keeps one process for all changes, and a static field is set once in
/// it: a change of such a field would do nothing, or would remain for the changes after it. Stryker replaces a process that has ended.
/// </summary>
public sealed class OwnProcess : IDisposable
{
    private static int? last;
    private readonly string? _mutant = Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE");

    public OwnProcess()
    {
        if (_mutant is null || IsCoverageRun) return;
        // Stryker writes the number of the change into this file.
        using var file = new BinaryReader(new FileStream(_mutant, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var change = file.ReadInt32();
        if (last is { } before && before != change && (IsStatic(before) || IsStatic(change))) Process.GetCurrentProcess().Kill();
        last = change;
    }

    private static bool IsCoverageRun => Environment.GetEnvironmentVariable("STRYKER_COVERAGE_FILE") is { Length: > 0 };

    /// <summary>The file that lists the changes of static fields. It is beside the file with the number of the change.</summary>
    private string StaticChanges => _mutant + ".static";

    /// <summary>
    /// After each test of the run that finds the changes of a test, adds those that were reached by setting a static field.
    /// </summary>
    public void Dispose()
    {
        if (_mutant is null || !IsCoverageRun) return;
        var own = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name!.StartsWith("Intercom.", StringComparison.Ordinal));
        var controls = own.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Name == "MutantControl");
        File.AppendAllLines(StaticChanges, controls.SelectMany(Reached).Select(change => $"{change}").ToList());
    }

    private static IEnumerable<object> Reached(Type control)
    {
        const BindingFlags Hidden = BindingFlags.Static | BindingFlags.NonPublic;
        lock (control.GetField("_coverageLock", Hidden)!.GetValue(null)!)
        {
            return ((IEnumerable)control.GetField("_coveredStaticMutants", Hidden)!.GetValue(null)!).Cast<object>().ToList();
        }
    }

    /// <summary>True for a change of a static field, and for any change when it is not known which ones are.</summary>
    private bool IsStatic(int change) => !File.Exists(StaticChanges) || File.ReadLines(StaticChanges).Contains($"{change}");
}
