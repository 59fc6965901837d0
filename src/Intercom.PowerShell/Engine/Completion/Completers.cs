using System.Collections;
using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>
/// Completes values from the workspace. It returns nothing without a connection, or when the response takes longer than 300 ms. A later
/// response is cached for the next attempt.
/// </summary>
internal abstract class WorkspaceCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        IReadOnlyList<Completion> entries;
        try
        {
            var asked = Task.Run(() => EntriesAsync(parameterName, fakeBoundParameters));
            entries = asked.Wait(Patience) ? asked.Result : [];
        }
        catch (AggregateException)
        {
            // Completion does not report errors, such as a missing connection.
            entries = [];
        }
        return entries.Where(entry => entry.Text.Length > 0 && entry.Matches(word)).Select(entry => entry.ToResult());
    }

    /// <summary>Gets the completions.</summary>
    protected abstract Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound);

    private protected static IntercomConnection Session(IDictionary bound) =>
        bound["Connection"] switch { IntercomConnection connection => connection, string name => IntercomConnections.Find(name),
            _ => IntercomConnections.Current() };
}

/// <summary>Completes the names of connections.</summary>
internal sealed class ConnectionCompleter : WorkspaceCompleter
{
    protected override Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) =>
        Task.FromResult<IReadOnlyList<Completion>>(
            IntercomConnections.All.Select(connection => new Completion(connection.Name, connection.ToString())).ToList());
}

/// <summary>Completes the names of the objects of a model. Admins are completed by email address.</summary>
internal sealed class NameCompleter<T> : WorkspaceCompleter where T : IntercomObject
{
    protected override async Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound)
    {
        var kind = NamedKinds.Of(typeof(T));
        var list = await Session(bound).Directory.ListAsync(kind, null, default).ConfigureAwait(false);
        return list.SelectMany(kind.Items).Where(item => !item.IsArchived).Select(item => item.ByName()).ToList();
    }
}

/// <summary>
/// Completes the first argument of Set-IntercomConversationAssignee. After a pipe, it is the admin, although PowerShell, which completes
/// before anything is piped, takes it for the conversation's id.
/// </summary>
internal sealed class PipedAssigneeCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        commandAst.Parent is PipelineAst { PipelineElements: var elements } && !ReferenceEquals(elements[0], commandAst)
            && !commandAst.CommandElements.OfType<CommandParameterAst>()
            .Any(given => parameterName.StartsWith(given.ParameterName, StringComparison.OrdinalIgnoreCase))
            ? new NameCompleter<Admin>().CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters) : [];
}

/// <summary>
/// Completes ids, by the id or by the name of the object. The parameter's name determines the list (<see cref="NamedKinds"/>).
/// </summary>
internal sealed class IdCompleter : WorkspaceCompleter
{
    protected override Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) =>
        NamedKinds.For(parameter) is { } kind ? EntriesOfAsync(kind, bound) : Task.FromResult<IReadOnlyList<Completion>>([]);

    /// <summary>The ids of a kind of objects.</summary>
    public static async Task<IReadOnlyList<Completion>> EntriesOfAsync(NamedKind kind, IDictionary bound)
    {
        IEnumerable<IntercomObject> list = await Session(bound).Directory.ListAsync(kind, null, default).ConfigureAwait(false);
        if (kind.Within is { } outer && bound[outer] is string wanted) list = list.Where(
            item => NamedKinds.Of(kind.Model).Items(item).Any(one => one.Id == wanted));
        return list.SelectMany(kind.Items).Select(item => item.ById()).ToList();
    }
}

/// <summary>Completes the names of events that this connection has sent or read, because Intercom does not list them.</summary>
internal sealed class EventNameCompleter : WorkspaceCompleter
{
    protected override Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) =>
        Task.FromResult<IReadOnlyList<Completion>>(Session(bound).EventNames.Select(name => new Completion(name, "event")).ToList());
}

/// <summary>Completes a hashtable of attributes with one of the workspace's attributes, and a placeholder value of its type.</summary>
internal sealed class AttributeTableCompleter : WorkspaceCompleter
{
    protected override async Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound)
    {
        var directory = Session(bound).Directory;
        if (parameter == "TicketAttribute")
        {
            var type = bound["TicketType"] as string;
            return (await directory.ListAsync<TicketType>(null, default).ConfigureAwait(false))
                .Where(each => type is null || each.Id == type || string.Equals(each.Name, type, StringComparison.OrdinalIgnoreCase))
                .SelectMany(each => ((IEnumerable<TicketTypeAttribute>?)each.TicketTypeAttributes ?? [])
                    .Where(attribute => attribute.Archived != true && attribute.Name is not null)
                    .Select(attribute => Entry(attribute.Name!, attribute.DataType, $"{attribute.DataType} of {each.Name}", [])))
                .GroupBy(entry => entry.Text, StringComparer.Ordinal).Select(same => same.First()).ToList();
        }
        return (await directory.ListAsync<DataAttribute>(null, default).ConfigureAwait(false))
            .Where(attribute => attribute.Custom == true && attribute.Archived != true && attribute.Name is not null)
            .Select(attribute => Entry(attribute.Name!, attribute.DataType,
                $"{attribute.Model} attribute: {attribute.DataType}. {attribute.Description}".TrimEnd(),
                (IReadOnlyList<string>?)attribute.Options?.ToList() ?? [])).ToList();
    }

    private static Completion Entry(string name, string? type, string toolTip, IReadOnlyList<string> options)
    {
        var key = name.All(letter => char.IsLetterOrDigit(letter) || letter == '_')
            ? name : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
        var value = options.Count > 0 ? "'" + CodeGeneration.EscapeSingleQuotedStringContent(options[0]) + "'"
            : type switch { "integer" or "float" or "decimal" => "0", "boolean" => "$true", "date" or "datetime" => "(Get-Date)",
            _ => "''" };
        return new Completion($"@{{ {key} = {value} }}", options.Count > 0
            ? $"{toolTip} One of {string.Join(", ", options)}" : toolTip) { Names = [name], IsCode = true };
    }
}

/// <summary>Completes a fixed set of words.</summary>
internal abstract class WordCompleter(params string[] words) : WorkspaceCompleter
{
    protected override Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) =>
        Task.FromResult<IReadOnlyList<Completion>>(words.Select(word => new Completion(word, word)).ToList());
}

/// <summary>Completes the roles of contacts.</summary>
internal sealed class RoleCompleter() : WordCompleter("user", "lead");
