namespace Intercom.Sandbox.Resources;

/// <summary>Every route of the workspace; one file a resource.</summary>
internal static class AllRoutes
{
    public static void Add(Router router)
    {
        AdminRoutes.Add(router);
        ArticleRoutes.Add(router);
        CompanyRoutes.Add(router);
        ContactRoutes.Add(router);
        ConversationRoutes.Add(router);
        ConversationEditRoutes.Add(router);
        DataRoutes.Add(router);
        EventRoutes.Add(router);
        MessageRoutes.Add(router);
        PeopleRoutes.Add(router);
        TagRoutes.Add(router);
        TicketRoutes.Add(router);
    }
}
