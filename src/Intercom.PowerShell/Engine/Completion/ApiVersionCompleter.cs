using System.Collections;
using System.Management.Automation.Language;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Completes the versions of the API that this module distinguishes.</summary>
internal sealed class ApiVersionCompleter : IArgumentCompleter
{
    private static readonly Completion[] Versions =
    [
        new(ApiVersions.Default, "The version for which this module is written"), new("2.15", ""), new("2.16", ""), new("2.17", ""),
        new(ApiVersions.Preview, "Operations that Intercom may still change"),
    ];

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Versions.Where(version => version.Matches(wordToComplete.Trim('\'', '"'))).Select(version => version.ToResult());
}
