using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Changes the availability, the audiences or the tags of many items of content.</summary>
/// <remarks>
/// Intercom performs the change later, and does not report its result. A request has up to 1,000 items, and each kind of change is one
/// request. Items of a type that a change does not accept are errors, because Intercom ignores them silently.
/// </remarks>
/// <example>
/// <para>Makes all internal articles available to Copilot, and not to Fin.</para>
/// <code>
/// Search-IntercomContent -ContentType internal_article |
///     Set-IntercomContent -Copilot $true -AiAgent $false
/// </code>
/// <outcome>
/// $writes.Count -eq 1
/// @(Search-IntercomContent -ContentType internal_article -Copilot $true).Count -eq @(Get-IntercomInternalArticle).Count
/// </outcome>
/// </example>
/// <example>
/// <para>Adds a tag to all content that mentions refunds.</para>
/// <code>
/// Search-IntercomContent refunds | Set-IntercomContent -AddTag VIP
/// </code>
/// <outcome>$writes.Count -eq 1 -and (Search-IntercomContent -Tag VIP).Title -contains 'Refunds'</outcome>
/// </example>
[Cmdlet(VerbsCommon.Set, "IntercomContent", SupportsShouldProcess = true), OutputType(typeof(ContentBulkAction))]
[Operation("POST", "content/bulk_actions", Retry = RetryClass.Idempotent, Since = "2.16")]
public sealed class SetContentCommand : ContentActionCommand
{
    /// <summary>The largest number of tags in one request.</summary>
    private const int MostTags = 100;

    /// <summary>Whether Fin may use the items.</summary>
    [Parameter, Truth]
    public bool? AiAgent { get; set; }

    /// <summary>Whether Copilot may use the items.</summary>
    [Parameter, Truth]
    public bool? Copilot { get; set; }

    /// <summary>Whether the sales agent may use the items.</summary>
    [Parameter, Truth]
    public bool? SalesAgent { get; set; }

    /// <summary>The ids of segments that may use the items in addition.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string[]? AddSegment { get; set; }

    /// <summary>The ids of segments that may no longer use the items.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string[]? RemoveSegment { get; set; }

    /// <summary>Removes all segments from the items.</summary>
    [Parameter]
    public SwitchParameter RemoveAllSegments { get; set; }

    /// <summary>The tags to add to the items, by name or id. Tags that do not exist are errors.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(NameCompleter<Tag>))]
    public string[]? AddTag { get; set; }

    /// <summary>The tags to remove from the items, by name or id. -AddTag and -RemoveTag have at most 100 different tags.</summary>
    [Parameter, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(NameCompleter<Tag>))]
    public string[]? RemoveTag { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<ContentAction> Actions()
    {
        var actions = new[] { Availability(), Audience(), Tags() }.OfType<ContentAction>().ToList();
        return actions.Count > 0 ? actions : throw CommandErrors.NothingToChange("-AiAgent, -Copilot, -AddTag or another change");
    }

    private ContentAction? Availability()
    {
        var flags = new JsonObject();
        foreach (var (field, flag) in new[] { ("ai_agent", AiAgent), ("copilot", Copilot), ("sales_agent", SalesAgent) })
        {
            if (flag is { } given) flags[field] = given;
        }
        var words = flags.Select(flag => $"{flag.Key.Replace('_', ' ')} {((bool)flag.Value! ? "on" : "off")}");
        return flags.Count == 0 ? null : ContentAction.Availability with { Value = flags, Change = ": " + string.Join(", ", words) };
    }

    private ContentAction? Audience()
    {
        var change = new JsonObject();
        foreach (var (field, ids) in new[] { ("add_segment_ids", AddSegment), ("remove_segment_ids", RemoveSegment) })
        {
            if (ids is not null) change[field] = new JsonArray([.. ids.Select(id =>
                WireBody.Form("Segment", JsonValue.Create(id.Trim()), WireForm.Integer))]);
        }
        if (RemoveAllSegments) change["remove_all"] = true;
        var words = Words("segments", AddSegment, RemoveSegment) + (RemoveAllSegments ? ", remove all segments" : "");
        return change.Count == 0 ? null : ContentAction.Audience with { Value = change, Change = words };
    }

    private ContentAction? Tags()
    {
        if (AddTag is null && RemoveTag is null) return null;
        var count = (AddTag ?? []).Concat(RemoveTag ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (count > MostTags) throw CommandErrors.TooManyTags(count, MostTags);
        var names = new Dictionary<string, string[]>();
        if (AddTag is not null) names["add_tag_ids"] = AddTag;
        if (RemoveTag is not null) names["remove_tag_ids"] = RemoveTag;
        return ContentAction.Tags with { Value = new JsonObject(), TagNames = names, Change = Words("tags", AddTag, RemoveTag) };
    }

    private static string Words(string what, string[]? added, string[]? removed) => string.Concat(
        added is null ? "" : $", add {what} {string.Join(", ", added)}",
        removed is null ? "" : $", remove {what} {string.Join(", ", removed)}");
}
