namespace Intercom.PowerShell;

/// <summary>
/// Defines the id, text and remedy of every error that the cmdlets raise themselves. <see cref="Errors"/> defines the client's errors.
/// </summary>
/// <content>Errors that apply to the parameters of any cmdlet.</content>
internal static partial class CommandErrors
{
    private const string MayBeMissing = "If it may be missing, test for it with if. To pass null on purpose, write $null.";

    public static ArgumentException VariableNotSet(string variable, string command) => Invalid(
        "variable_not_set",
        $"The variable {variable} is not set, so {command} would receive no value for it.",
        "Set it first, or correct its name. To pass null on purpose, write $null.");

    /// <summary>Reports a property that does not exist on its object.</summary>
    /// <param name="property">The property.</param>
    /// <param name="owner">The expression before it.</param>
    /// <param name="command">The cmdlet.</param>
    /// <param name="hint">A "Did you mean" question that starts with a space; empty when no name is similar.</param>
    public static ArgumentException UnknownProperty(string property, string owner, string command, string hint) => Invalid(
        "unknown_property",
        $"'{property}' is not a property of {owner}, so {command} would receive $null.{hint}",
        MayBeMissing);

    /// <summary>Reports a key or an element that does not exist in its hashtable or list.</summary>
    /// <param name="place">The key, or the index.</param>
    /// <param name="owner">The expression before it.</param>
    /// <param name="command">The cmdlet.</param>
    /// <param name="hint">A "Did you mean" question that starts with a space; empty when no key is similar.</param>
    public static ArgumentException MissingElement(string place, string owner, string command, string hint) => Invalid(
        "missing_element",
        $"{owner} does not contain '{place}', so {command} would receive $null.{hint}",
        MayBeMissing);

    public static ArgumentException NoOutputInVariable(string variable, string command) => Invalid(
        "no_output",
        $"{variable} is the output of a command that returned nothing, so {command} would receive $null.",
        "Check what the command finds. To pass null on purpose, write $null.");

    public static ArgumentException PropertyOfNull(string owner, string property, string command) => Invalid(
        "property_of_null",
        $"{owner} is $null, so {property} does not exist and {command} would receive $null.",
        $"Check where {owner} gets its value. To pass null on purpose, write $null.");

    public static ArgumentException NoOutput() => Invalid(
        "no_output",
        "A value is the output of a command that returned nothing.",
        "Check what the command finds. To pass null on purpose, write $null.");

    public static ArgumentException NotFiniteNumber(string number) => Invalid(
        "not_a_number",
        $"{number} is not a number that JSON can contain.",
        "Specify a finite number.");

    public static ArgumentException EmptyActor(string parameter) => Invalid(
        "empty_actor",
        $"-{parameter} was specified but is empty, so the request would act as the admin who owns the token.",
        "Specify an id, an email address or a name, or omit the parameter.");

    public static ArgumentException ConflictingField(string name, string parameter) => Invalid(
        "conflicting_field",
        $"-AdditionalField has '{name}', which -{parameter} sets to another value.",
        $"Use -{parameter} alone.");

    public static ArgumentException NotAnAge(string? text) => Invalid(
        "not_an_age",
        $"'{text}' is not an age.",
        "Specify a number with min, h or d, such as '2 d', or a TimeSpan.");

    public static ArgumentException NotANumericId(string parameter, string given) => Invalid(
        "not_a_numeric_id",
        $"{parameter} '{given}' is not a number.",
        "This operation requires the numeric id.");

    public static ArgumentException DuplicateKey(string name) => Invalid(
        "duplicate_key",
        $"The hashtable has two keys that are both '{name}' in JSON.",
        "Remove one of them.");

    /// <summary>Reports a time range whose end is before its start.</summary>
    /// <param name="from">The name of the start parameter.</param>
    /// <param name="start">The start time.</param>
    /// <param name="to">The name of the end parameter.</param>
    /// <param name="end">The end time.</param>
    public static ArgumentException ReversedRange(string from, DateTime start, string to, DateTime end) => Invalid(
        "reversed_range",
        $"-{from} {start:g} is after -{to} {end:g}.",
        $"Specify the earlier time as -{from}.");

    public static ArgumentException EmptyRange(DateTime before, DateTime after) => Invalid(
        "empty_range",
        $"-Before {before:g} is not later than -After {after:g}, so no action can match.",
        "Pass the later time to -Before.");

    public static ArgumentException TimeInFuture(DateTime from) => Invalid(
        "time_in_future",
        $"-From {from:g} is in the future, so there is nothing to export yet.",
        "Specify a time in the past.");

    public static ArgumentException TimeInPast(string parameter, DateTime given) => Invalid(
        "time_in_past",
        $"-{parameter} {given:g} is in the past.",
        "Specify a time in the future, such as (Get-Date).AddDays(1).");

    public static ArgumentException ParallelAndCursor() => Invalid(
        "parallel_and_cursor",
        "-Parallel reads the whole list in slices, and cannot start at pagination.starting_after.",
        "Omit one of them.");

    public static ArgumentException ParallelAndSort(string field) => Invalid(
        "parallel_and_sort",
        $"-Parallel returns items in the order of their creation, and cannot sort by {field}.",
        "Omit -Parallel or -SortBy, or sort afterwards: | Sort-Object.");

    public static ArgumentException DescendingWithoutSort() => Invalid(
        "descending_without_sort",
        "-Descending is specified without a field to sort by.",
        "Add -SortBy, such as -SortBy created_at.");

    private static InvalidInputException Invalid(string code, string problem, string remedy, Exception? inner = null) =>
        new(new Fault(code, problem, remedy), inner);

    private static NameNotFoundException NotFound(string code, string problem, string remedy) => new(new Fault(code, problem, remedy));

    private static string And(IEnumerable<string> parameters) => "-" + string.Join(" and -", parameters);

    private static string Quoted(IReadOnlyCollection<string> names) => string.Join(" or ", names.Select(name => $"'{name}'"));

    /// <summary>The message of another error, without its final period, for use within a sentence.</summary>
    private static string Reason(Exception failure) => failure.Message.TrimEnd('.', ' ');
}
