using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>
/// Plain English in everything that a person reads: documentation, help topics, comments, names of tests, and messages.
/// </summary>
public sealed partial class ProseTests
{
    /// <summary>What to avoid, as a regular expression, and what to write instead.</summary>
    // Case is ignored, so that the beginning of a sentence is checked too, except where data or an ordinary sentence would match.
    private static readonly (string Avoid, string Instead)[] Words =
    [
        (@"(?<!there )\b(is|are) no (?!longer\b|more\b|less\b|fewer\b|matter\b|one\b|other\b|such\b)[a-z]+", "is not a ..."),
        (@"\b(is|are|takes?|wants?) none\b", "is not a ..., or name what is missing"),
        (@"\bnot been had\b|\bto be had\b", "say what was not done or is not available"),
        (@"\bunseen\b", "without echoing it"),
        (@"\b(write|writes|written|notes?|noted) down\b", "creates, saves or records"),
        (@"\b(speaks?|spoken|speaking) of\b|\bis spoken\b", "mentions, or applies to"),
        (@"\basks for (the|a) token\b", "prompts for the token"),
        (@"\bmend(s|ed|ing)?\b", "correct or fix"),
        (@"\bas (it|they) stands?\b", "unchanged"),
        (@"\bwithout a word\b", "silently, or without a warning"),
        (@"\bhow long yet\b", "the remaining time"),
        (@"[,;:] for (it|they|he|she|these|those|nothing|nobody) ", "because"),
        (@"\bempty texts?\b", "empty string"),
        (@"\be(?-i:-mail)s?\b", "email"),
        (@"\bwhom\b", "who, or name the person"),
        (@"\bgives (?!up\b|away\b|way\b)", "returns, supplies or contains"),
        (@"\bwants\b", "requires, needs or accepts"),
        (@"\bwhat waits\b|\bof the rest nothing\b|\btells little\b", "name the subject"),
        (@"\b(lies|lie) (in|below|beside|above)\b", "is in, is below"),
        (@"\bstands? (in|behind|before|beside|below|above)\b", "is in, follows or precedes"),
        (@"\bchance (number|rows|moment)\b", "random"),
        (@"\btakes whole\b", "matches only complete"),
        (@"\bsaid of\b", "say what the message is about"),
        (@"\bwith one another\b", "with each other"),
        (@"\b(?-i:Give) (a|an|the|it|one|text|at|true|ISO|-)", "Specify"),
        (@"\bnobody is to\b|\bis not to take\b", "must not, or prevents"),
        (@"\bof (its|their) own (kind|alone)\b|\bwhoever\b", "name the subject"),
        (@"\bthat is there\b|\bthat are there\b|\bis not there\b", "existing, or does not exist"),
    ];

    private static readonly (Regex Avoid, string Instead)[] Patterns =
        [.. Words.Select(word => (new Regex(word.Avoid, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), word.Instead))];

    [Fact]
    public void Documentation_help_and_comments_are_plain_English() => Assert.Empty(
        from file in Files()
        from line in Prose(file, File.ReadLines(Path.Combine(BuiltModule.Root, file)))
        from fault in Faults(line.Text)
        select $"{file}:{line.Number}: {fault}");

    [Theory]
    [InlineData("'x' is no contact id.", "is no contact")]
    [InlineData("There is no contact. It is no longer there.", "")]
    [InlineData("Null when there is none.", "is none")]
    [InlineData("Connect-Intercom asks for the token, unseen.", "unseen|asks for the token")]
    [InlineData("The token is missing, for it was never set.", ", for it ")]
    [InlineData("The cmdlet gives a contact.", "gives ")]
    [InlineData("The transport gives up.", "")]
    [InlineData("Gives a contact. Whoever asks.", "Gives |Whoever")]
    public void The_scan_finds_what_it_looks_for_and_nothing_else(string text, string found) =>
        Assert.Equal(found, string.Join('|', Patterns.SelectMany(word => word.Avoid.Matches(text)).Select(match => match.Value)));

