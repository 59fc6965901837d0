namespace Intercom.PowerShell;

/// <summary>
/// Defines how each kind of named object is listed, what its names are, and which parameters accept its ids. Lookups by
/// <see cref="NameOfAttribute"/>, completion, queries and errors use this table.
/// </summary>
internal static class NamedKinds
{
    /// <summary>The number of items that completion reads from long lists.</summary>
    private const int Few = 150;

    /// <summary>The code for an assignee who is neither an admin nor a team.</summary>
    private const string NoAssignee = "assignee_not_found";

    public static readonly IReadOnlyList<NamedKind> All =
    [
        Kind<Admin>("admin", admin => new(admin.Id, "admin", admin.Email, admin.Name) { Shown = admin.Name }, "AuthorId",
            "OwnerId", "SenderId") with { IsShown = true, Rejections = ["admin_not_found", NoAssignee] },
        Kind<Team>("team", team => new(team.Id, "team", team.Name)) with
        {
            IsShown = true, Rejections = ["team_not_found", NoAssignee],
        },
        Kind<Tag>("tag", tag => new(tag.Id, "tag", tag.Name)) with { IsShown = true, Rejections = ["tag_not_found"] },
        Kind<Brand>("brand", brand => new(brand.Id, brand.IsDefault == true ? "default brand" : "brand", brand.Name)),
        Kind<ConversationAttribute>("conversation attribute", attribute => new(
            attribute.Id, $"{attribute.DataType} attribute", attribute.Name) { IsArchived = attribute.Archived == true }),
        Parts<ConversationAttribute>("option", "ConversationAttributeOptionId", attribute =>
            Each(attribute.Options).Select(option => new NamedItem(option.Id, $"option of {attribute.Name}", option.Label))),
        Kind<EmailSetting>("sender address", address => new(address.Id, "sender address", address.Email)),
        Kind<Macro>("macro", macro => new(macro.Id, "macro", macro.Name)),
        Kind<Segment>("segment", segment => new(segment.Id, $"{segment.PersonType} segment", segment.Name)),
        Kind<SubscriptionType>("subscription type", type => new(
            type.Id, $"{type.ConsentType} subscription", [type.Name, .. Each(type.Translations).Select(translation => translation.Name)])),
        Kind<Collection>("collection", collection => new(collection.Id, "collection", collection.Name)),
        Kind<TicketType>(
            "ticket type", type => new(type.Id, $"{type.Category} ticket type", type.Name) { IsArchived = type.Archived == true }),
        Kind<TicketState>("ticket state", state => new(state.Id, "ticket state", state.InternalLabel, state.ExternalLabel, state.Category)
        {
            IsArchived = state.Archived == true,
        }) with
        {
            Rejections = ["ticket_state_id_invalid"],
        },
        Kind<Company>("company", company => new(company.Id, $"company {company.ExternalCompanyId}", company.Name)) with
        {
            First = Few, Search = ("ExternalCompanyId", "company_id"),
        },
        Kind<Company>("external company",
            company => new(company.ExternalCompanyId, $"company {company.Id}", company.Name)) with
        {
            Parameters = ["ExternalCompanyId"], First = Few,
        },
        Kind<Article>("article", article => new(article.Id, $"{article.State} article",
            article.Title)) with { First = Few },
        Kind<InternalArticle>("internal article",
            article => new(article.Id, "internal article", article.Title)) with { First = Few },
        Kind<DataConnector>("data connector",
            connector => new(connector.Id, $"{connector.State} data connector", connector.Name)),
        Kind<Audience>("audience", audience => new(audience.Id, "audience", audience.Name)),
        Kind<ContentSnippet>("content snippet",
            snippet => new(snippet.Id, $"content snippet in {snippet.Locale}", snippet.Title)) with { First = Few },
        Kind<NewsItem>("news item", news => new(news.Id, $"{news.State} news item", news.Title)) with { First = Few },
        Kind<Newsfeed>("newsfeed", feed => new(feed.Id, "newsfeed", feed.Name)),
        Kind<HelpCenter>(
            "help center", center => new(center.Id, $"help center {center.Url}", center.DisplayName, center.Identifier)),
        Kind<ExternalPage>("external page", page => new(
            page.Id, $"page of content source {page.ContentSourceId}", page.Title, page.ExternalId)) with { First = Few },
        Kind<ContentSource>("content source", source => new(
            source.Id, $"content source, {source.Status}", source.Url)),
        Kind<OfficeHoursSchedule>("office hours schedule",
            schedule => new(schedule.Id, $"office hours schedule, {schedule.TimeZoneName}", schedule.Name)),
        Kind<AwayReason>("away reason", reason => new(reason.Id, "away reason", reason.Label)),
        Kind<DataAttribute>("data attribute", attribute => new(
            attribute.Id, $"{attribute.Model} attribute: {attribute.DataType}", attribute.Name)),
        Kind<ReportingDataset>("dataset",
            dataset => new(dataset.Id, dataset.Description, dataset.Name)) with { Parameters = ["DatasetId"] },
        Parts<ReportingDataset>("dataset column", "AttributeId", set => Each(set.Attributes)
            .Select(column => new NamedItem(column.Id, $"column of {set.Name}", column.Name))) with { Within = "DatasetId" },
        Parts<TicketType>("ticket type attribute", "TicketTypeAttributeId", type => Each(type.TicketTypeAttributes)
            .Select(attribute => new NamedItem(attribute.Id, $"{attribute.DataType} of {type.Name}", attribute.Name))),
    ];

    private static readonly Dictionary<string, NamedKind> ByParameter =
        All.SelectMany(kind => kind.Parameters.Select(parameter => (parameter, kind)))
            .ToDictionary(pair => pair.parameter, pair => pair.kind, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<Type, NamedKind> ByModel =
        All.GroupBy(kind => kind.Model).ToDictionary(kinds => kinds.Key, kinds => kinds.First());

    /// <summary>The parameters whose ids can be completed.</summary>
    public static IEnumerable<string> Parameters => ByParameter.Keys;

    /// <summary>The kind of a model.</summary>
    public static NamedKind Of(Type model) => ByModel[model];

    /// <summary>The kind of a model; null if its objects have no names.</summary>
    public static NamedKind? Find(Type model) => ByModel.TryGetValue(model, out var kind) ? kind : null;

    /// <summary>The kind with this label; null if none exists.</summary>
    public static NamedKind? Of(string? label) => All.FirstOrDefault(kind => kind.Label == label);

    /// <summary>True for the code of an error that rejects the id of an object which a list contained.</summary>
    public static bool IsRejection(string code) => All.Any(kind => kind.Rejections.Contains(code));

    /// <summary>The kind whose ids a parameter accepts; null if none exists.</summary>
    public static NamedKind? For(string parameter) => ByParameter.TryGetValue(parameter, out var kind) ? kind : null;

    private static NamedKind Kind<TModel>(string label, Func<TModel, NamedItem> item, params string[] parameters) =>
        new(label, typeof(TModel), listed => [item((TModel)listed)]) { Parameters = [typeof(TModel).Name + "Id",
            .. parameters] };

    /// <summary>Creates a kind whose objects are parts of the items of another list.</summary>
    private static NamedKind Parts<TModel>(string label, string parameter, Func<TModel, IEnumerable<NamedItem>> items) =>
        new(label, typeof(TModel), listed => items((TModel)listed)) { Parameters = [parameter] };

    private static IEnumerable<T> Each<T>(IEnumerable<T>? items) => items ?? [];
}
