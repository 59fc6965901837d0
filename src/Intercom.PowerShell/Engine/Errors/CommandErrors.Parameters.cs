namespace Intercom.PowerShell;

/// <content>Values that a parameter cannot convert or does not accept. PowerShell adds the name of the parameter to the message.</content>
internal static partial class CommandErrors
{
    public static ParameterConversionException InvalidNumericId(string given, string words, string property) => Unfit(
        "not_a_numeric_id",
        $"'{given}' is not a valid {words}.",
        $"Specify a number, or an object with the property {property}.");

    public static ParameterConversionException NullId(string words) => Unfit(
        "null_id",
        $"A database null is not a valid {words}.",
        "Specify the id.");

    public static ParameterConversionException InexactId(string given, string words) => Unfit(
        "inexact_id",
        $"'{given}' is not a valid {words}. Ids are whole numbers, and a double is exact only up to 15 digits.",
        "Specify the id as text.");

    /// <summary>Reports an object that does not contain the id.</summary>
    /// <param name="kind">What the object is.</param>
    /// <param name="property">The property that would contain the id.</param>
    /// <param name="owner">What the Id of the object identifies instead, such as ConversationId; null when it has no Id.</param>
    /// <param name="isIdAccepted">True when the parameter would also accept a property with the name Id.</param>
    public static ParameterConversionException ObjectWithoutId(string kind, string property, string? owner, bool isIdAccepted) => Unfit(
        "object_without_id",
        $"This {kind} does not have a {property}{(owner is null ? "" : $", and its Id is its {owner}")}.",
        $"Specify the id as text, or an object with the property {property}{(isIdAccepted ? " or Id" : "")}.");

    public static ParameterConversionException NotANumber(string given, bool isText) => Unfit(
        "not_a_number",
        $"'{given}' is not a number.",
        isText ? "Use digits and a decimal point, such as 99.90." : "Specify a number.");

    public static ParameterConversionException NotAWholeNumber(string given) => Unfit(
        "not_a_whole_number",
        $"'{given}' is not a whole number.",
        "Use only digits, such as 1200.");

    public static ParameterConversionException NumberTooLarge(string given) => Unfit(
        "number_too_large",
        $"'{given}' is too large.",
        "Specify a smaller number.");

    public static ParameterConversionException AmbiguousComma(string given) => Unfit(
        "ambiguous_comma",
        $"'{given}' is ambiguous, because the comma may be a decimal or a thousands separator.",
        "Use a decimal point and no other separators, such as 99.90.");

    public static ParameterConversionException NotABoolean(string given) => Unfit(
        "not_a_boolean",
        $"'{given}' is neither true nor false.",
        "Specify true or false.");

    public static ParameterConversionException NumberNotADate(string given) => Unfit(
        "number_not_a_date",
        $"{given} is a number, not a date.",
        "Specify a date such as '2026-05-01 09:00' or (Get-Date).AddDays(1). For Unix seconds: "
            + $"[DateTimeOffset]::FromUnixTimeSeconds({given}).");

    /// <summary>Reports the client's error about a date as one of a parameter.</summary>
    public static ParameterConversionException InvalidDate(Fault fault) => Unfit(fault.Code, fault.Problem, fault.Remedy);

    public static ParameterConversionException NotText(string kind) => Refused(
        "not_text",
        $"This {kind} cannot be used as text.",
        "Specify one of its properties: ... | ForEach-Object Title");

    public static ParameterConversionException PlainTextSandboxToken() => Refused(
        "plain_text_token",
        "-Token requires a SecureString, because plain text stays in the session history.",
        "Use -Token (Read-Host -AsSecureString), or omit -Token to use the token of the returned object.");

    public static ParameterConversionException EmptySandboxToken() => Refused(
        "empty_token",
        "-Token is empty.",
        "Specify a token, or omit -Token to use the token of the returned object.");

    public static ParameterConversionException PlainTextToken() => Refused(
        "plain_text_token",
        "-Token requires a SecureString, because plain text stays in the session history.",
        "Omit -Token to be prompted for it, or use -Token (Read-Host -AsSecureString), -SecretName "
            + "or the environment variable INTERCOM_TOKEN. Use -Sandbox to work without a token.");

    public static ParameterConversionException NullConnection() => Refused(
        "null_connection",
        "-Connection is $null.",
        "Specify a connection or its name, or omit -Connection to use the current connection.");

    public static ParameterConversionException NotAQuickReply(string given) => Refused(
        "not_a_quick_reply",
        $"'{given}' is not a quick reply.",
        "Specify its text, or @{ text = 'Yes'; uuid = '...' }.");

    public static ParameterConversionException InvalidUuid(string given, string reply) => Refused(
        "invalid_uuid",
        $"'{given}' is not a uuid for the quick reply '{reply}'.",
        "Omit it, or specify one from [guid]::NewGuid().");

    /// <summary>Reports an error of another factory as one of a parameter, with the id of the other.</summary>
    internal static ParameterConversionException Unresolved<T>(T failure) where T : Exception, ICodedError =>
        new(new Fault(failure.Code, failure.Message, ""), failure);

    /// <summary>Reports an error of the client as one of a parameter, with the id of the client's error.</summary>
    internal static ParameterValidationException Invalidated(InvalidInputException failure) =>
        new(new Fault(failure.Code, failure.Message, ""), failure);

    public static ParameterValidationException NotOneOf(string given, IReadOnlyCollection<string> words) => Rejected(
        "not_one_of",
        $"'{given}' is not one of {string.Join(", ", words)}.",
        "Specify one of them.");

    public static ParameterValidationException NegativeNumber(string given) => Rejected(
        "negative_number",
        $"{given} is negative.",
        "Specify zero or a positive number.");

    public static ParameterValidationException NotAWebAddress(string given, bool isFile) => Rejected(
        "not_a_web_address",
        $"'{given}' is not a web address.",
        isFile ? "Specify the full address, such as https://example.com/picture.png. To upload a local file, use -Attachment if the "
            + "cmdlet has it."
            : "Specify the full address, such as https://example.com/help.");

    /// <summary>Creates an error after which the binder tries other parameters. It does so only after a failed cast.</summary>
    private static ParameterConversionException Unfit(string code, string problem, string remedy)
    {
        var fault = new Fault(code, problem, remedy);
        return new ParameterConversionException(fault, new PSInvalidCastException(fault.Message));
    }

    /// <summary>Creates an error that ends the binding.</summary>
    private static ParameterConversionException Refused(string code, string problem, string remedy, Exception? inner = null) =>
        new(new Fault(code, problem, remedy), inner);

    private static ParameterValidationException Rejected(string code, string problem, string remedy) =>
        new(new Fault(code, problem, remedy));
}
