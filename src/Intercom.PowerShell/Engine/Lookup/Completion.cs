using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>A completion of a word.</summary>
/// <param name="Text">The inserted text, quoted if necessary.</param>
/// <param name="ToolTip">The description.</param>
internal sealed record Completion(string Text, string ToolTip)
{
    /// <summary>Other words that match this completion, such as the name of an object whose id is inserted.</summary>
    public IReadOnlyList<string?> Names { get; init; } = [];

    /// <summary>True for an expression, which is inserted without quotes.</summary>
    public bool IsCode { get; init; }

    public bool Matches(string word) => Text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        || Names.Any(name => name?.StartsWith(word, StringComparison.OrdinalIgnoreCase) == true);

    public CompletionResult ToResult()
    {
        var name = Names.FirstOrDefault(name => !string.IsNullOrEmpty(name));
        return new CompletionResult(IsCode ? Text : Quote(Text), name is null ? Text : $"{Text} ({name})",
            CompletionResultType.ParameterValue, ToolTip.Length > 0 ? ToolTip : Text);
    }

    private static string Quote(string text) =>
        text.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '@' or '-')
            && !text.StartsWith("@", StringComparison.Ordinal) && !text.StartsWith("-", StringComparison.Ordinal)
            ? text : "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";
}
