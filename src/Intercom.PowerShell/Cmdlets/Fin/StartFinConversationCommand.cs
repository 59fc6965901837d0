using System.Collections;
using Intercom.Dates;

namespace Intercom.PowerShell;

/// <summary>Starts a conversation with Fin from a person's message, with the messages before it.</summary>
/// <remarks>
/// Fin answers by webhook, or at the SseSubscriptionUrl of the response. That URL contains a token, so do not log it. A message is never
/// sent twice. When its outcome is unknown, the error reports that. Within five minutes, Fin treats a message with the same -Timestamp as
/// the same message. Intercom must enable the Fin API for your workspace.
/// </remarks>
/// <example>
/// <para>Starts a conversation with Fin.</para>
/// <code>Start-IntercomFinConversation ext-1 'How do I export my data?' user-1</code>
/// <outcome>$output[0].FinConversationId -eq 'ext-1' -and $output[0].UserId -eq 'user-1'</outcome>
/// </example>
/// <example>
/// <para>Starts a conversation, and includes the messages before it.</para>
/// <code>
/// $history = @(
///     @{ author = 'user'; body = 'Export?'; timestamp = '2026-05-01T09:00Z' }
///     @{ author = 'agent'; body = 'Yes.'; timestamp = '2026-05-01T09:01Z' }
/// )
/// Start-IntercomFinConversation ext-2 'How often?' user-1 -History $history
/// </code>
/// <outcome>$output[0].FinConversationId -eq 'ext-2' -and $writes.Count -eq 1</outcome>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "IntercomFinConversation", SupportsShouldProcess = true), OutputType(typeof(FinAnswer))]
[Operation("POST", "fin/start")]
public sealed class StartFinConversationCommand : FinMessageCommand
{
    private const int MostHistory = 10;
    private static readonly string[] HistoryKeys = ["author", "body", "timestamp"];

    /// <summary>Attributes that describe the conversation to Fin, by name. At most ten.</summary>
    [Parameter, Body("conversation_metadata.attributes"), Table]
    public Hashtable? ConversationAttribute { get; set; }

    /// <summary>
    /// The messages before this one, oldest first: @{ author = 'user'; body = '...'; timestamp = (Get-Date) }. At most ten. Other keys are
    /// rejected.
    /// </summary>
    [Parameter, ValidateNotNullOrEmpty]
    public Hashtable[]? History { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var planned = base.PlanWork(input);
        Limit(nameof(ConversationAttribute), ConversationAttribute);
        if (History?.Length > MostHistory) throw CommandErrors.HistoryTooLong(History.Length, MostHistory);
        foreach (var message in History ?? [])
        {
            if (message.Keys.Cast<object>()
                .FirstOrDefault(key => !HistoryKeys.Contains(key.ToString(), StringComparer.OrdinalIgnoreCase)) is { } unknown)
            {
                var near = NearMatch.Of(unknown.ToString()!, HistoryKeys);
                throw CommandErrors.UnknownHistoryKey(unknown.ToString()!, near.FirstOrDefault());
            }
            if (message["body"] is null || message["author"]?.ToString() is not ("user" or "agent" or "fin"))
            {
                throw CommandErrors.IncompleteHistory();
            }
        }
        return planned.Select(work => (History is null
            ? work : work.Change(body => AddHistory(body, History))) with { Doing =
            $"Start {work.Resource} with {WorkText.Quoted(Body)}" });
    }

    private static void AddHistory(JsonObject body, Hashtable[] history)
    {
        // Messages without a time get times before this message, one second apart.
        var said = DateTimeOffset.Parse(body["message"]!["timestamp"]!.ToString(), CultureInfo.InvariantCulture).UtcDateTime;
        var messages = history.Select((message, place) => (JsonNode)new JsonObject
        {
            ["author"] = message["author"]!.ToString(), ["body"] = message["body"]!.ToString(),
            ["timestamp"] = TimeOf(message) ?? Written(said.AddSeconds(place - history.Length)),
        });
        WireBody.Put(body, "conversation_metadata.history", new JsonArray(messages.ToArray()));
    }

    /// <summary>The time of a message in Fin's format. Text in UTC is kept unchanged.</summary>
    private static string? TimeOf(Hashtable message)
    {
        if (WireBody.Unwrap(message["timestamp"]) is not { } given) return null;
        try
        {
            var read = DateReader.Read(given);
            return given is string text && text.EndsWith("Z", StringComparison.Ordinal) ? text : Written(read.Moment.UtcDateTime);
        }
        catch (DateException failure)
        {
            throw CommandErrors.InHistory(failure.Fault, failure);
        }
    }
}
