using Intercom.PowerShell;

namespace Intercom;

/// <summary>One change that a cmdlet sent to Intercom, with its outcome.</summary>
public sealed class IntercomChange
{
    private Reversal? _reversal;

    internal IntercomChange(IntercomConnection session, string command, string action)
    {
        (Session, Command, Action) = (session, command, action);
    }

    /// <summary>The position among the changes of the connection, from 1.</summary>
    public int Number { get; internal set; }

    /// <summary>When the response arrived, or the request failed.</summary>
    public DateTime Time { get; internal set; }

    /// <summary>The cmdlet that sent the change.</summary>
    public string Command { get; }

    /// <summary>The kind of the changed resource, such as <c>contact</c>. Null for requests of Invoke-IntercomRequest.</summary>
    public string? Noun { get; internal init; }

    /// <summary>The id of the changed resource. Null when it is not known.</summary>
    public string? ResourceId { get; internal init; }

    /// <summary>The name of the changed resource. Null when it is not known.</summary>
    public string? Name { get; internal init; }

    /// <summary>The kind, id and name of the changed resource.</summary>
    public string? Resource => Noun is null ? null : new Http.ApiResource(Noun, ResourceId, Name).ToString();

    /// <summary>The change in words, as -WhatIf shows it.</summary>
    public string Action { get; }

    /// <summary>
    /// The former values of the changed fields, by their API names. Null when they are not known, because the resource was not piped as an
    /// object that had been read.
    /// </summary>
    public AttributeBag? Before => Known is { Count: > 0 } ? Known : null;

    /// <summary>Applied, Failed, or Unknown (the request was sent, and may or may not have been applied).</summary>
    public string Outcome { get; internal init; } = "";

    /// <summary>Why the change failed, or why its outcome is unknown. Null for a change that was applied.</summary>
    public string? Error { get; internal init; }

    /// <summary>Intercom's id of the request. Null when there was no response, or when it had no id.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; internal init; } = "";

    /// <summary>The path of the request, without the host.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>True when Undo-IntercomChange can reverse the change.</summary>
    public bool CanUndo => Outcome == nameof(RunOutcome.Applied) && UndoneBy is null && Reversal.Refusal is null;

    /// <summary>What Undo-IntercomChange would do, or why it cannot reverse the change.</summary>
    public string Undo => Reversal.Refusal ?? Reversal.Words;

    /// <summary>The number of the change that reversed this one. Null when it was not reversed.</summary>
    public int? UndoneBy => UndoneWith?.Number;

    /// <summary>The number of the change that this one reverses. Null for a change that reverses nothing.</summary>
    public int? Undoes => Undone?.Number;

    /// <summary>The name of the connection.</summary>
    public string Connection => Session.Name;

    internal IntercomConnection Session { get; }

    /// <summary>The known former values; null when the resource was not piped as an object that had been read.</summary>
    internal AttributeBag? Known { get; init; }

    /// <summary>The request, for changes that can be reversed; null for others, whose bodies are not kept.</summary>
    internal SentChange? Sent { get; init; }

    /// <summary>The fields that the change set. Empty when the effect is not known.</summary>
    internal IReadOnlyCollection<string> Fields { get; init; } = [];

    /// <summary>Why the change cannot be reversed, when that is known from the start.</summary>
    internal string? Refusal { get; init; }

    /// <summary>The change that this one reverses.</summary>
    internal IntercomChange? Undone { get; init; }

    /// <summary>The change that reversed this one, completely or with an unknown outcome.</summary>
    internal IntercomChange? UndoneWith { get; set; }

    /// <summary>How to reverse the change. To reverse an undo is to send again what it reversed.</summary>
    internal Reversal Reversal => _reversal ??= Refusal is { } refusal ? Reversal.Refused(refusal)
        : Undone is { } undone ? undone.Performed : Sent!.Kind!.Reverse(Sent, Known);

    /// <summary>The requests of the change itself. A message is not sent again, because an undo does not remove it.</summary>
    private Reversal Performed => Undone is { } undone ? undone.Reversal : new Reversal([Sent!.WithoutMessage()], Action);

    /// <summary>The fields that were sent, until the change is in the log.</summary>
    internal System.Text.Json.Nodes.JsonNode? Body { get; set; }

    /// <summary>Approximate memory that the change keeps, in characters.</summary>
    internal long Size { get; init; }

    /// <summary>Returns the number and the action.</summary>
    public override string ToString() => $"change {Number} ({Action})";
}
