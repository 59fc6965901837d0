using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>A teammate with an account in the workspace.</summary>
public sealed class Admin : IntercomObject
{
    /// <summary>Intercom's id of the admin.</summary>
    public string? Id { get; set; }

    /// <summary>The admin's name.</summary>
    public string? Name { get; set; }

    /// <summary>The admin's email address.</summary>
    public string? Email { get; set; }

    /// <summary>The admin's job title.</summary>
    public string? JobTitle { get; set; }

    /// <summary>True while the admin is set to away.</summary>
    public bool? AwayModeEnabled { get; set; }

    /// <summary>True when new replies go to the default inbox while the admin is away.</summary>
    public bool? AwayModeReassign { get; set; }

    /// <summary>The id of the admin's reason for being away.</summary>
    public string? AwayStatusReasonId { get; set; }

    /// <summary>True when the admin has a paid inbox seat.</summary>
    public bool? HasInboxSeat { get; set; }

    /// <summary>The ids of the teams that the admin is in.</summary>
    public ItemList<string>? TeamIds { get; set; }

    /// <summary>The address of the admin's picture. In lists, only when avatars were requested.</summary>
    [JsonConverter(typeof(Json.ImageUrlConverter))]
    public string? Avatar { get; set; }

    /// <summary>The teams in which the admin has the first or the second priority.</summary>
    public TeamPriorityLevel? TeamPriorityLevel { get; set; }

    /// <summary>True when the email address is verified. Only for the admin of the token.</summary>
    public bool? EmailVerified { get; set; }

    /// <summary>The workspace. Only for the admin of the token (<c>Get-IntercomAdmin -Me</c>).</summary>
    public Workspace? App { get; set; }

    /// <summary>The admin's name, email address or id.</summary>
    public override string ToString() => FirstOf(Name, Email, Id);
}

/// <summary>The teams that an admin is in, by priority.</summary>
public sealed class TeamPriorityLevel : IntercomObject
{
    /// <summary>The ids of the teams whose conversations the admin gets first.</summary>
    public ItemList<string>? PrimaryTeamIds { get; set; }

    /// <summary>The ids of the teams whose conversations the admin receives when no admin of the first rank is available.</summary>
    public ItemList<string>? SecondaryTeamIds { get; set; }

    /// <summary>The team ids of both ranks.</summary>
    public override string ToString() => $"primary: {PrimaryTeamIds}; secondary: {SecondaryTeamIds}";
}

/// <summary>A workspace of Intercom, which the API also calls an app.</summary>
public sealed class Workspace : IntercomObject
{
    /// <summary>The workspace's id, as in the addresses of the inbox.</summary>
    public string? IdCode { get; set; }

    /// <summary>The workspace's name.</summary>
    public string? Name { get; set; }

    /// <summary>Where the workspace's data is kept: <c>US</c>, <c>EU</c> or <c>AU</c>.</summary>
    public string? Region { get; set; }

    /// <summary>The workspace's time zone, such as <c>Europe/Dublin</c>. Searches by date use its days.</summary>
    public string? Timezone { get; set; }

    /// <summary>When the workspace was created.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>True when the Messenger checks who the visitor is.</summary>
    public bool? IdentityVerification { get; set; }

    /// <summary>Intercom's older word for identity verification.</summary>
    public bool? Secure { get; set; }

    /// <summary>The workspace's name or id.</summary>
    public override string ToString() => FirstOf(Name, IdCode);
}
