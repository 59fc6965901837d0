namespace Intercom.PowerShell;

/// <summary>
/// Defines how each kind of named object is listed, what its names are, and which parameters accept its ids. Lookups by
/// <see cref="NameOfAttribute"/>, completion, queries and errors use this table.
/// </summary>
internal static class NamedKinds
{
    /// <summary>The number of items that completion reads from long lists.</summary>
    private const int Few = 150;

    public static readonly IReadOnlyList<NamedKind> All =
    [
        Kind<GetAdminCommand, Admin>("admin", admin => new(admin.Id, "admin", admin.Email, admin.Name) { Shown = admin.Name }, "AuthorId",
            "OwnerId", "SenderId"),
        Kind<GetTeamCommand, Team>("team", team => new(team.Id, "team", team.Name)),
        Kind<GetTagCommand, Tag>("tag", tag => new(tag.Id, "tag", tag.Name)),
        Kind<GetSegmentCommand, Segment>("segment", segment => new(segment.Id, $"{segment.PersonType} segment", segment.Name)),
        Kind<GetSubscriptionTypeCommand, SubscriptionType>("subscription type", type => new(
            type.Id, $"{type.ConsentType} subscription", [type.Name, .. Each(type.Translations).Select(translation => translation.Name)])),
        Kind<GetCollectionCommand, Collection>("collection", collection => new(collection.Id, "collection", collection.Name)),
        Kind<GetTicketTypeCommand, TicketType>(
            "ticket type", type => new(type.Id, $"{type.Category} ticket type", type.Name) { IsArchived = type.Archived == true }),
        Kind<GetTicketStateCommand, TicketState>("ticket state", state => new(
            state.Id, "ticket state", state.InternalLabel, state.ExternalLabel, state.Category) { IsArchived = state.Archived == true }),
        Kind<GetCompanyCommand, Company>("company", company => new(company.Id, $"company {company.ExternalCompanyId}", company.Name)) with
        {
            First = Few, Search = ("ExternalCompanyId", "company_id"),
        },
        Kind<GetCompanyCommand, Company>("external company",
            company => new(company.ExternalCompanyId, $"company {company.Id}", company.Name)) with
        {
            Parameters = ["ExternalCompanyId"], First = Few,
        },
        Kind<GetArticleCommand, Article>("article", article => new(article.Id, $"{article.State} article",
            article.Title)) with { First = Few },
        Kind<GetInternalArticleCommand, InternalArticle>("internal article",
            article => new(article.Id, "internal article", article.Title)) with { First = Few },
        Kind<GetDataConnectorCommand, DataConnector>("data connector",
            connector => new(connector.Id, $"{connector.State} data connector", connector.Name)),
        Kind<GetAudienceCommand, Audience>("audience", audience => new(audience.Id, "audience", audience.Name)),
        Kind<GetContentSnippetCommand, ContentSnippet>("content snippet",
            snippet => new(snippet.Id, $"content snippet in {snippet.Locale}", snippet.Title)) with { First = Few },
        Kind<GetNewsItemCommand, NewsItem>("news item", news => new(news.Id, $"{news.State} news item", news.Title)) with { First = Few },
        Kind<GetNewsfeedCommand, Newsfeed>("newsfeed", feed => new(feed.Id, "newsfeed", feed.Name)),
        Kind<GetHelpCenterCommand, HelpCenter>(
            "help center", center => new(center.Id, $"help center {center.Url}", center.DisplayName, center.Identifier)),
        Kind<GetExternalPageCommand, ExternalPage>("external page", page => new(
            page.Id, $"page of content source {page.ContentSourceId}", page.Title, page.ExternalId)) with { First = Few },
        Kind<GetContentSourceCommand, ContentSource>("content source", source => new(
            source.Id, $"content source, {source.Status}", source.Url)),
        Kind<GetOfficeHoursScheduleCommand, OfficeHoursSchedule>("office hours schedule",
            schedule => new(schedule.Id, $"office hours schedule, {schedule.TimeZoneName}", schedule.Name)),
        Kind<GetAwayReasonCommand, AwayReason>("away reason", reason => new(reason.Id, "away reason", reason.Label)),
        Kind<GetDataAttributeCommand, DataAttribute>("data attribute", attribute => new(
            attribute.Id, $"{attribute.Model} attribute: {attribute.DataType}", attribute.Name)),
        Kind<GetReportingDatasetCommand, ReportingDataset>("dataset",
            dataset => new(dataset.Id, dataset.Description, dataset.Name)) with { Parameters = ["DatasetId"] },
        Parts<GetReportingDatasetCommand, ReportingDataset>("dataset column", "AttributeId", set => Each(set.Attributes)
            .Select(column => new NamedItem(column.Id, $"column of {set.Name}", column.Name))) with { Within = "DatasetId" },
        Parts<GetTicketTypeCommand, TicketType>("ticket type attribute", "TicketTypeAttributeId", type => Each(type.TicketTypeAttributes)
            .Select(attribute => new NamedItem(attribute.Id, $"{attribute.DataType} of {type.Name}", attribute.Name))),
    ];

    private static readonly Dictionary<string, NamedKind> ByParameter =
        All.SelectMany(kind => kind.Parameters.Select(parameter => (parameter, kind)))
            .ToDictionary(pair => pair.parameter, pair => pair.kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>The parameters whose ids can be completed.</summary>
    public static IEnumerable<string> Parameters => ByParameter.Keys;

    /// <summary>The kind of a model.</summary>
    public static NamedKind Of(Type model) => All.First(kind => kind.Model == model);

    /// <summary>The kind with this label; null if none exists.</summary>
    public static NamedKind? Of(string? label) => All.FirstOrDefault(kind => kind.Label == label);

    /// <summary>The kind whose ids a parameter accepts; null if none exists.</summary>
    public static NamedKind? For(string parameter) => ByParameter.TryGetValue(parameter, out var kind) ? kind : null;

    private static NamedKind Kind<TCommand, TModel>(string label, Func<TModel, NamedItem> item, params string[] parameters) =>
        new(label, typeof(TModel), typeof(TCommand), listed => [item((TModel)listed)]) { Parameters = [typeof(TModel).Name + "Id",
            .. parameters] };

    /// <summary>Creates a kind whose objects are parts of the items of another list.</summary>
    private static NamedKind Parts<TCommand, TModel>(string label, string parameter, Func<TModel, IEnumerable<NamedItem>> items) =>
        new(label, typeof(TModel), typeof(TCommand), listed => items((TModel)listed)) { Parameters = [parameter] };

    private static IEnumerable<T> Each<T>(IEnumerable<T>? items) => items ?? [];
}
