using System.Collections;
using System.Management.Automation.Language;
using Intercom.Sandbox;

namespace Intercom.PowerShell;

/// <summary>Marks a parameter that accepts names which the sandbox knows, in any case.</summary>
internal abstract class SandboxWordAttribute(Func<IReadOnlyCollection<string>> words) : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        if (words().Contains(element?.ToString(), StringComparer.OrdinalIgnoreCase)) return;
        throw CommandErrors.NotOneOf($"{element}", words());
    }
}

/// <summary>Marks a parameter that accepts scopes of a token.</summary>
internal sealed class SandboxScopeAttribute() : SandboxWordAttribute(() => SandboxOptions.Scopes);

/// <summary>Marks a parameter that accepts features of a plan.</summary>
internal sealed class SandboxFeatureAttribute() : SandboxWordAttribute(() => SandboxOptions.Features);

/// <summary>Completes names which the sandbox knows.</summary>
internal abstract class SandboxWordCompleter(IReadOnlyCollection<string> words) : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        words.Where(word => word.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(word => new CompletionResult(
                word.Contains(' ') ? $"'{word}'" : word, word, CompletionResultType.ParameterValue, word));
}

/// <summary>Completes scopes of a token.</summary>
internal sealed class SandboxScopeCompleter() : SandboxWordCompleter(SandboxOptions.Scopes);

/// <summary>Completes features of a plan.</summary>
internal sealed class SandboxFeatureCompleter() : SandboxWordCompleter(SandboxOptions.Features);
