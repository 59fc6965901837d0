namespace Intercom.Sandbox.Resources;

/// <summary>Every route of the workspace; one file a resource.</summary>
internal static class AllRoutes
{
    public static void Add(Router router)
    {
        AdminRoutes.Add(router);
        AiContentRoutes.Add(router);
        AllowlistRoutes.Add(router);
        ArticleRoutes.Add(router);
        CallRoutes.Add(router);
        CompanyRoutes.Add(router);
        ContactRoutes.Add(router);
        ConversationRoutes.Add(router);
        ConversationEditRoutes.Add(router);
        DataRoutes.Add(router);
        EventRoutes.Add(router);
        ExportRoutes.Add(router);
        FinRoutes.Add(router);
        HelpCenterRoutes.Add(router);
        MessageRoutes.Add(router);
        NewsRoutes.Add(router);
        JobRoutes.Add(router);
        PeopleRoutes.Add(router);
        TagRoutes.Add(router);
        TicketRoutes.Add(router);
        TicketTypeRoutes.Add(router);
    }
}
