using Intercom.Query;

namespace Intercom.Benchmarks.Micro;

/// <summary>Queries to compile: as large as one group may be, and as many groups as may stand side by side.</summary>
internal static class Queries
{
    private static readonly QueryOptions Known = new()
    {
        AttributeTypes = new System.Collections.Generic.Dictionary<string, FieldType> { ["plan"] = FieldType.String,
            ["seats"] = FieldType.Integer, ["renewal_at"] = FieldType.Date },
        WorkspaceTimeZone = TimeZoneInfo.Utc,
    };

    /// <summary>Fifteen conditions of every kind, joined by AND.</summary>
    public static SearchQuery Typical { get; } = SearchQuery.All(Fifteen(0));

    /// <summary>Two hundred and twenty-five conditions: fifteen groups of fifteen.</summary>
    public static SearchQuery Largest { get; } = SearchQuery.Any([.. Enumerable.Range(0, 15)
        .Select(index => SearchQuery.All(Fifteen(index)))]);

    /// <summary>Three hundred conditions in one list, which is more than can be sent flat.</summary>
    public static SearchQuery Flat { get; } = SearchQuery.Any([.. Enumerable.Range(0, 300)
        .Select(index =>
        new QueryFilter("custom_attributes.plan", QueryOperator.Equal, "plan " + index.ToString(CultureInfo.InvariantCulture)))]);

    public static QueryPlan Compile(SearchQuery query) => QueryCompiler.Compile(query, SearchResource.Contact, Known);

    private static SearchQuery[] Fifteen(int seed) =>
    [
        new QueryFilter("Role", QueryOperator.Equal, "user"),
        new QueryFilter("Name", QueryOperator.Contains, "ada"),
        new QueryFilter("Email", QueryOperator.EndsWith, "@customer.example"),
        new QueryFilter("OwnerId", QueryOperator.Equal, 5_000_000 + seed),
        new QueryFilter("CreatedAt", QueryOperator.GreaterOrEqual, new DateTimeOffset(2024, 1 + seed % 12, 1, 0, 0, 0, TimeSpan.Zero)),
        new QueryFilter("CreatedAt", QueryOperator.Less, new DateTimeOffset(2025, 1 + seed % 12, 1, 0, 0, 0, TimeSpan.Zero)),
        new QueryFilter("LastSeenAt", QueryOperator.Greater, 1_700_000_000L + seed),
        new QueryFilter("HasHardBounced", QueryOperator.Equal, false),
        new QueryFilter("Location.Country", QueryOperator.Equal, "Ireland"),
        new QueryFilter("Browser", QueryOperator.NotEqual, "opera"),
        new QueryFilter("TagId", QueryOperator.In, new[] { "71", "72" }),
        new QueryFilter("custom_attributes.plan", QueryOperator.NotEqual, "free"),
        new QueryFilter("custom_attributes.seats", QueryOperator.Greater, 5 + seed),
        new QueryFilter("custom_attributes.renewal_at", QueryOperator.Less, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        new QueryFilter("UnsubscribedFromEmails", QueryOperator.Equal, false),
    ];
}
