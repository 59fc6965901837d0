using Intercom.Http;

namespace Intercom.Query;

/// <summary>What is known when a query is compiled.</summary>
public sealed class QueryOptions
{
    /// <summary>
    /// The version of the API that the query is sent with, if no field of the query is newer. It decides about types and operators.
    /// </summary>
    public string ApiVersion { get; init; } = ApiVersions.Default;

    /// <summary>
    /// The types of the workspace's attributes: custom attributes by name, ticket attributes by id, without a prefix. Null when they
    /// are not known: then an attribute's type follows the value it is compared with.
    /// </summary>
    public IReadOnlyDictionary<string, FieldType>? AttributeTypes { get; init; }

    /// <summary>
    /// True to match dates of contacts to the second: a wider range of days is asked for, and <see cref="QueryPlan.Filter"/> keeps what
    /// belongs.
    /// </summary>
    public bool Exact { get; init; }

    /// <summary>The time zone of date texts without an offset. The default is the local one.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Local;

    /// <summary>The workspace's time zone, whose calendar days contact dates are matched by. Null when it is unknown.</summary>
    public TimeZoneInfo? WorkspaceTimeZone { get; init; }

    /// <summary>
    /// True when names in fields that hold ids, such as the name of a tag, are looked up before the query is sent: they are then no
    /// error, and stay as they are.
    /// </summary>
    public bool NamesAreLookedUp { get; init; }

    /// <summary>
    /// True to send the misspelt names that Intercom's tables print in place of the corrected ones: worth one more try after
    /// the error <c>invalid_field</c> when <see cref="QueryPlan.HasPrintedNames"/> says that there are any.
    /// </summary>
    public bool UsePrintedNames { get; init; }

    /// <summary>The same knowledge for another version of the API.</summary>
    internal QueryOptions For(string version) => new()
    {
        ApiVersion = version, AttributeTypes = AttributeTypes, Exact = Exact, TimeZone = TimeZone, WorkspaceTimeZone = WorkspaceTimeZone,
        NamesAreLookedUp = NamesAreLookedUp, UsePrintedNames = UsePrintedNames,
    };
}
