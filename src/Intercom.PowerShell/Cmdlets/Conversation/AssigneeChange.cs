using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Assigns a conversation to an admin, to a team, or to nobody.</summary>
internal sealed class AssigneeChange : ChangeKind
{
    public const string Admin = "admin_assignee_id";
    public const string Team = "team_assignee_id";
    private const string Nobody = "0";

    /// <inheritdoc/>
    public override bool HasMessage => true;

    /// <inheritdoc/>
    public override AttributeBag After(SentChange sent)
    {
        var to = sent.Body?["assignee_id"]?.ToString();
        if (to is null or Nobody) return new AttributeBag { [Admin] = null, [Team] = null };
        return new AttributeBag { [sent.Body?["type"]?.ToString() == "team" ? Team : Admin] = to };
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Needs(SentChange sent, AttributeBag after) => [Admin, Team];

    /// <inheritdoc/>
    public override Reversal Reverse(SentChange sent, AttributeBag? before)
    {
        if (!TryGet(before, Admin, out var formerAdmin) || !TryGet(before, Team, out var formerTeam))
        {
            return Reversal.Refused("The former assignee is not known, because the conversation was not piped as an object.");
        }
        var (admin, team, after) = (IdOf(formerAdmin), IdOf(formerTeam), After(sent));
        var steps = new List<ApiRequest>();
        // Only unassigning clears a field, and it clears both.
        var clears = (after.TryGetValue(Admin, out var nowAdmin) && nowAdmin is not null && admin is null)
            || (after.TryGetValue(Team, out var nowTeam) && nowTeam is not null && team is null);
        if (clears) steps.Add(Assign(sent, "admin", Nobody));
        if (team is not null && (clears || after.ContainsKey(Team))) steps.Add(Assign(sent, "team", team));
        if (admin is not null && (clears || after.ContainsKey(Admin))) steps.Add(Assign(sent, "admin", admin));
        if (steps.Count == 0) return Reversal.Refused($"It changed nothing: {sent.Resource} was not assigned before.");
        var to = string.Join(" and ", new[] { admin is null ? null : $"admin {admin}", team is null ? null : $"team {team}" }
            .Where(name => name is not null));
        return new Reversal(steps, $"Assign {sent.Resource} to {(to.Length == 0 ? "nobody" : to)}"
            + (sent.Body?["body"] is null ? "" : ", and leave its message"));
    }

    private static ApiRequest Assign(SentChange sent, string type, string id) => sent.Opposite(
        typeof(SetConversationAssigneeCommand), "", new JsonObject { ["assignee_id"] = id, ["type"] = type }, sent.Resource.Id!);

    private static string? IdOf(object? value) => value?.ToString() is { Length: > 0 } id and not Nobody ? id : null;
}
