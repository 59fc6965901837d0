namespace Intercom.Query;

/// <summary>A resource that can be searched with a query. Each has its own fields and operators.</summary>
public enum SearchResource
{
    /// <summary>Contacts: users and leads.</summary>
    Contact,

    /// <summary>Conversations.</summary>
    Conversation,

    /// <summary>Tickets.</summary>
    Ticket,
}
