namespace Intercom.PowerShell;

/// <summary>The effect of a kind of change, and how to reverse it.</summary>
internal abstract class ChangeKind
{
    private static readonly FieldChange Fields = new();
    private static readonly StateChange State = new();
    private static readonly AssigneeChange Assignee = new();

    private static readonly Dictionary<Type, ChangeKind> Kinds = new()
    {
        [typeof(AddTagCommand)] = Tags(typeof(RemoveTagCommand), adds: true),
        [typeof(RemoveTagCommand)] = Tags(typeof(AddTagCommand), adds: false),
        [typeof(AddContactCompanyCommand)] = Companies(typeof(RemoveContactCompanyCommand), adds: true),
        [typeof(RemoveContactCompanyCommand)] = Companies(typeof(AddContactCompanyCommand), adds: false),
        [typeof(AddConversationContactCommand)] = Contacts(typeof(RemoveConversationContactCommand), adds: true),
        [typeof(RemoveConversationContactCommand)] = Contacts(typeof(AddConversationContactCommand), adds: false),
        [typeof(DisableContactCommand)] = new ArchiveChange(typeof(EnableContactCommand), "Unarchive", "it was not archived before"),
        [typeof(EnableContactCommand)] = new ArchiveChange(typeof(DisableContactCommand), "Archive", "it was archived before"),
        [typeof(CloseConversationCommand)] = State,
        [typeof(OpenConversationCommand)] = State,
        [typeof(SuspendConversationCommand)] = State,
        [typeof(SetConversationAssigneeCommand)] = Assignee,
    };

    /// <summary>The kind of a change; null for a change that is not reversed.</summary>
    public static ChangeKind? Of(SentChange sent)
    {
        if (sent.Request.Resource?.Id is null || sent.ParameterSet == "Workspace") return null;
        if (Kinds.TryGetValue(sent.Cmdlet, out var kind)) return kind;
        // A piped article has the published texts, which are not those that the draft had.
        if (sent.Cmdlet == typeof(SetArticleDraftCommand)) return null;
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

    private static MemberChange Tags(Type opposite, bool adds) => new("tags", "tag", "id", "Tag", opposite, adds);

    private static MemberChange Companies(Type opposite, bool adds) => new("companies", "company", "id", "CompanyId", opposite, adds);

    private static MemberChange Contacts(Type opposite, bool adds) =>
        new("contacts", "contact", "customer.intercom_user_id", "ContactId", opposite, adds);
}
