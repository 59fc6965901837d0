using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// The base class of cmdlets that change many items of content with few requests. The inputs are collected, and each request has up to
/// 1,000 of them.
/// </summary>
public abstract class ContentActionCommand : IntercomWriteCommand
{
    private const int MostItems = 1000;
    private readonly Dictionary<string, ContentBatch> _batches = new(StringComparer.Ordinal);
    private CommandInput? _last;

    /// <summary>The ids of items of the type of -Type. Results of Search-IntercomContent are piped instead.</summary>
    [Parameter(Position = 0), Alias("Id"), ValidateNotNullOrEmpty]
    public string[]? ContentItemId { get; set; }

    /// <summary>
    /// The type of the items of -ContentItemId: article, article_content (an article in one language), internal_article, content_snippet,
    /// external_content or file_source_content.
    /// </summary>
    [Parameter, ArgumentCompleter(typeof(ContentTypeCompleter))]
    [OneOf("article_content", "article", "internal_article", "content_snippet", "external_content", "file_source_content")]
    public string? Type { get; set; }

    /// <summary>Returns Intercom's answer, which says that the action waits to be performed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The actions of the command line.</summary>
    private protected abstract IEnumerable<ContentAction> Actions();

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var items = ContentTarget.Of(input.Piped, Type, ContentItemId);
        // All actions accept the items before one of them collects any.
        var wanted = Actions().Select(action => (Action: action, Targets: items.SelectMany(action.TargetsOf).ToList())).ToList();
        _last = input;
        foreach (var (action, targets) in wanted)
        {
            if (!_batches.TryGetValue(action.Name, out var batch)) _batches[action.Name] = batch = new ContentBatch(action);
            batch.Add(targets, input.Target);
            while (batch.Count >= MostItems) yield return Plan(batch, input);
        }
    }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanRest()
    {
        foreach (var batch in _batches.Values.Where(batch => batch.Count > 0)) yield return Plan(batch, _last!);
    }

    private Work Plan(ContentBatch batch, CommandInput input)
    {
        var (targets, inputs) = batch.Take(MostItems);
        // The ids are a part of the input, so that a repeated run with a checkpoint knows the same items.
        var ids = targets.Select(target => $"{target.Type}/{target.Id}").ToArray();
        var all = input.Read(new Dictionary<string, object?>(input.Copy()) { [nameof(ContentItemId)] = ids }) with { Batch = inputs };
        var action = batch.Action;
        var work = base.PlanWork(all).Single().Change(body =>
        {
            body["action"] = action.Name;
            body["content_ids"] = new JsonArray([.. targets.Select(target => target.ToJson())]);
            if (action.Field is { } field) body[field] = action.Value?.DeepClone();
        });
        return work.SentBy((action, targets.Count), static async (sent, request, context) =>
        {
            var answer = await context.SendAsync<ContentBulkAction>(await sent.action.CompleteAsync(request, context).ConfigureAwait(false))
                .ConfigureAwait(false);
            if (answer is not null) (answer.Action, answer.Count) = (sent.action.Name, sent.Count);
            return answer;
        }) with { Doing = action.Doing(targets) };
    }
}

/// <summary>Completes the types of content.</summary>
internal sealed class ContentTypeCompleter() : WordCompleter(
    "article_content", "article", "internal_article", "content_snippet", "external_content", "file_source_content");
