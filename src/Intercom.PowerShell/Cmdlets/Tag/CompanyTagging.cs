using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Adds tags to companies and removes them. Both use one endpoint, which requires the tag's name instead of its id.</summary>
internal static class CompanyTagging
{
    /// <summary>Plans the work for each company and each tag.</summary>
    /// <param name="plan">The operations of the cmdlet.</param>
    /// <param name="stated">The planned work, one item for each tag.</param>
    /// <param name="companies">The companies.</param>
    /// <param name="untag">True to remove the tag.</param>
    public static IEnumerable<Work> Works(CommandPlan plan, IEnumerable<Work> stated, string[] companies, bool untag) =>
        from work in stated
        from company in companies
        select Tagging(work, plan.ResourceOf("CompanyId", company, work.Input.Piped), untag);

    private static Work Tagging(Work work, ApiResource company, bool untag)
    {
        ApiPath.Escape("CompanyId", company.Id);
        var entry = new JsonObject { ["id"] = company.Id };
        if (untag) entry["untag"] = true;
        var request = work.Request.WithBody(new JsonObject { ["companies"] = new JsonArray(entry) });
        return work.With(request).To(company).SentBy(work.Names[0].Name, SendAsync);
    }

    private static async Task<object?> SendAsync(string tag, ApiRequest request, SendContext context)
    {
        // An unknown name would create a tag. Looking it up first makes it an error, as for contacts and conversations.
        var id = await context.Directory.IdAsync(typeof(Tag), tag, context.Sink, context.Cancellation).ConfigureAwait(false);
        var known = (await context.Directory.ListAsync<Tag>(context.Sink, context.Cancellation).ConfigureAwait(false))
            .First(candidate => candidate.Id == id);
        var body = new JsonObject { ["name"] = known.Name, ["companies"] = request.Body!["companies"]!.DeepClone() };
        var answer = (Tag?)await context.SendAsync(request.WithBody(body), typeof(Tag)).ConfigureAwait(false);
        // Since version 2.16, Intercom skips a company that it does not know, and lists those that it has tagged.
        var untag = request.Body["companies"]![0]!["untag"] is not null;
        var company = request.Resource!;
        if (answer?.Companies is { } done && !done.Any(each => each.Id == company.Id && each.Tagged != untag))
        {
            throw CommandErrors.NotTagged(known.Name!, $"{company}", untag);
        }
        return context.PassThru ? await context.SendAsync(CommandPlan.RequestOf<GetCompanyCommand>("Id", request.Resource!.Id!),
            typeof(Company)).ConfigureAwait(false) : answer;
    }
}
