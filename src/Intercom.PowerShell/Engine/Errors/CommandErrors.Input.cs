namespace Intercom.PowerShell;

/// <content>Objects from the pipeline.</content>
internal static partial class CommandErrors
{
    public static ArgumentException UncopiedReference(string kind, string piped, string parameter, string value, string why) => Invalid(
        "uncopied_reference",
        $"The {kind} '{piped}' refers to {parameter} '{value}', but {why}.",
        $"Specify -{parameter}.");

    public static ArgumentException MissingParameter(string piped, string kind, IReadOnlyCollection<string> missing) => Invalid(
        "missing_parameter",
        $"'{piped}' is {kind}, and only its id is used, so {And(missing)} {(missing.Count == 1 ? "is" : "are")} missing.",
        $"Specify {(missing.Count == 1 ? "it" : "them")} on the command line.");

    /// <summary>Reports a change that specifies no fields.</summary>
    /// <param name="fields">Fields that can be changed, as parameters.</param>
    /// <param name="columns">The columns of the piped row; null when no row was piped.</param>
    /// <param name="command">The cmdlet.</param>
    public static ArgumentException NothingToChange(string fields, string? columns = null, string? command = null) => Invalid(
        "nothing_to_change",
        columns is null ? "Nothing to change was specified."
            : $"Nothing to change was specified: none of the columns of the piped row ({columns}) is a field of {command}.",
        $"Specify {fields}.");

    public static ArgumentException OtherKind(string piped, string kind, string command, string created, string kinds) => Invalid(
        "other_kind",
        $"'{piped}' is {kind}, and {command} cannot create {created} from it.",
        $"Pipe {kinds}, or rows whose properties have the names of its parameters.");

    public static ArgumentException OtherWorkspace(string piped, string theirs, string connection, string ours) => Invalid(
        "other_workspace",
        $"'{piped}' belongs to the workspace {theirs}, but the connection {connection} is to {ours}.",
        "Choose the right one with -Connection or Select-IntercomConnection.");

    public static ArgumentException PipedHashtable(string command) => Invalid(
        "piped_hashtable",
        $"A hashtable was piped to {command}, which requires objects whose properties have the names of its parameters.",
        $"Pipe [pscustomobject]@{{ ... }}, or splat the hashtable: $table = @{{ ... }}, then {command} @table.");

    public static ArgumentException TwoIds(string parameter, string given, string piped) => Invalid(
        "two_ids",
        $"-{parameter} is '{given}' on the command line, but '{piped}' is piped as well.",
        $"Omit -{parameter} to use the piped object. If '{given}' is for another parameter, write its name before the value.");

    /// <summary>Reports a row that names two objects.</summary>
    /// <param name="one">The parameter of the first id.</param>
    /// <param name="first">The first id.</param>
    /// <param name="other">The parameter of the second id.</param>
    /// <param name="second">The second id.</param>
    /// <param name="command">The cmdlet.</param>
    public static ArgumentException TwoTargets(string one, string first, string other, string second, string command) => Invalid(
        "two_targets",
        $"The row has {one} '{first}' and {other} '{second}', and {command} changes only one object for each row.",
        $"Keep the column that is meant: ... | Select-Object * -ExcludeProperty {other}.");

    public static ArgumentException OnlyBlankCells(string columns, string command) => Invalid(
        "nothing_to_change",
        $"Nothing to change was specified: the cells of the row that match parameters of {command} ({columns}) are blank.",
        "Fill a cell, or use -ClearEmpty to clear the fields.");

    public static ArgumentException MissingProperty(string command, string parameter, string? columns) => Invalid(
        "missing_property",
        $"A row{(columns is null ? "" : $" with the columns {columns}")} was piped to {command}, and has no property {parameter}.",
        $"Pipe strings, or objects with the property {parameter}: "
            + $"... | Select-Object @{{ n = '{parameter}'; e = 'heading of the column' }}.");

    public static ArgumentException UntakenValue(string given, string command, string? parameter) => Invalid(
        "untaken_value",
        $"'{given}' was piped to {command}, which requires objects whose properties have the names of its parameters.",
        parameter is null ? "Pipe such objects, or nothing."
            : $"Name the parameter that it is for: ... | ForEach-Object {{ {command} -{parameter} $_ }}.");
}
