using System.Linq;
using System.Text.Json.Nodes;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Articles of the help center.</summary>
internal static class ArticleRoutes
{
    public static void Add(Router router)
    {
        router.Add("GET", "articles", call => Lists.Numbered(call, call.Data.Articles.All.OrderByDescending(article => article.Number("updated_at")).ToList(), 25, 150, AdminRoutes.Show));
        router.Add("GET", "articles/{}", call => AdminRoutes.Show(call.Data.Articles.Find(call.Id) ?? throw SandboxError.NotFound("not_found", "Resource")));
    }
}
