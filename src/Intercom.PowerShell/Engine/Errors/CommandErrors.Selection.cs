namespace Intercom.PowerShell;

/// <content>Parameters that select what a cmdlet works on.</content>
internal static partial class CommandErrors
{
    public static ArgumentException MissingSelector(string command, IReadOnlyCollection<string> parameters) => Invalid(
        "missing_selector",
        $"{command} does not know which object is meant.",
        $"Specify {Or(parameters)}, or pipe an object that has such an id.");

    public static ArgumentException TwoSelectors(string command, IReadOnlyCollection<string> parameters) => Invalid(
        "two_selectors",
        $"{And(parameters)} cannot be used together, because {command} accepts only one of them.",
        $"Use {Or(parameters)}.");

    /// <summary>Reports a parameter that does not apply to the selected operation.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="selected">The parameter that selects the operation; null when none does.</param>
    /// <param name="others">The parameters with which it can be used.</param>
    public static ArgumentException ParameterOfOther(string parameter, string? selected, IReadOnlyCollection<string> others) => Invalid(
        "parameter_of_other",
        selected is null ? $"-{parameter} cannot be used alone." : $"-{parameter} cannot be used with -{selected}.",
        others.Count == 0 ? $"Omit -{parameter}." : $"Use it with {Or(others)}, or omit it.");

    /// <summary>Reports a piped object that no parameter accepts.</summary>
    /// <param name="piped">The object.</param>
    /// <param name="kind">What it is, with an article.</param>
    /// <param name="command">The cmdlet.</param>
    /// <param name="parameters">The parameters that accept piped input; empty when none does.</param>
    public static ArgumentException UntakenObject(string piped, string kind, string command, IReadOnlyCollection<string> parameters) =>
        Invalid(
            "untaken_object",
            $"'{piped}' is {kind}, and {command} cannot use it.",
            parameters.Count == 0 ? "Pipe nothing to it." : $"Pipe an object or a value for {Or(parameters)}, or name the parameter: "
                + $"... | ForEach-Object {{ {command} -{parameters.First()} ... }}.");

    public static ArgumentException NullPiped(string command) => Invalid(
        "null_piped",
        $"$null was piped to {command}, which would return everything instead.",
        "Check the variable or the command before the pipe.");

    /// <summary>Reports a piped value that could be the id of several kinds of objects.</summary>
    /// <param name="given">The value.</param>
    /// <param name="command">The cmdlet.</param>
    /// <param name="parameters">The parameters that it could be for.</param>
    public static ArgumentException UnknownKindOfId(string given, string command, IReadOnlyCollection<string> parameters) => Invalid(
        "unknown_kind_of_id",
        $"'{given}' was piped to {command}, which does not know what it is the id of.",
        $"Name the parameter, {Or(parameters)}: ... | ForEach-Object {{ {command} ... -{parameters.First()} $_ }}.");

    public static ArgumentException EmptyValue(string parameter) => Invalid(
        "empty_value",
        $"-{parameter} is empty.",
        "Specify a value, or omit the parameter.");

    public static ArgumentException MissingAssignee() => Invalid(
        "missing_assignee",
        "No assignee was specified.",
        "Specify -ToAdmin, -ToTeam or both, or -Unassign.");

    public static ArgumentException AssignedAndUnassigned(IReadOnlyCollection<string> parameters) => Invalid(
        "assigned_and_unassigned",
        $"{And(parameters)} cannot be used with -Unassign.",
        "Omit -Unassign to assign the conversation.");

    public static ArgumentException AssignedFilter(string parameter) => Invalid(
        "assigned_and_unassigned",
        $"-{parameter} and -Unassigned cannot be used together, because nothing matches both.",
        "Omit one of them.");

    public static ArgumentException EmptyRange(string after, string start, string before, string end) => Invalid(
        "empty_date_range",
        $"-{after} ({start}) is not earlier than -{before} ({end}), so nothing matches both.",
        $"Specify an earlier time for -{after}, or a later one for -{before}.");

    private static string Or(IReadOnlyCollection<string> parameters) => parameters.Count == 1 ? "-" + parameters.First()
        : "-" + string.Join(", -", parameters.Take(parameters.Count - 1)) + " or -" + parameters.Last();
}
