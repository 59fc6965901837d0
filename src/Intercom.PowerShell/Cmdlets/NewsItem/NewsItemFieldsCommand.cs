using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>The parameters that New- and Set-IntercomNewsItem share.</summary>
public abstract class NewsItemFieldsCommand : IntercomWriteCommand
{
    /// <summary>The text. HTML is allowed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body")]
    public string? Body { get; set; }

    /// <summary>The state: draft, or live, which people see in the newsfeeds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("draft", "live"), ArgumentCompleter(typeof(NewsStateCompleter))]
    [Body("state")]
    public string? State { get; set; }

    /// <summary>Whether the news item is published without a badge.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("deliver_silently"), Truth]
    public bool? DeliverSilently { get; set; }

    /// <summary>The labels that people see.</summary>
    [Parameter, Alias("Labels"), Body("labels")]
    public string[]? Label { get; set; }

    /// <summary>The emoji that people can react with, in this order. An empty list removes the reactions.</summary>
    [Parameter, Alias("Reactions"), AllowEmptyCollection, Body("reactions")]
    public string[]? Reaction { get; set; }

    /// <summary>The ids of the newsfeeds that show the news item.</summary>
    [Parameter, IntercomId("NewsfeedId"), ArgumentCompleter(typeof(IdCompleter))]
    public string[]? NewsfeedId { get; set; }

    /// <summary>When the newsfeeds of -NewsfeedId show the news item. For a new item, the default is when it goes live.</summary>
    [Parameter, DateInput]
    public DateTime? PublishedAt { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (PublishedAt is not null && NewsfeedId is null)
        {
            throw CommandErrors.NewsWithoutNewsfeed();
        }
        if (NewsfeedId is null) return base.PlanWork(input);
        return base.PlanWork(input).Select(
            work => work.Change(body => body["newsfeed_assignments"] = new JsonArray([.. NewsfeedId.Select(Assignment)])));
    }

    private JsonObject Assignment(string newsfeed)
    {
        var assignment = new JsonObject { ["newsfeed_id"] = WireBody.Form(
            nameof(NewsfeedId), JsonValue.Create(newsfeed), WireForm.Integer) };
        if (PublishedAt is { } at) assignment["published_at"] = PlainValue.ToNode(at);
        return assignment;
    }
}

/// <summary>Completes the states of news items.</summary>
internal sealed class NewsStateCompleter() : WordCompleter("draft", "live");
