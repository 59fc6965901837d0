using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>The scroll over all companies.</summary>
internal static class CompanyScrollRoutes
{
    private const int ScrollPage = 100;
    private const long ScrollLife = 60;

    public static void Add(Router router)
    {
        router.Add("GET", "companies/scroll", Scroll);
    }

    /// <summary>One scroll at a time. It ends with an empty page, or after a minute without use.</summary>
    private static Reply Scroll(Call call)
    {
        var table = call.Data.Table("scrolls");
        foreach (var old in table.All.Where(scroll => call.Data.Now - scroll.Number("used_at") > ScrollLife).ToList()) table.Remove(old);
        Entity current;
        if (call.Parameter("scroll_param") is { } key)
        {
            current = table.Find(key) ?? throw new SandboxError(404, "not_found", "scroll parameter not found");
        }
        else
        {
            if (table.Count > 0) throw new SandboxError(400, "scroll_exists", "scroll already exists for this workspace");
            current = call.Data.Create("scrolls", "scroll-" + call.Data.NextNumber("scrolls", 1), new JsonObject());
            current.Linked("companies").AddRange(
                CompanyRoutes.Visible(call.Data).OrderBy(company => company.Sequence).Select(company => company.Id));
        }
        var ids = current.Linked("companies");
        var page = ids.Take(ScrollPage).ToList();
        ids.RemoveRange(0, page.Count);
        current.Fields["used_at"] = call.Data.Now;
        if (page.Count == 0) table.Remove(current);
        var answer = new JsonObject
        {
            ["type"] = "list",
            ["data"] = Lists.Array(
                page.Select(id => call.Data.Companies.Find(id)).OfType<Entity>().Select(company => CompanyRoutes.Show(call.Data, company))),
            ["pages"] = null, ["total_count"] = null,
        };
        // The scroll has ended with the empty page, and there is nothing to go on with.
        if (page.Count > 0) answer["scroll_param"] = current.Id;
        return answer;
    }
}
