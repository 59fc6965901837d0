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

    /// <summary>What runs beside the pipeline without being a task.</summary>
    private static readonly string[] Parallel = ["ValueTask`1", "IAsyncEnumerable`1"];

    /// <summary>The lists of reads. The pipeline thread walks each to its end before the next input arrives.</summary>
    private static readonly string[] Lists = ["ListItems", "Found", "Explained", "WithHighlights"];

    private static Type WriteBase => BuiltModule.Assembly.GetType("Intercom.PowerShell.IntercomWriteCommand", throwOnError: true)!;

    private static IEnumerable<string> Sources =>
        Directory.EnumerateFiles(Path.Combine(BuiltModule.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(file, @"[\\/](obj|bin)[\\/]"));

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

    /// <summary>The code that may split at slashes, with what it splits.</summary>
    private static readonly Dictionary<string, string> Splitters = new()
    {
        ["ApiPath.cs"] = "A path that somebody wrote, which is checked for dot segments.",
        ["ErrorAdvice.cs"] = "The path that somebody typed for Invoke-IntercomRequest, the only request that does not state its resource.",
        ["AllOperations.cs"] = "The path that somebody typed for Invoke-IntercomRequest, whose operation is looked up.",
        ["ErrorHints.cs"] = "The path that somebody typed for Invoke-IntercomRequest, in the advice to find its cmdlet.",
        ["AddressRange.cs"] = "An address and the length of its prefix.",
        ["AllowlistRoutes.cs"] = "An address and the length of its prefix.",
        ["ConversationReplyRoutes.cs"] = "The file name in an attachment's address.",
        ["Router.cs"] = "The sandbox is the server, which has to read the path of a request.",
        ["Measures.cs"] = "The path of a source file.",
    };

    private static readonly Regex SplitsPath = new(
        @"\.Split\([^)]*(?<!\w)[""']/[""']|\b(?:request|read|call|main|Request|failure|error|operation|Operation)\??\.Path\??"
        + @"\.(?:Split|Substring|IndexOf|LastIndexOf|StartsWith)\(");

    /// <summary>A request states its resource and its ids, and a failure states its resource.</summary>
    [Fact]
    public void No_code_splits_a_path_that_holds_ids()
    {
        var found = (from file in Sources
                     from line in File.ReadLines(file)
                     where SplitsPath.IsMatch(line)
                     select (File: Path.GetFileName(file), Line: line.Trim())).ToList();
        Assert.DoesNotContain(found, each => !Splitters.ContainsKey(each.File));
        Assert.Empty(Splitters.Keys.Except(found.Select(each => each.File)));
    }

    [Theory]
    [InlineData("var parts = path.Split('/');", true)]
    [InlineData("var parts = path.Split(['/', '?'], 2);", true)]
    [InlineData("var parts = path.Split(\"/\");", true)]
    [InlineData("var id = request.Path.Substring(9);", true)]
    [InlineData("if (failure.Path.StartsWith(\"contacts/\")) return;", true)]
    [InlineData("var words = text.Split(',');", false)]
    [InlineData("if (request.Path == \"companies/scroll\") return;", false)]
    public void What_counts_as_splitting_is_known(string line, bool splits) => Assert.Equal(splits, SplitsPath.IsMatch(line));

    [Fact]
    public void The_engine_knows_the_parameters_of_all_cmdlets_by_their_names()
    {
        var declared = new[] { WriteBase, WriteBase.BaseType! }.SelectMany(type => type.GetProperties(Own))
            .Select(property => property.Name);
        var names = BuiltModule.Assembly.GetType("Intercom.PowerShell.SharedParameters", throwOnError: true)!.GetFields()
            .Select(field => (field.Name, (string)field.GetRawConstantValue()!)).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Equal(name.Name, name.Item2));
        // Each cmdlet declares its own -PassThru.
        Assert.Equal(["PassThru"], names.Select(name => name.Item2).Except(declared));
    }

    /// <summary>The cmdlet's properties are those of a later input by the time at which it runs.</summary>
    [Fact]
    public void Nothing_that_runs_beside_the_pipeline_can_reach_its_cmdlet() =>
        Assert.All(BuiltModule.Cmdlets.SelectMany(WithBases).Distinct(), command =>
    {
        if (!BuiltModule.Attributes(command, "Operation").Any() && command.IsSealed) return;
        // The compiler's own methods call those of a base class.
        var own = command.GetMethods(Own).Where(ReturnsTask).Select(method => method.Name)
            .Where(name => !Lists.Contains(name) && !name.StartsWith("<>", StringComparison.Ordinal));
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

    private static bool ReturnsTask(MethodInfo method) => typeof(Task).IsAssignableFrom(method.ReturnType)
        || (method.ReturnType.IsGenericType && Parallel.Contains(method.ReturnType.GetGenericTypeDefinition().Name));

    /// <summary>True for a closure that has the cmdlet, by itself or by a closure around it.</summary>
    private static bool HoldsCmdlet(Type closure, HashSet<Type> seen) => seen.Add(closure) && closure.GetFields(Own).Any(field =>
        field.FieldType.IsAssignableTo(WriteBase.BaseType)
            || (field.FieldType.Name.Contains("DisplayClass", StringComparison.Ordinal) && HoldsCmdlet(field.FieldType, seen)));
}
