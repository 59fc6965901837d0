namespace Intercom.Sandbox.Resources;

/// <summary>Every route of the workspace, one folder for each noun.</summary>
internal static class AllRoutes
{
    public static void Add(Router router)
    {
        AdminActivityRoutes.Add(router);
        AdminRoutes.Add(router);
        AllowlistRoutes.Add(router);
        ArticleDraftRoutes.Add(router);
        ArticleRoutes.Add(router);
        ArticleVersionRoutes.Add(router);
        AudienceRoutes.Add(router);
        AwayRoutes.Add(router);
        CallRoutes.Add(router);
        CollectionRoutes.Add(router);
        CompanyRoutes.Add(router);
        CompanyScrollRoutes.Add(router);
        ContactMergeRoutes.Add(router);
        ContactRoutes.Add(router);
        ContentRoutes.Add(router);
        ContentSnippetRoutes.Add(router);
        ContentSourceRoutes.Add(router);
        ConversationEditRoutes.Add(router);
        ConversationReplyRoutes.Add(router);
        ConversationRoutes.Add(router);
        CustomObjectRoutes.Add(router);
        DataAttributeRoutes.Add(router);
        DataConnectorRoutes.Add(router);
        EventRoutes.Add(router);
        EventSummaryRoutes.Add(router);
        ExportRoutes.Add(router);
        ExternalPageRoutes.Add(router);
        FinRoutes.Add(router);
        HelpCenterRedirectRoutes.Add(router);
        HelpCenterRoutes.Add(router);
        InternalArticleRoutes.Add(router);
        JobRoutes.Add(router);
        MessageRoutes.Add(router);
        NewTicketRoutes.Add(router);
        NewsRoutes.Add(router);
        NoteRoutes.Add(router);
        OfficeHoursRoutes.Add(router);
        PhoneSwitchRoutes.Add(router);
        SegmentRoutes.Add(router);
        SubscriptionRoutes.Add(router);
        TagRoutes.Add(router);
        TeamRoutes.Add(router);
        TicketChangeRoutes.Add(router);
        TicketRoutes.Add(router);
        TicketTypeRoutes.Add(router);
        VisitorRoutes.Add(router);
    }
}
