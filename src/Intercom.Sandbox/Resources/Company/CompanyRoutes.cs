using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>Companies, and the companies of contacts.</summary>
internal static class CompanyRoutes
{
    private const int MostPerContact = 1000;

    /// <summary>The fields of a body that are taken as they are. What is done with the others is in <see cref="Change"/>.</summary>
    private static readonly string[] Plain = ["name", "size", "website", "industry", "monthly_spend"];

    private static readonly string[] Writable = [.. Plain, "company_id", "plan", "custom_attributes", "remote_created_at"];

    public static void Add(Router router)
    {
        router.Add("POST", "companies", Upsert);
        router.Add("GET", "companies", Find);
        router.Add("POST", "companies/list", call => Lists.Numbered(
            call, Visible(call.Data, call.Parameter("order") == "asc"), 15, 60, company => Show(call.Data, company)));
        router.Add("GET", "companies/{}", call => Show(call.Data, call.Data.Company(call.Id)));
        router.Add("PUT", "companies/{}", call => Show(call.Data, Change(call, call.Data.Company(call.Id))));
        router.Add("PATCH", "companies/{}", call => Show(call.Data, Change(call, call.Data.Company(call.Id))));
        router.Add("DELETE", "companies/{}", Delete);
        router.Add("GET", "companies/{}/contacts", Contacts);
        router.Add("GET", "contacts/{}/companies", OfContact);
        router.Add("POST", "contacts/{}/companies", Attach);
        router.Add("DELETE", "contacts/{}/companies/{}", Detach);
    }

    public static Entity? ByExternalId(Database data, string? id) =>
        id is null ? null : data.Companies.All.FirstOrDefault(company => company.Text("company_id") == id);

    public static JsonObject Show(Database data, Entity company)
    {
        var shown = (JsonObject)company.Fields.DeepClone();
        shown["user_count"] = data.ContactsOfCompanies.CountOf(company.Id);
        shown["tags"] = Lists.Whole("tag.list", "tags", company.Links("tags").Select(id => Lists.Show(data.Tag(id))));
        shown["segments"] = Lists.Whole(
            "segment.list", "segments", company.Links("segments").Select(id => Lists.Show(data.Segments.Find(id)!)));
        return shown;
    }

    /// <summary>Companies without users are not in the list.</summary>
    public static List<Entity> Visible(Database data, bool ascending = false)
    {
        var seen = data.Companies.All.Where(company => data.ContactsOfCompanies.CountOf(company.Id) > 0)
            .OrderBy(company => company.Sequence);
        return (ascending
            ? seen.OrderBy(company => company.Number("last_request_at"))
            : seen.OrderByDescending(company => company.Number("last_request_at"))).ToList();
    }

    private static Reply Upsert(Call call)
    {
        if (call.Body.FirstOrDefault(field => !Writable.Contains(field.Key)).Key is { } unknown)
        {
            throw new SandboxError(400, "bad_request", $"bad '{unknown}' parameter");
        }
        var key = call.Body["company_id"]?.ToString();
        var company = ByExternalId(call.Data, key);
        if (company is null)
        {
            var now = call.Data.Now;
            var id = call.Data.NextHex("companies");
            company = call.Data.Create("companies", id, Shape.Of("company", new JsonObject
            {
                ["company_id"] = string.IsNullOrEmpty(key) ? id : key, ["id"] = id, ["app_id"] = call.Data.WorkspaceId,
                ["created_at"] = now, ["updated_at"] = now, ["last_request_at"] = now,
            }));
        }
        return Show(call.Data, Change(call, company));
    }

    private static Entity Change(Call call, Entity company)
    {
        var body = call.Body;
        Changes.Take(company.Fields, body, Plain);
        Changes.TakeTimes(company.Fields, body, "remote_created_at");
        if (body.TryGetPropertyValue("plan", out var plan))
        {
            company.Fields["plan"] = plan is null ? new JsonObject() : Plan(plan.ToString());
        }
        Changes.TakeAttributes(call.Data, company.Fields, body, "company");
        company.Fields["updated_at"] = call.Data.Now;
        return company;
    }

    /// <summary>A plan, whose id follows from its name.</summary>
    public static JsonObject Plan(string name) => Shape.Of("plan", new JsonObject
    {
        ["id"] = (2000 + name.Sum(letter => letter) % 1000).ToString(CultureInfo.InvariantCulture), ["name"] = name,
    });

    private static Reply Find(Call call)
    {
        if (call.Parameter("company_id") is { } id)
        {
            return Show(call.Data, ByExternalId(call.Data, id) ?? throw SandboxError.NotFound("company_not_found", "Company"));
        }
        if (call.Parameter("name") is { } name)
        {
            return Show(call.Data, call.Data.Companies.All.FirstOrDefault(company =>
                string.Equals(
                    company.Text("name"),
                    name,
                    StringComparison.OrdinalIgnoreCase)) ?? throw SandboxError.NotFound("company_not_found", "Company"));
        }
        var visible = Visible(call.Data);
        if (call.Parameter("tag_id") is { } tag) visible = visible.Where(company => company.Links("tags").Contains(tag)).ToList();
        else if (call.Parameter("segment_id") is { } segment)
        {
            visible = visible.Where(company => company.Links("segments").Contains(segment)).ToList();
        }
        return Lists.Numbered(call, visible, 15, 60, company => Show(call.Data, company));
    }

    private static Reply Delete(Call call)
    {
        var company = call.Data.Company(call.Id);
        call.Data.Companies.Remove(company);
        foreach (var contact in call.Data.ContactsOfCompanies.Find(company.Id)) contact.Linked("companies").Remove(company.Id);
        return Lists.Deleted(company, "company");
    }

    private static Reply Contacts(Call call)
    {
        var company = call.Data.Company(call.Id);
        return Lists.Cursor(
            "list", "data", call.Data.ContactsOfCompanies.Find(company.Id).ToList(), contact => contact.Sequence, false,
            call.Parameter("starting_after"), call.Number("per_page", 50), 150,
            contact => ContactRoutes.Show(call.Data, contact));
    }

    private static Reply OfContact(Call call)
    {
        var list = Lists.Numbered(
            call, call.Data.Contact(call.Id).Links("companies").Select(id => call.Data.Company(id)).ToList(), 15, 50,
            company => Show(call.Data, company));
        // The description says companies, its recorded example says data, and clients read the one or the other.
        list["companies"] = list["data"]!.DeepClone();
        return list;
    }

    private static Reply Attach(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        var company = call.Data.Company(call.Body["id"]?.ToString() is { Length: > 0 } id ? id : throw NoCompany());
        var companies = contact.Linked("companies");
        if (!companies.Contains(company.Id))
        {
            if (companies.Count >= MostPerContact)
            {
                throw new SandboxError(
                    400, "contact_company_limit_exceeded", $"Contact has reached the maximum of {MostPerContact} company associations");
            }
            companies.Add(company.Id);
        }
        company.Fields["last_request_at"] = call.Data.Now;
        return Show(call.Data, company);
    }

    private static SandboxError NoCompany() => new(400, "parameter_not_found", "company not specified");

    private static Reply Detach(Call call)
    {
        var contact = call.Data.Contact(call.Id);
        var company = call.Data.Company(call.Ids[1]);
        if (!contact.Linked("companies").Remove(company.Id)) throw SandboxError.NotFound("company_not_found", "Company");
        return Show(call.Data, company);
    }
}
