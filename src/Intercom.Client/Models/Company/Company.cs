using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>An organization whose people use your product.</summary>
public sealed class Company : IntercomObject
{
    /// <summary>Intercom's id of the company.</summary>
    public string? Id { get; set; }

    /// <summary>The company's id in your own system, which the API calls <c>company_id</c>.</summary>
    [JsonPropertyName("company_id")]
    public string? ExternalCompanyId { get; set; }

    /// <summary>The company's name.</summary>
    public string? Name { get; set; }

    /// <summary>The id of the workspace that the company belongs to.</summary>
    public string? AppId { get; set; }

    /// <summary>The company's plan. <see cref="PlanName"/> is its name.</summary>
    public Plan? Plan { get; set; }

    /// <summary>When the company was created in your own system.</summary>
    public DateTime? RemoteCreatedAt { get; set; }

    /// <summary>When the company was added to Intercom.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the company was last changed.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>When one of the company's people last used your product.</summary>
    public DateTime? LastRequestAt { get; set; }

    /// <summary>How many people work for the company.</summary>
    public long? Size { get; set; }

    /// <summary>The address of the company's website, as it was given.</summary>
    public string? Website { get; set; }

    /// <summary>The industry that the company is in.</summary>
    public string? Industry { get; set; }

    /// <summary>How much the company brings in a month, in your own currency.</summary>
    public double? MonthlySpend { get; set; }

    /// <summary>How many sessions the company's people had.</summary>
    public long? SessionCount { get; set; }

    /// <summary>How many contacts belong to the company.</summary>
    public long? UserCount { get; set; }

    /// <summary>The custom attributes by name. Dates are Unix seconds, as Intercom sends them.</summary>
    public AttributeBag? CustomAttributes { get; set; }

    /// <summary>The company's tags.</summary>
    public ItemList<Tag>? Tags { get; set; }

    /// <summary>The segments that the company is in.</summary>
    public ItemList<Segment>? Segments { get; set; }

    /// <summary>The name of the company's plan. Null when it has none.</summary>
    [JsonIgnore]
    public string? PlanName => Plan?.Name;

    /// <summary>The company's name or id.</summary>
    public override string ToString() => FirstOf(Name, ExternalCompanyId, Id);
}

/// <summary>The plan that a company is on.</summary>
public sealed class Plan : IntercomObject
{
    /// <summary>Intercom's id of the plan.</summary>
    public string? Id { get; set; }

    /// <summary>The plan's name.</summary>
    public string? Name { get; set; }

    /// <summary>The plan's name or id.</summary>
    public override string ToString() => FirstOf(Name, Id);
}
