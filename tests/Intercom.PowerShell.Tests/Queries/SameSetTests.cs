namespace Intercom.PowerShell.Tests.Queries;

/// <summary>The same condition as a script block and as Intercom's JSON finds the same contacts.</summary>
public sealed class SameSetTests : IDisposable
{
    private readonly Shell _shell = new();
    private readonly Random _random = new(11);

    public SameSetTests() => _shell.Do("$null = Connect-Intercom -Sandbox -RateLimit 0");

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
    }

    [Fact]
    public void A_script_block_and_its_JSON_find_the_same()
    {
        var found = 0;
        for (var i = 0; i < 300; i++)
        {
            var (block, json) = Condition(_random.Next(3));
            var outcome = _shell.Do(
                "$a = @(Search-IntercomContact ([scriptblock]::Create($args[0])) -WarningAction SilentlyContinue).Id; $b = "
                + "@(Search-IntercomContact $args[1] -WarningAction SilentlyContinue).Id; \"$a\"; \"$b\"", block, json.ToJsonString());
            Assert.True(outcome.Output[0].ToString() == outcome.Output[1].ToString(), $"{block}\n{json.ToJsonString()}");
            if (outcome.Output[0].ToString()!.Length > 0) found++;
        }
        Assert.True(found > 100, $"only {found} conditions found anything");
    }

    private (string Block, JsonObject Json) Condition(int depth)
    {
        if (depth == 0) return Leaf();
        var and = _random.Next(2) == 0;
        var parts = Enumerable.Range(0, 2).Select(_ => Condition(depth - 1)).ToList();
        return (string.Join(and ? " -and " : " -or ", parts.Select(part => $"({part.Block})")),
            new JsonObject { ["operator"] = and ? "AND" : "OR",
            ["value"] = new JsonArray(parts.Select(part => (JsonNode)part.Json).ToArray()) });
    }

    private (string, JsonObject) Leaf()
    {
        var seconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - _random.Next(500) * 86400L;
        (string, string, string, JsonNode?)[] leaves =
        [
            ("$_.Role -eq 'user'", "role", "=", "user"),
            ("$_.Role -ne 'lead'", "role", "!=", "lead"),
            ("$_.Name -like 'A*'", "name", "^", "A"),
            ("$_.Name -like '*a*'", "name", "~", "a"),
            ("$_.Name -notlike '*o*'", "name", "!~", "o"),
            ("$_.Email -like '*.example'", "email", "$", ".example"),
            ("$_.Email -eq $null", "email", "=", null),
            ("$_.Location.City -in 'Dublin', 'Osaka'", "location.city", "IN", new JsonArray("Dublin", "Osaka")),
            ("$_.CustomAttributes.plan -notin 'free', 'pro'", "custom_attributes.plan", "NIN", new JsonArray("free", "pro")),
            ("$_.CustomAttributes.seats -gt 20", "custom_attributes.seats", ">", 20),
            ("$_.CustomAttributes.seats -le 20", "custom_attributes.seats", "<=", 20),
            ("$_.CustomAttributes.trial", "custom_attributes.trial", "=", true),
            ($"$_.CreatedAt -gt {seconds}", "created_at", ">", seconds),
            ($"$_.LastSeenAt -lt {seconds}", "last_seen_at", "<", seconds),
            ("$_.OwnerId -ge 5003", "owner_id", ">=", 5003),
        ];
        var (block, field, operation, value) = leaves[_random.Next(leaves.Length)];
        return (block, new JsonObject { ["field"] = field, ["operator"] = operation, ["value"] = value?.DeepClone() });
    }
}