    [Fact]
    public void The_scan_reads_prose_and_passes_over_code()
    {
        Assert.Equal(["A comment", "Text X more", "A message", "A name of a test"], Prose("x.cs",
            ["    // A comment", "/// <summary>Text <c>code</c> more</summary>", "var code = 1;", "throw new X(\"A message\");",
                "    public async Task A_name_of_a_test()"])
            .Select(line => line.Text.Trim()));
        Assert.Equal(["Text X"], Prose("x.md", ["```", "code", "```", "Text `code`"]).Select(line => line.Text));
        Assert.Equal(["    Text"], Prose("x.help.txt", ["    Text", "        code"]).Select(line => line.Text));
        Assert.Equal(["Text", "Help"], Prose("x.ps1", ["# Text", "code", "<#", "Help", "#>"]).Select(line => line.Text));
        Assert.Equal(
            ["Trailing", "reads it", "Missing."],
            Prose("x.ps1", ["$a = 1 # Trailing", "$a = '# text'", "It 'reads it' {", "throw 'Missing.'", "#> Output", "#! Error"])
                .Select(line => line.Text));
    }

    private static IEnumerable<string> Faults(string text) =>
        from word in Patterns
        from match in word.Avoid.Matches(text)
        select $"'{match.Value.Trim()}': {word.Instead}";

    /// <summary>
    /// All files that people read, except docs/cmdlets, which is generated from the sources, and the sample data, which is text of
    /// customers.
    /// </summary>
    private static IEnumerable<string> Files() =>
        from file in Directory.EnumerateFiles(BuiltModule.Root, "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(BuiltModule.Root, file).Replace('\\', '/')
        where Scanned().IsMatch(path) && !Excluded().IsMatch(path)
        select path;

    private static IEnumerable<(int Number, string Text)> Prose(string file, IEnumerable<string> lines)
    {
        var inside = false;
        var raw = false;
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            switch (Path.GetExtension(file))
            {
                case ".cs":
                    if (!line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.Count(line, "\"\"\"") % 2 == 1) raw = !raw;
                    if (raw) continue;
                    if (Comment().Match(line) is { Success: true } comment) yield return (number, Plain(comment.Groups[1].Value));
                    else if (TestName().Match(line) is { Success: true } test)
                        yield return (number, test.Groups[1].Value.Replace('_', ' '));
                    else if (file.StartsWith("tests/", StringComparison.Ordinal)) continue;
                    else foreach (Match text in Literal().Matches(line)) yield return (number, text.Groups[1].Value);
                    break;
                case ".md":
                    if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) inside = !inside;
                    else if (!inside) yield return (number, Plain(line));
                    break;
                case ".txt":
                    if (!line.StartsWith("        ", StringComparison.Ordinal)) yield return (number, line);
                    break;
                case ".ps1":
                    if (line.Trim() is "<#") inside = true;
                    else if (line.Trim() is "#>") inside = false;
                    else if (inside) yield return (number, line);
                    else if (Script().Match(line) is { Success: true } script) yield return (number, script.Groups["text"].Value);
                    break;
            }
        }
    }

    /// <summary>Without code, so that a name in it is not read as a word.</summary>
    private static string Plain(string text) => Regex.Replace(Code().Replace(text, "X"), "</?(summary|para|remarks)>", "");

    [GeneratedRegex(
        @"^(README|SECURITY|CONTRIBUTING|RELEASING|CHANGELOG)\.md$|^docs/.*\.md$|\.help\.txt$"
        + @"|^build\.ps1$|^(docs|src|tests)/.*\.(cs|ps1)$")]
    private static partial Regex Scanned();

    [GeneratedRegex(@"(^|/)(bin|obj)/|^docs/cmdlets/|^src/Intercom\.Sandbox/Seed/|/ProseTests\.cs$")]
    private static partial Regex Excluded();

    /// <summary>A comment, the name of a Pester test or a message. The expected output of the cases (#> and #!) is data.</summary>
    [GeneratedRegex(
        """
        ^\s*\#(?![>!])\s*(?<text>.*)$
        | ^\s*(Describe|Context|It)\s'(?<text>[^']*)'
        | \b(throw|Write-Warning|Write-Error)\s(?<quote>['"])(?<text>.*)\k<quote>
        | \s\#\s(?<text>[^'"]*)$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Script();

    [GeneratedRegex(@"^\s*///?(.*)$")]
    private static partial Regex Comment();

    /// <summary>The name of a test, which reads as a sentence.</summary>
    [GeneratedRegex(@"^\s*public (?:async )?(?:void|Task) (\w+_\w+)\(")]
    private static partial Regex TestName();

    [GeneratedRegex("(?<!['\\\\])\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"`[^`]*`|\[[^\]]*\]\([^)]*\)|<code>.*?</code>|<c>.*?</c>|<see [^>]*>")]
    private static partial Regex Code();
}
