namespace Intercom.PowerShell;

/// <content>Contacts, data attributes, events, the allowlist, news items and calls.</content>
internal static partial class CommandErrors
{
    public static ArgumentException VerifiedWithoutEmail() => Invalid(
        "verified_without_email",
        "-EmailVerified is specified without -Email, and Intercom accepts it only together with the address.",
        "Add -Email with the address that you have verified.");

    public static ArgumentException ExpandedEverything() => Invalid(
        "expanded_everything",
        "-Everything already returns the whole lists of -Expand.",
        "Omit -Expand.");

    public static ArgumentException TwoBodies() => Invalid(
        "two_bodies",
        "-Body and -BodyMarkdown are both specified, and an article has one body.",
        "Omit one of them.");

    public static ArgumentException MergedIntoItself(string contact) => Invalid(
        "merged_into_itself",
        $"The contact {contact} cannot be merged into itself.",
        "Pass the lead as the source and the user to -Into.");

    public static ArgumentException MergedUser(string contact) => Invalid(
        "merged_user",
        $"The contact {contact} is a user, and Intercom merges only leads into users.",
        "Pipe the lead, and pass the user to -Into.");

    /// <summary>Reports a user without an email address and an external id.</summary>
    /// <param name="hint">What the columns of a piped row might mean, starting with a space; empty when no parameter is similar.</param>
    public static ArgumentException UserWithoutIdentity(string hint) => Invalid(
        "user_without_identity",
        "A user requires -Email or -ExternalId.",
        "Specify one, or use -Role lead for an unknown contact." + hint);

    public static ArgumentException VisitorWithoutContact() => Invalid(
        "visitor_without_contact",
        "The contact for the visitor is missing.",
        "Specify -ContactId, -ExternalId or -Email.");

    public static ArgumentException TooFewOptions(int count) => Invalid(
        "too_few_options",
        $"-Option has {count} values, or a blank one.",
        "A list requires at least two values that are not blank, such as -Option small, large.");

    public static ArgumentException ListWithoutOptions(string attribute) => Invalid(
        "list_without_options",
        $"The attribute '{attribute}' is a list, but no values were specified.",
        "Specify at least two: -Option small, large.");

    public static ArgumentException OptionsWithoutList(string attribute, string? type) => Invalid(
        "options_without_list",
        $"The attribute '{attribute}' has -Option, but its -DataType is {type}.",
        "Omit -DataType or -Option.");

    public static ArgumentException BlankEventName() => Invalid(
        "blank_event_name",
        "The event name is blank.",
        "Specify a verb in the past tense and a noun, such as placed-order.");

    public static ArgumentException InvalidEventCount(string? count, string name) => Invalid(
        "invalid_event_count",
        $"-Count is {count ?? "empty"}.",
        $"Specify how many times '{name}' happened, at least 1.");

    public static ArgumentException CallerNotAllowed(string caller, IEnumerable<string> addresses) => Invalid(
        "caller_not_allowed",
        $"{caller} is not on the list ({string.Join(", ", addresses)}), so the allowlist would lock you out.",
        "Add the address, or use -Force.");

    public static ArgumentException NoPublicAddress(IReadOnlyCollection<string> addresses) => Invalid(
        "no_public_address",
        (addresses.Count == 0 ? "The list is empty" : $"No public address is on the list ({string.Join(", ", addresses)})")
            + ", so the allowlist would lock everybody out, including you.",
        "Add the public address that you call from, or use -Force.");

    public static ArgumentException InvalidAddress(string? given) => Invalid(
        "invalid_address",
        $"'{given}' is not an IP address or a range.",
        "Specify an address such as 203.0.113.7, or a range such as 203.0.113.0/24.");

    public static ArgumentException InvalidIdleThreshold(TimeSpan given) => Invalid(
        "invalid_idle_threshold",
        $"-IdleThreshold {given} is not between one second and one day.",
        "Specify a TimeSpan, such as '00:10:00' or (New-TimeSpan -Minutes 10).");

    public static ArgumentException NewsWithoutNewsfeed() => Invalid(
        "news_without_newsfeed",
        "-PublishedAt requires -NewsfeedId, because it says when newsfeeds show the item.",
        "Get-IntercomNewsfeed lists the newsfeeds.");

    public static ArgumentException InvalidPhone(string given) => Invalid(
        "invalid_phone",
        $"'{given}' is not a telephone number in E.164 format.",
        "Start with a plus sign and the country code, as in '+353 87 123 4567'.");

    public static ArgumentException MissingClientId(string variable) => Invalid(
        "missing_client_id",
        "Intercom requires the client id of your app to read a reporting export.",
        $"Specify -ClientId, or set the environment variable {variable}. "
            + "The Developer Hub shows the id under your app > Basic information.");
}
