using System.Collections;
using Intercom.Http;
using Intercom.Json;

namespace Intercom.PowerShell;

/// <summary>The parameters that the cmdlets for messages to Fin share.</summary>
public abstract class FinMessageCommand : IntercomWriteCommand
{
    private const int MostAttributes = 10;
    private static readonly object Lock = new();
    private static DateTime _last;

    /// <summary>Your own id of the conversation with Fin. It is not the id of a conversation in the inbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true), Alias("ConversationId"), ValidateNotNullOrEmpty]
    [Body("conversation_id"), Trim]
    public string? FinConversationId { get; set; }

    /// <summary>The message, as plain text or HTML.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("message.body")]
    public string? Body { get; set; }

    /// <summary>Your own id of the person.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true), ValidateNotNullOrEmpty, Body("user.id"), Trim]
    public string? UserId { get; set; }

    /// <summary>The person's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("user.name")]
    public string? UserName { get; set; }

    /// <summary>The person's email address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("user.email"), Trim]
    public string? UserEmail { get; set; }

    /// <summary>Attributes that describe the person to Fin, by name. At most ten.</summary>
    [Parameter, Body("user.attributes"), Table]
    public Hashtable? UserAttribute { get; set; }

    /// <summary>The author of the message: user (default), agent or fin.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("user", "agent", "fin"), ArgumentCompleter(typeof(FinAuthorCompleter))]
    [Body("message.author")]
    public string? Author { get; set; }

    /// <summary>
    /// When the message was written. The default is now, set before the first attempt. For five minutes, Fin treats a message with the same
    /// time as the same message.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), DateInput]
    public DateTime? Timestamp { get; set; }

    /// <summary>The URLs of files to attach. A message can have at most ten attachments.</summary>
    [Parameter, WebAddress(IsFile = true)]
    public Uri[]? AttachmentUrl { get; set; }

    /// <summary>Files on this computer to attach, by path or from Get-ChildItem. A message can have at most ten attachments.</summary>
    [Parameter, AttachmentFile]
    public object[]? Attachment { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        Limit(nameof(UserAttribute), UserAttribute);
        var attachments = (AttachmentUrl?.Length ?? 0) + (Attachment?.Length ?? 0);
        if (attachments > AttachmentFileAttribute.Most)
        {
            throw CommandErrors.TooManyAttachments(attachments, AttachmentFileAttribute.Most);
        }
        return base.PlanWork(input).Select(
            work => work.Change(Complete).To(
            Conversation(FinConversationId)) with { Doing = $"Reply {WorkText.Quoted(Body)} to {Conversation(FinConversationId)}" });

        void Complete(JsonObject body)
        {
            body["message"]!["author"] ??= "user";
            body["message"]!["timestamp"] = Written(input.Has(nameof(Timestamp)) && Timestamp is { } at ? at : Now());
            var files = (AttachmentUrl ?? []).Select(url => (JsonNode)new JsonObject { ["type"] = "url", ["url"] = url.ToString() })
                .Concat((Attachment ?? []).Select(file =>
            {
                var content = (JsonObject)PlainValue.ToNode(WireBody.Unwrap(file))!;
                content["type"] = "file";
                return content;
            })).ToArray();
            if (files.Length > 0) body["attachments"] = new JsonArray(files);
        }
    }

    /// <summary>A conversation with Fin. Messages to one conversation keep their order.</summary>
    internal static ApiResource Conversation(string? id) => new("Fin conversation", id);

    /// <summary>
    /// The default time of a message. Each message gets a different millisecond, because Fin treats two messages with the same time as one.
    /// </summary>
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
    private protected static string Written(DateTime at) => at.ToUniversalTime()
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private protected static void Limit(string parameter, Hashtable? attributes)
    {
        if (attributes?.Count > MostAttributes)
        {
            throw CommandErrors.TooManyAttributes(parameter, attributes.Count, MostAttributes);
        }
    }
}

/// <summary>Completes the authors of a message to Fin.</summary>
internal sealed class FinAuthorCompleter() : WordCompleter("user", "agent", "fin");
