namespace Intercom;

/// <summary>Every error of an input that the client finds before it sends anything: code, text and remedy stand only here.</summary>
/// <content>Ids, addresses, tokens, JSON values.</content>
internal static partial class Errors
{
    public static Fault MissingId(string name) => new("missing_id", $"{name} is empty.", "Specify the id of an existing object.");

    public static Fault InvalidId(string name, string given) => new(
        "invalid_id",
        $"{name} '{given}' is not an id.",
        "Specify the id alone, without slashes, '..', question marks, hashes or control characters.");

    public static Fault InsecureAddress(string address) => new(
        "insecure_address",
        $"'{address}' does not use https, so the token would be sent unencrypted.",
        "Use an https address. http is allowed only for this machine (127.0.0.1).");

    public static Fault AddressWithLogin(string address) => new(
        "address_with_login",
        $"'{address}' contains a user name or password, which would not be sent.",
        "Remove it from the address.");

    public static Fault InvalidToken() => new(
        "invalid_token",
        "The access token contains a space, a line break or a character that no token contains, so it was not sent.",
        "Copy the token again from Intercom's Developer Hub, without 'Bearer' and without any surrounding text.");

    public static Fault InvalidVersion(string given) => new(
        "invalid_version",
        $"'{given}' is not a version of Intercom's API.",
        "Specify a version such as 2.14 or 2.16, or Preview.");

    public static Fault NewerOperation(string operation, string since, string version) => new(
        "newer_operation",
        $"{operation} exists since version {since} of the API, and the connection allows only {version}.",
        $"Connect with -ApiVersion {since}, or without -StrictVersion, which sends {since} for this operation alone.");

    public static Fault UnsupportedValue(string type) => new(
        "unsupported_value",
        $"A value of type {type} cannot be sent to Intercom as JSON.",
        "Specify text, a number, true or false, a date, an array or a hashtable.");
}
