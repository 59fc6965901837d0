using Intercom.Sandbox.Resources;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Seed;

/// <summary>Sample audiences, content snippets and redirects.</summary>
internal static class KnowledgeSamples
{
    private const long Day = 86_400;

    public static void Fill(Database data)
    {
        var at = data.Now - 100 * Day;
        var enterprise = AudienceRoutes.Make(data, "Enterprise accounts", at);
        enterprise.Fields["predicates"] = new JsonArray(Predicate("custom_attributes.plan", "string", "enterprise"));
        enterprise.Fields["role_predicates"] = new JsonArray(Predicate("role", "role", "user"));
        AudienceRoutes.Make(data, "Leads", at).Fields["role_predicates"] = new JsonArray(Predicate("role", "role", "lead"));

        foreach (var (title, locale, text, isUsed) in new[]
        {
            ("Opening hours", "en", "We are open from nine to five.", true),
            ("Refunds", "en", "# Refunds\n\nWe refund within 30 days.", true),
            ("Lieferzeiten", "de", "Pakete kommen in drei Tagen.", false),
        })
        {
            var snippet = ContentSnippetRoutes.Make(data, at);
            (snippet.Fields["title"], snippet.Fields["locale"], snippet.Fields["ai_chatbot_availability"]) = (title, locale, isUsed);
            snippet.Fields["chatbot_availability"] = isUsed ? 1 : 0;
            ContentSnippetRoutes.Write(snippet, text + "\n");
        }

        var center = data.Table("help_centers").All.First();
        HelpCenterRedirectRoutes.Make(data, center, $"{center.Text("url")}/old-contacts", "article", "9007", at);
        HelpCenterRedirectRoutes.Make(data, center, $"{center.Text("url")}/invoices", "collection", "8102", at);
    }

    private static JsonObject Predicate(string attribute, string type, string value) => new()
    {
        ["attribute"] = attribute, ["type"] = type, ["comparison"] = "eq", ["value"] = value,
    };
}
