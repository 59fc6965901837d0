using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading;
using System.Threading.Tasks;

namespace Intercom.PowerShell;

/// <summary>Completes names from a list: quoted where needed, silent when the list cannot be had within 300 ms.</summary>
public abstract class NameCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        IReadOnlyList<(string Name, string ToolTip)> entries;
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            var names = Task.Run(() => NamesAsync(fakeBoundParameters, limit.Token), limit.Token);
            entries = names.Wait(Patience) ? names.Result : [];
        }
        catch (Exception failure) when (failure is AggregateException or NotConnectedException or OperationCanceledException)
        {
            entries = [];
        }
        foreach (var (name, toolTip) in entries)
        {
            if (name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) yield return new CompletionResult(Quote(name), name, CompletionResultType.ParameterValue, toolTip);
        }
    }

    /// <summary>The names to offer.</summary>
    protected abstract Task<IReadOnlyList<(string Name, string ToolTip)>> NamesAsync(IDictionary boundParameters, CancellationToken cancellation);

    private protected static IntercomConnection Session(IDictionary boundParameters) =>
        boundParameters["Connection"] switch { IntercomConnection connection => connection, string name => IntercomConnections.Find(name), _ => IntercomConnections.Current() };

    private static string Quote(string name) =>
        name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '@' or '-') && !name.StartsWith("@", StringComparison.Ordinal) && !name.StartsWith("-", StringComparison.Ordinal)
            ? name : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
}

/// <summary>Completes the names of connections.</summary>
public sealed class ConnectionCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override Task<IReadOnlyList<(string Name, string ToolTip)>> NamesAsync(IDictionary boundParameters, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<(string, string)>>(IntercomConnections.All.Select(connection => (connection.Name, connection.ToString())).ToList());
}

/// <summary>Completes the names of tags.</summary>
public sealed class TagCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> NamesAsync(IDictionary boundParameters, CancellationToken cancellation) =>
        (await Session(boundParameters).Directory.TagsAsync(null, cancellation).ConfigureAwait(false)).Cast<Tag>().Select(tag => (tag.Name ?? "", $"tag {tag.Id}")).ToList();
}

/// <summary>Completes the names of teams.</summary>
public sealed class TeamCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> NamesAsync(IDictionary boundParameters, CancellationToken cancellation) =>
        (await Session(boundParameters).Directory.TeamsAsync(null, cancellation).ConfigureAwait(false)).Cast<Team>().Select(team => (team.Name ?? "", $"team {team.Id}")).ToList();
}

/// <summary>Completes the names of the help center's collections.</summary>
public sealed class CollectionCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> NamesAsync(IDictionary boundParameters, CancellationToken cancellation) =>
        (await Session(boundParameters).Directory.CollectionsAsync(null, cancellation).ConfigureAwait(false)).Cast<Collection>().Select(collection => (collection.Name ?? "", $"collection {collection.Id}")).ToList();
}

/// <summary>Completes the e-mail addresses of admins.</summary>
public sealed class AdminEmailCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> NamesAsync(IDictionary boundParameters, CancellationToken cancellation) =>
        (await Session(boundParameters).Directory.AdminsAsync(null, cancellation).ConfigureAwait(false)).Cast<Admin>().Select(admin => (admin.Email ?? "", $"{admin.Name}, admin {admin.Id}")).ToList();
}

/// <summary>Completes the names of ticket types.</summary>
public sealed class TicketTypeCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> NamesAsync(IDictionary boundParameters, CancellationToken cancellation) =>
        (await Session(boundParameters).Directory.TicketTypesAsync(null, cancellation).ConfigureAwait(false)).Cast<TicketType>().Where(type => type.Archived != true)
            .Select(type => (type.Name ?? "", $"{type.Category} ticket type {type.Id}")).ToList();
}

/// <summary>Completes the states of tickets, as teammates call them.</summary>
public sealed class TicketStateCompleter : NameCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Name, string ToolTip)>> NamesAsync(IDictionary boundParameters, CancellationToken cancellation) =>
        (await Session(boundParameters).Directory.TicketStatesAsync(null, cancellation).ConfigureAwait(false)).Cast<TicketState>().Where(state => state.Archived != true)
            .Select(state => (state.InternalLabel ?? "", $"{state.Category}, ticket state {state.Id}")).ToList();
}

/// <summary>Completes one of a few fixed words.</summary>
public abstract class WordCompleter(params string[] words) : NameCompleter
{
    /// <inheritdoc/>
    protected override Task<IReadOnlyList<(string Name, string ToolTip)>> NamesAsync(IDictionary boundParameters, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<(string, string)>>(words.Select(word => (word, word)).ToList());
}

/// <summary>Completes the roles of contacts.</summary>
public sealed class RoleCompleter() : WordCompleter("user", "lead");
