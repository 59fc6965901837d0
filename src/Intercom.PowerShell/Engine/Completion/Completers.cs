using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading.Tasks;

namespace Intercom.PowerShell;

/// <summary>Something that completes a word.</summary>
/// <param name="Text">What is inserted, quoted where needed.</param>
/// <param name="ToolTip">What it is.</param>
internal sealed record Completion(string Text, string ToolTip)
{
    /// <summary>What else it may be typed by: the name of what has an id.</summary>
    public IReadOnlyList<string?> Names { get; init; } = [];

    /// <summary>True for an expression, which is inserted as it stands.</summary>
    public bool IsCode { get; init; }

    public bool Matches(string word) => Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || Names.Any(name => name?.StartsWith(word, StringComparison.OrdinalIgnoreCase) == true);

    public CompletionResult ToResult()
    {
        var name = Names.FirstOrDefault(name => !string.IsNullOrEmpty(name));
        return new CompletionResult(IsCode ? Text : Quote(Text), name is null ? Text : $"{Text} ({name})", CompletionResultType.ParameterValue, ToolTip.Length > 0 ? ToolTip : Text);
    }

    private static string Quote(string text) =>
        text.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '@' or '-') && !text.StartsWith("@", StringComparison.Ordinal) && !text.StartsWith("-", StringComparison.Ordinal)
            ? text : "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";
}

/// <summary>
/// Completes from what a workspace has: silent without a connection and when the answer is not there within 300 ms. A list that comes later is kept, so that the next
/// Tab has it.
/// </summary>
internal abstract class WorkspaceCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
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
            // Not connected, refused, broken: a prompt is no place to say so.
            entries = [];
        }
        return entries.Where(entry => entry.Text.Length > 0 && entry.Matches(word)).Select(entry => entry.ToResult());
    }

    /// <summary>What there is to offer.</summary>
    protected abstract Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound);

    private protected static IntercomConnection Session(IDictionary bound) =>
        bound["Connection"] switch { IntercomConnection connection => connection, string name => IntercomConnections.Find(name), _ => IntercomConnections.Current() };
}

/// <summary>Completes the names of connections.</summary>
internal sealed class ConnectionCompleter : WorkspaceCompleter
{
    protected override Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) =>
        Task.FromResult<IReadOnlyList<Completion>>(IntercomConnections.All.Select(connection => new Completion(connection.Name, connection.ToString())).ToList());
}

/// <summary>Completes the names of one of the workspace's short lists.</summary>
internal abstract class NameCompleter<T>(Func<WorkspaceDirectory, Task<IReadOnlyList<IntercomObject>>> list, Func<T, Completion> entry, Func<T, bool>? counts = null) : WorkspaceCompleter where T : IntercomObject
{
    protected override async Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) =>
        (await list(Session(bound).Directory).ConfigureAwait(false)).Cast<T>().Where(item => counts is null || counts(item)).Select(entry).ToList();
}

/// <summary>Completes the names of tags.</summary>
internal sealed class TagCompleter() : NameCompleter<Tag>(directory => directory.TagsAsync(null, default), tag => new Completion(tag.Name ?? "", $"tag {tag.Id}"));

/// <summary>Completes the names of teams.</summary>
internal sealed class TeamCompleter() : NameCompleter<Team>(directory => directory.TeamsAsync(null, default), team => new Completion(team.Name ?? "", $"team {team.Id}"));

/// <summary>Completes the names of the help center's collections.</summary>
internal sealed class CollectionCompleter() : NameCompleter<Collection>(directory => directory.CollectionsAsync(null, default), collection => new Completion(collection.Name ?? "", $"collection {collection.Id}"));

/// <summary>Completes the e-mail addresses of admins.</summary>
internal sealed class AdminEmailCompleter() : NameCompleter<Admin>(directory => directory.AdminsAsync(null, default), admin => new Completion(admin.Email ?? "", $"{admin.Name}, admin {admin.Id}") { Names = [admin.Name] });

/// <summary>
/// Completes the first word behind Set-IntercomConversationAssignee: with a pipe before it that is the admin, though the engine, which completes before anything is
/// piped, takes it for the conversation's id.
/// </summary>
internal sealed class PipedAssigneeCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        commandAst.Parent is PipelineAst { PipelineElements: var elements } && !ReferenceEquals(elements[0], commandAst) && !commandAst.CommandElements.OfType<CommandParameterAst>().Any(given => parameterName.StartsWith(given.ParameterName, StringComparison.OrdinalIgnoreCase))
            ? new AdminEmailCompleter().CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters) : [];
}

/// <summary>Completes the names of ticket types.</summary>
internal sealed class TicketTypeCompleter() : NameCompleter<TicketType>(directory => directory.TicketTypesAsync(null, default), type => new Completion(type.Name ?? "", $"{type.Category} ticket type {type.Id}"), type => type.Archived != true);

