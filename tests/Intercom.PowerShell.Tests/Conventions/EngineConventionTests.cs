using System.Reflection;
using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>How writes are planned and sent, held for cmdlets that are yet to come.</summary>
public class EngineConventionTests
{
    private const int MostLines = 250;
    private const int MostHooks = 2;
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string Source = Path.Combine(BuiltModule.Root, "src", "Intercom.PowerShell");

    private static Type WriteBase => BuiltModule.Assembly.GetType("Intercom.PowerShell.IntercomWriteCommand", throwOnError: true)!;

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [Fact]
    public void The_write_base_is_small_and_has_one_hook()
    {
        var parts = Directory.GetFiles(Path.Combine(Source, "Engine", "Commands"), "IntercomWriteCommand*.cs");
        var lines = parts.Sum(part => File.ReadAllLines(part).Length);
        Assert.InRange(lines, 1, MostLines);
        var hooks = WriteBase.GetMethods(Own).Where(method => method.IsVirtual && !method.IsFinal && method.GetBaseDefinition() == method)
            .Select(method => method.Name).ToList();
        Assert.InRange(hooks.Count, 1, MostHooks);
        Assert.Contains("PlanWork", hooks);
    }

    [Fact]
    public void No_code_splits_a_path_that_holds_ids() => Assert.All(Files, file =>
    {
        // The Resource of a request says what it is about.
        var found = Regex.Match(File.ReadAllText(file),
            @"\b(?:request|read|call|main)\??\.Path\??\.(?:Split|Substring|IndexOf|LastIndexOf)\(");
        Assert.False(found.Success, $"{Path.GetFileName(file)}: {found.Value}");
    });

    /// <summary>The cmdlet's properties are those of a later input by the time at which it runs.</summary>
    [Fact]
    public void Nothing_that_runs_beside_the_pipeline_can_reach_its_cmdlet() =>
        Assert.All(BuiltModule.Cmdlets.SelectMany(WithBases).Distinct(), command =>
    {
        if (!BuiltModule.Attributes(command, "Operation").Any() && command.IsSealed) return;
        var own = command.GetMethods(Own).Where(ReturnsTask).Select(method => method.Name);
        var captured = from closure in command.GetNestedTypes(BindingFlags.NonPublic)
                       where closure.Name.Contains("DisplayClass", StringComparison.Ordinal) && HoldsCmdlet(closure, [])
                       from method in closure.GetMethods(Own)
                       where ReturnsTask(method)
                       select method.Name;
        Assert.Empty(own.Concat(captured).Select(method => $"{command.Name}: {method}"));
    });

    private static IEnumerable<Type> WithBases(Type command)
    {
        for (var type = command; type is not null && type.Assembly == command.Assembly
            && !type.Name.StartsWith("IntercomCommand", StringComparison.Ordinal); type = type.BaseType) yield return type;
    }

    private static bool ReturnsTask(MethodInfo method) => typeof(Task).IsAssignableFrom(method.ReturnType);

    /// <summary>True for a closure that has the cmdlet, by itself or by a closure around it.</summary>
    private static bool HoldsCmdlet(Type closure, HashSet<Type> seen) => seen.Add(closure) && closure.GetFields(Own).Any(field =>
        field.FieldType.IsAssignableTo(WriteBase.BaseType)
            || (field.FieldType.Name.Contains("DisplayClass", StringComparison.Ordinal) && HoldsCmdlet(field.FieldType, seen)));
}
