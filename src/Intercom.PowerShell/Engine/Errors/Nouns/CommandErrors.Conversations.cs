namespace Intercom.PowerShell;

/// <content>Conversations, and Fin.</content>
internal static partial class CommandErrors
{
    public static ArgumentException EmptyBody() => Invalid("empty_body", "-Body is empty.", "Omit it to send no message.");

    public static ArgumentException PlainTextWithoutParts() => Invalid(
        "plain_text_without_parts",
        "-PlainText requires -IncludeParts, because the search itself returns HTML only.",
        "Add -IncludeParts, or omit -PlainText.");

    public static ArgumentException SeveralAuthors(IReadOnlyCollection<string> parameters) => Invalid(
        "several_authors",
        $"{And(parameters)} specify {parameters.Count} authors for one reply.",
        "Use one of them, or none to reply as the admin who owns the access token.");

    public static ArgumentException ConversationIntoItself(string conversation) => Invalid(
        "merged_into_itself",
        $"The conversation {conversation} cannot be merged into itself.",
        "Pipe the conversation to close, and pass the one to keep to -Into.");

    public static ArgumentException MissingUntil() => Invalid(
        "missing_until",
        "-Until is missing.",
        "Specify when the conversation opens again, such as (Get-Date).AddDays(1).");

    public static ArgumentException TooManyAttachments(int count, int limit) => Invalid(
        "too_many_attachments",
        $"{count} attachments were specified, but Fin accepts at most {limit} with a message.",
        "Send the others with another message.");

    public static ArgumentException TooManyAttributes(string parameter, int count, int limit) => Invalid(
        "too_many_attributes",
        $"-{parameter} has {count} attributes, but Fin accepts at most {limit}.",
        "Omit the least important ones.");

    public static ArgumentException HistoryTooLong(int count, int limit) => Invalid(
        "history_too_long",
        $"-History has {count} messages, but Fin accepts at most {limit}.",
        $"Specify only the last {limit}.");

    public static ArgumentException UnknownHistoryKey(string key, string? meant) => Invalid(
        "unknown_history_key",
        $"'{key}' is not a key of a message in -History.",
        (meant is null ? "" : $"Did you mean '{meant}'? ") + "The keys are author, body and timestamp.");

    public static ArgumentException IncompleteHistory() => Invalid(
        "incomplete_history",
        "A message in -History does not have body and author (user, agent or fin).",
        "Specify @{ author = 'user'; body = '...'; timestamp = (Get-Date) }.");

    /// <summary>Prefixes the client's date error with its location in -History.</summary>
    public static ArgumentException InHistory(Fault fault, Exception reason) =>
        new InvalidInputException(fault with { Problem = $"Timestamp in -History: {fault.Problem}" }, reason);

    /// <summary>Prefixes the client's date error with the field that contains the date.</summary>
    public static ArgumentException InField(string field, Fault fault, Exception reason) =>
        new InvalidInputException(fault with { Problem = $"The field '{field}' is a date: {fault.Problem}" }, reason);
}
