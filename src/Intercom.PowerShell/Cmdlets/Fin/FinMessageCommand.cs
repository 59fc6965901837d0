using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>What the cmdlets that talk to Fin share: the message, the person, the attachments.</summary>
public abstract class FinMessageCommand : IntercomWriteCommand
{
    private const int MostAttributes = 10;
    private static readonly object Lock = new();
    private static DateTime _last;

    /// <summary>Your own id of the conversation with Fin; not that of a conversation in the inbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), Alias("ConversationId"), ValidateNotNullOrEmpty, Body("conversation_id"), Trim]
    public string? FinConversationId { get; set; }

    /// <summary>What the person says; plain text or HTML.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("message.body")]
    public string? Body { get; set; }

    /// <summary>Your own id of the person.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("user.id"), Trim]
    public string? UserId { get; set; }

    /// <summary>The person's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("user.name")]
    public string? UserName { get; set; }

    /// <summary>The person's e-mail address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("user.email"), Trim]
    public string? UserEmail { get; set; }

    /// <summary>What Fin should know of the person, by name; ten at most.</summary>
    [Parameter, Body("user.attributes"), Table]
    public Hashtable? UserAttribute { get; set; }

    /// <summary>Who wrote the message: user (default), agent or fin.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("user", "agent", "fin"), ArgumentCompleter(typeof(FinAuthorCompleter)), Body("message.author")]
    public string? Author { get; set; }

    /// <summary>When the message was written; by default now, set before the first try. Fin takes a message with the same time for the same message, for five minutes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), DateInput]
    public DateTime? Timestamp { get; set; }

    /// <summary>The addresses of files to attach; ten attachments at most.</summary>
    [Parameter, WebAddress(IsFile = true)]
    public Uri[]? AttachmentUrl { get; set; }

    /// <summary>Files of this computer to attach, by path or from Get-ChildItem; ten attachments at most.</summary>
    [Parameter, AttachmentFile]
    public object[]? Attachment { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        Limit(nameof(UserAttribute), UserAttribute);
        var attachments = (AttachmentUrl?.Length ?? 0) + (Attachment?.Length ?? 0);
        if (attachments > AttachmentFileAttribute.Most) throw new ArgumentException($"{attachments} attachments were given; Fin takes {AttachmentFileAttribute.Most} with a message.");
        return base.PlanWork(input).Select(work => work.Change(Complete).To(Conversation(FinConversationId)) with { Doing = $"Reply {WorkText.Quoted(Body)} to {Conversation(FinConversationId)}" });

        void Complete(JsonObject body)
        {
            body["message"]!["author"] ??= "user";
            body["message"]!["timestamp"] = Written(input.Has(nameof(Timestamp)) && Timestamp is { } at ? at : Now());
            var files = (AttachmentUrl ?? []).Select(url => (JsonNode)new JsonObject { ["type"] = "url", ["url"] = url.ToString() }).Concat((Attachment ?? []).Select(file =>
            {
                var content = (JsonObject)PlainValue.ToNode(WireBody.Unwrap(file))!;
                content["type"] = "file";
                return content;
            })).ToArray();
            if (files.Length > 0) body["attachments"] = new JsonArray(files);
        }
    }

    /// <summary>A conversation with Fin; what is sent to one keeps its order.</summary>
    internal static ApiResource Conversation(string? id) => new("Fin conversation", id);

    /// <summary>The time of a message whose time is not given: a millisecond of its own for each, since two messages of one time are one message to Fin.</summary>
    private static DateTime Now()
    {
        lock (Lock)
        {
            var now = DateTime.UtcNow;
            now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
            return _last = now > _last ? now : _last.AddMilliseconds(1);
        }
    }

    /// <summary>Fin's times are ISO with milliseconds.</summary>
    private protected static string Written(DateTime at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private protected static void Limit(string parameter, Hashtable? attributes)
    {
        if (attributes?.Count > MostAttributes) throw new ArgumentException($"-{parameter} holds {attributes.Count} attributes; Fin takes {MostAttributes}. Leave out those that matter least.");
    }
}

/// <summary>Completes who wrote a message to Fin.</summary>
internal sealed class FinAuthorCompleter() : WordCompleter("user", "agent", "fin");
