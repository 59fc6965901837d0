using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>Errors are created in one place, where each has an id.</summary>
public class ErrorConventionTests
{
    private const string Types = "(Argument|InvalidInput|Row|ItemNotFound|NameNotFound|NotConnected|Query|Checkpoint|ChangeLog"
        + "|Date|(ArgumentTransformation|Validation)Metadata|ParameterConversion|ParameterValidation)Exception";

    private static readonly Regex Made = new($@"\bnew {Types}\(|\b{Types} \w+\([^)]*\)\s*=>\s*new\(", RegexOptions.CultureInvariant);

    [Fact]
    public void Only_the_factories_make_the_errors_of_an_input()
    {
        var module = Path.Combine(BuiltModule.Root, "src", "Intercom.PowerShell");
        var factories = Path.Combine(module, "Engine", "Errors");
        var makers = Directory.GetFiles(module, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(factories + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Made.IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(module, file));
        Assert.Empty(makers);
    }
}