/// <summary>Completes the states of tickets, as teammates call them.</summary>
internal sealed class TicketStateCompleter() : NameCompleter<TicketState>(directory => directory.TicketStatesAsync(null, default), state => new Completion(state.InternalLabel ?? "", $"{state.Category}, ticket state {state.Id}"), state => state.Archived != true);

/// <summary>Completes ids by themselves or by the name of what they belong to; which list that is, the parameter's name says.</summary>
internal sealed class IdCompleter : WorkspaceCompleter
{
    private delegate Task<IReadOnlyList<IntercomObject>> Lister(WorkspaceDirectory directory);

    private static readonly Lister Admins = directory => directory.AdminsAsync(null, default);

    private static readonly Lister Datasets = directory => directory.ListAsync<GetReportingDatasetCommand>("", typeof(ReportingDataset), null, default);

    /// <summary>Companies may be many thousands: those that were seen last are offered.</summary>
    private static readonly Lister Companies = directory => directory.ListAsync<GetCompanyCommand>("List", typeof(Company), null, default, first: 150);

    private static readonly Dictionary<string, Lister> Lists = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AdminId"] = Admins, ["AuthorId"] = Admins, ["OwnerId"] = Admins, ["SenderId"] = Admins,
        // Of what may be long, the first ones are offered: the latest.
        ["ArticleId"] = directory => directory.ListAsync<GetArticleCommand>("List", typeof(Article), null, default, first: 150),
        ["AttributeId"] = Datasets,
        ["AwayReasonId"] = directory => directory.ListAsync<GetAwayReasonCommand>("", typeof(AwayReason), null, default),
        ["CollectionId"] = directory => directory.CollectionsAsync(null, default),
        ["CompanyId"] = Companies, ["ExternalCompanyId"] = Companies,
        ["ContentSourceId"] = directory => directory.ListAsync<GetContentSourceCommand>("List", typeof(ContentSource), null, default),
        ["DataAttributeId"] = directory => directory.AttributesAsync(null, default),
        ["DatasetId"] = Datasets,
        ["ExternalPageId"] = directory => directory.ListAsync<GetExternalPageCommand>("List", typeof(ExternalPage), null, default, first: 150),
        ["HelpCenterId"] = directory => directory.ListAsync<GetHelpCenterCommand>("List", typeof(HelpCenter), null, default),
        ["InternalArticleId"] = directory => directory.ListAsync<GetInternalArticleCommand>("List", typeof(InternalArticle), null, default, first: 150),
        ["NewsItemId"] = directory => directory.ListAsync<GetNewsItemCommand>("List", typeof(NewsItem), null, default, first: 150),
        ["NewsfeedId"] = directory => directory.ListAsync<GetNewsfeedCommand>("List", typeof(Newsfeed), null, default),
        ["SegmentId"] = directory => directory.ListAsync<GetSegmentCommand>("List", typeof(Segment), null, default),
        ["SubscriptionTypeId"] = directory => directory.ListAsync<GetSubscriptionTypeCommand>("List", typeof(SubscriptionType), null, default),
        ["TagId"] = directory => directory.TagsAsync(null, default),
        ["TeamId"] = directory => directory.TeamsAsync(null, default),
        ["TicketTypeId"] = directory => directory.TicketTypesAsync(null, default),
        ["TicketTypeAttributeId"] = directory => directory.TicketTypesAsync(null, default),
    };

    /// <summary>The parameters whose ids can be completed.</summary>
    public static IEnumerable<string> Parameters => Lists.Keys;

    protected override Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) => EntriesOfAsync(parameter, bound);

    /// <summary>What the parameter of that name can take; nothing when it is none of ours.</summary>
    public static async Task<IReadOnlyList<Completion>> EntriesOfAsync(string parameter, IDictionary bound)
    {
        if (!Lists.TryGetValue(parameter, out var list)) return [];
        var items = await list(Session(bound).Directory).ConfigureAwait(false);
        return parameter switch
        {
            "ExternalCompanyId" => items.Cast<Company>().Select(company => Entry(company.ExternalCompanyId, $"company {company.Id}", company.Name)).ToList(),
            "TicketTypeAttributeId" => items.Cast<TicketType>().SelectMany(type => ((IEnumerable<TicketTypeAttribute>?)type.TicketTypeAttributes ?? []).Select(attribute => Entry(attribute.Id, $"{attribute.DataType} of {type.Name}", attribute.Name))).ToList(),
            "AttributeId" => items.Cast<ReportingDataset>().Where(set => bound["DatasetId"] is not string wanted || set.Id == wanted)
                .SelectMany(set => ((IEnumerable<DatasetAttribute>?)set.Attributes ?? []).Select(column => Entry(column.Id, $"column of {set.Name}", column.Name))).ToList(),
            _ => items.Select(Entry).ToList(),
        };
    }

    private static Completion Entry(IntercomObject item) => item switch
    {
        Admin admin => Entry(admin.Id, $"admin {admin.Email}", admin.Name, admin.Email),
        Article article => Entry(article.Id, $"{article.State} article", article.Title),
        AwayReason reason => Entry(reason.Id, "away reason", reason.Label),
        Collection collection => Entry(collection.Id, "collection", collection.Name),
        Company company => Entry(company.Id, $"company {company.ExternalCompanyId}", company.Name),
        ContentSource source => Entry(source.Id, $"content source, {source.Status}", source.Url),
        DataAttribute attribute => Entry(attribute.Id, $"{attribute.Model} attribute: {attribute.DataType}", attribute.Name),
        ReportingDataset dataset => Entry(dataset.Id, dataset.Description, dataset.Name),
        ExternalPage page => Entry(page.Id, $"page of content source {page.ContentSourceId}", page.Title, page.ExternalId),
        HelpCenter center => Entry(center.Id, $"help center {center.Url}", center.DisplayName, center.Identifier),
        InternalArticle article => Entry(article.Id, "internal article", article.Title),
        NewsItem news => Entry(news.Id, $"{news.State} news item", news.Title),
        Newsfeed feed => Entry(feed.Id, "newsfeed", feed.Name),
        Segment segment => Entry(segment.Id, $"{segment.PersonType} segment", segment.Name),
        SubscriptionType type => Entry(type.Id, $"{type.ConsentType} subscription", type.Name),
        Tag tag => Entry(tag.Id, "tag", tag.Name),
        Team team => Entry(team.Id, "team", team.Name),
        TicketType type => Entry(type.Id, $"{type.Category} ticket type", type.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };

    private static Completion Entry(string? id, string? toolTip, params string?[] names) => new(id ?? "", toolTip ?? "") { Names = names };
}

