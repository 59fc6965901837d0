namespace Intercom.PowerShell;

/// <content>Content: snippets, audiences, redirects, and actions for many items.</content>
internal static partial class CommandErrors
{
    public static ParameterConversionException NotATable(string given) => Refused(
        "not_a_table",
        $"'{given}' is not a table with names and values.",
        "Specify a table such as @{ name = 'value' }, or several of them.");

    public static ArgumentException TextTooLong(string parameter, int length, int most) => Invalid(
        "text_too_long",
        $"-{parameter} has {length} characters, and Intercom accepts at most {most}.",
        "Shorten it.");

    public static ArgumentException SnippetWithoutText(string title) => Invalid(
        "snippet_without_text",
        $"The snippet '{title}' does not have a text.",
        "Specify -BodyMarkdown or -JsonBlock.");

    public static ArgumentException TwoSnippetTexts() => Invalid(
        "two_snippet_texts",
        "-BodyMarkdown and -JsonBlock are both specified, and a snippet has one text.",
        "Omit one of them.");

    public static ArgumentException MissingContent() => Invalid(
        "missing_content",
        "The items of content are missing.",
        "Pipe the results of Search-IntercomContent, or specify -ContentItemId and -Type.");

    public static ArgumentException NotContent(string kind) => Invalid(
        "not_content",
        $"A {kind} is not an item of content.",
        "Pipe results of Search-IntercomContent, articles, internal articles or snippets, or specify -ContentItemId and -Type.");

    /// <summary>Reports an item of a type that an action does not accept.</summary>
    /// <param name="item">The item.</param>
    /// <param name="action">The action.</param>
    /// <param name="types">The accepted types.</param>
    public static ArgumentException TypeOfOtherAction(string item, string action, IReadOnlyCollection<string> types) => Invalid(
        "type_of_other_action",
        $"The action {action} does not accept {item}, and Intercom would ignore it silently.",
        $"Omit it. The accepted types are: {string.Join(", ", types)}.");

    public static ArgumentException ArticleWithoutContents(string article, string action) => Invalid(
        "article_without_contents",
        $"The action {action} requires the ids of the texts of {article}, which it does not contain.",
        "Pipe the result of Search-IntercomContent, whose Contents have these ids.");

    public static ArgumentException TooManyTags(int count, int most) => Invalid(
        "too_many_tags",
        $"{count} different tags are specified, and Intercom accepts at most {most} in one request.",
        "Use several commands with fewer tags.");
}
