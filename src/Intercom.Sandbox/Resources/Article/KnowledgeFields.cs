using System.Net;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The fields that articles and internal articles have since version 2.16.</summary>
internal static class KnowledgeFields
{
    private static readonly string[] Availability = ["ai_chatbot_availability", "ai_copilot_availability", "ai_sales_agent_availability"];

    /// <summary>Takes the text in Markdown and the availability. A version without them ignores them.</summary>
    public static void Take(Call call, JsonObject fields)
    {
        if (!call.IsAtLeast("2.16")) return;
        if (call.Body["body_markdown"]?.ToString() is { } text)
        {
            if (call.Body["body"] is not null) throw SandboxError.Invalid("body and body_markdown cannot be combined", "body_markdown");
            fields["body_markdown"] = text;
            fields["body"] = Html(text);
        }
        else if (call.Body.ContainsKey("body"))
        {
            fields["body_markdown"] = null;
        }
        foreach (var name in Availability)
        {
            if (call.Body[name] is { } value) fields[name] = value.GetValue<bool>();
        }
    }

    /// <summary>Takes times, which are sent as ISO 8601 and shown in Unix seconds.</summary>
    public static void Schedule(Call call, JsonObject fields, params string[] names)
    {
        if (!call.IsAtLeast("2.16")) return;
        foreach (var name in names)
        {
            if (!call.Body.TryGetPropertyValue(name, out var value)) continue;
            if (value is null)
            {
                fields[name] = null;
                continue;
            }
            if (!DateTimeOffset.TryParse(
                value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                    || time.ToUnixTimeSeconds() <= call.Data.Now)
            {
                throw SandboxError.Invalid($"{name} must be a time in the future, in ISO 8601", name);
            }
            fields[name] = time.ToUnixTimeSeconds();
        }
    }

    /// <summary>Headings and paragraphs, as much as a rehearsal needs.</summary>
    private static string Html(string markdown) => string.Concat(markdown.Replace("\r", "")
        .Split(["\n\n"], StringSplitOptions.RemoveEmptyEntries)
        .Select(block => block.Trim()).Where(block => block.Length > 0).Select(block =>
        {
            var level = block.TakeWhile(letter => letter == '#').Count();
            var (tag, text) = level is > 0 and < 7 ? ($"h{level}", block.Substring(level).Trim()) : ("p", block);
            return $"<{tag}>{WebUtility.HtmlEncode(text)}</{tag}>";
        }));
}