/// <summary>Completes the names of events: those that this connection has sent or read, since Intercom has no list of them.</summary>
internal sealed class EventNameCompleter : WorkspaceCompleter
{
    protected override Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) =>
        Task.FromResult<IReadOnlyList<Completion>>(Session(bound).EventNames.Select(name => new Completion(name, "event")).ToList());
}

/// <summary>Completes a table of attributes: one of the workspace's own, with a value of its type to overwrite.</summary>
internal sealed class AttributeTableCompleter : WorkspaceCompleter
{
    protected override async Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound)
    {
        var directory = Session(bound).Directory;
        if (parameter == "TicketAttribute")
        {
            var type = bound["TicketType"] as string;
            return (await directory.TicketTypesAsync(null, default).ConfigureAwait(false)).Cast<TicketType>().Where(each => type is null || each.Id == type || string.Equals(each.Name, type, StringComparison.OrdinalIgnoreCase))
                .SelectMany(each => ((IEnumerable<TicketTypeAttribute>?)each.TicketTypeAttributes ?? []).Where(attribute => attribute.Archived != true && attribute.Name is not null).Select(attribute => Entry(attribute.Name!, attribute.DataType, $"{attribute.DataType} of {each.Name}", [])))
                .GroupBy(entry => entry.Text, StringComparer.Ordinal).Select(same => same.First()).ToList();
        }
        return (await directory.AttributesAsync(null, default).ConfigureAwait(false)).Cast<DataAttribute>().Where(attribute => attribute.Custom == true && attribute.Archived != true && attribute.Name is not null)
            .Select(attribute => Entry(attribute.Name!, attribute.DataType, $"{attribute.Model} attribute: {attribute.DataType}. {attribute.Description}".TrimEnd(), (IReadOnlyList<string>?)attribute.Options?.ToList() ?? [])).ToList();
    }

    private static Completion Entry(string name, string? type, string toolTip, IReadOnlyList<string> options)
    {
        var key = name.All(letter => char.IsLetterOrDigit(letter) || letter == '_') ? name : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
        var value = options.Count > 0 ? "'" + CodeGeneration.EscapeSingleQuotedStringContent(options[0]) + "'" : type switch { "integer" or "float" or "decimal" => "0", "boolean" => "$true", "date" or "datetime" => "(Get-Date)", _ => "''" };
        return new Completion($"@{{ {key} = {value} }}", options.Count > 0 ? $"{toolTip} One of {string.Join(", ", options)}" : toolTip) { Names = [name], IsCode = true };
    }
}

/// <summary>Completes one of a few fixed words.</summary>
internal abstract class WordCompleter(params string[] words) : WorkspaceCompleter
{
    protected override Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) =>
        Task.FromResult<IReadOnlyList<Completion>>(words.Select(word => new Completion(word, word)).ToList());
}

/// <summary>Completes the roles of contacts.</summary>
internal sealed class RoleCompleter() : WordCompleter("user", "lead");
