using System.Collections.Concurrent;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>The effect of a kind of change, and how to reverse it.</summary>
internal abstract class ChangeKind
{
    private static readonly FieldChange Fields = new();
    private static readonly ConcurrentDictionary<Type, UndoAttribute?> Kinds = new();

    /// <summary>True for a change that can send a message, which its reversal does not take back.</summary>
    public virtual bool HasMessage => false;

    /// <summary>The kind of a change; null for a change that is not reversed.</summary>
    public static ChangeKind? Of(SentChange sent)
    {
        if (sent.Request.Resource?.Id is null || sent.ParameterSet == "Workspace") return null;
        if (Kinds.GetOrAdd(sent.Cmdlet, static cmdlet => cmdlet.GetCustomAttribute<UndoAttribute>()) is { } stated) return stated.Kind;
        return sent.Request.Method == "PUT" && sent.Operation.Method == "PUT" && sent.Body is not null ? Fields : null;
    }

    /// <summary>Why a change that has no kind cannot be reversed.</summary>
    /// <param name="cmdlet">The name of the cmdlet.</param>
    /// <param name="operation">The operation; null for a request without one.</param>
    /// <param name="method">The HTTP method of the request.</param>
    public static string RefusalOf(string cmdlet, OperationAttribute? operation, string method)
    {
        if (operation is null) return "The effect of a request from Invoke-IntercomRequest is not known.";
        switch (cmdlet.Substring(0, cmdlet.IndexOf('-')))
        {
            case "Send" or "Start": return "What was sent cannot be taken back.";
            case "Merge": return "Intercom cannot separate merged contacts.";
            case "New": return method == "POST" ? "Undo does not delete what was created. Use the Remove- cmdlet of its kind."
                : "It changed an existing resource, whose former values are not known.";
            case "Remove" or "Clear" or "Stop": return "Intercom cannot restore what was removed.";
            default: return "Undo does not know a reverse of this change.";
        }
    }

    /// <summary>The fields that the change sets, with their new values. Empty when the effect is not known.</summary>
    public abstract AttributeBag After(SentChange sent);

    /// <summary>The fields whose former values are needed.</summary>
    public virtual IEnumerable<string> Needs(SentChange sent, AttributeBag after) => after.Keys;

    /// <summary>Returns the reversal of a change that was applied.</summary>
    /// <param name="sent">The request that was sent.</param>
    /// <param name="before">The former values of the fields; null when they are not known.</param>
    public abstract Reversal Reverse(SentChange sent, AttributeBag? before);

    /// <summary>The former value of a field, or null; false when it is not known.</summary>
    protected static bool TryGet(AttributeBag? before, string field, out object? value)
    {
        value = null;
        return before is not null && before.TryGetValue(field, out value);
    }
}
