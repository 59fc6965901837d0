namespace Intercom.Query;

/// <summary>A resource that Intercom can search with a query; each has its own fields and operators.</summary>
public enum SearchResource
{
    /// <summary>Contacts: users and leads.</summary>
    Contact,

    /// <summary>Conversations.</summary>
    Conversation,

    /// <summary>Tickets.</summary>
    Ticket,
}
