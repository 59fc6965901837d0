namespace Intercom.Client.Tests.Models;

public class TeamTests
{
    [Fact]
    public void Reads_a_team()
    {
        var team = Wire.Read<Team>(
            """
            {"type": "team", "id": 7, "name": "Billing", "admin_ids": [9001], "assignment_limit": 10,
             "distribution_method": "load_balanced", "admin_priority_level": {"primary_admin_ids": [9001],
             "secondary_admin_ids": []}}
            """);

        Assert.Equal("7", team.Id);
        Assert.Equal(["9001"], team.AdminIds!);
        Assert.Equal(10, team.AssignmentLimit);
        Assert.Equal("load_balanced", team.DistributionMethod);
        Assert.Equal("primary: 9001; secondary: ", team.AdminPriorityLevel!.ToString());
        Assert.Equal("Billing", team.ToString());
    }
}
