using System.Net;
using Intercom.Sandbox.Store;

namespace Intercom.Sandbox.Resources;

/// <summary>
/// The internet addresses from which the workspace may be used. The sandbox sees every caller at one address of the documentation
/// range.
/// </summary>
internal static class AllowlistRoutes
{
    /// <summary>Where the sandbox sees its callers.</summary>
    private const string Caller = "203.0.113.9";

    public static void Add(Router router)
    {
        router.Add("GET", "ip_allowlist", call => Lists.Show(Entity(call.Data)));
        router.Add("PUT", "ip_allowlist", Update);
    }

    private static Entity Entity(Database data) =>
        data.Table("ip_allowlist").Find("1")
            ?? data.Create("ip_allowlist", "1", Shape.Of("ip_allowlist", []));

    private static Reply Update(Call call)
    {
        var list = Entity(call.Data);
        var addresses = call.Body["ip_allowlist"] as JsonArray ?? (JsonArray)list.Fields["ip_allowlist"]!;
        foreach (var address in addresses)
        {
            if (!IPAddress.TryParse(address?.ToString().Split('/')[0], out _))
            {
                throw new SandboxError(422, "parameter_invalid", $"{address} is not a valid IP address or range", "ip_allowlist");
            }
        }
        var enabled = call.Body["enabled"]?.GetValue<bool>() ?? list.Fields["enabled"]!.GetValue<bool>();
        if (enabled && !addresses.Any(address => Holds(address!.ToString())))
        {
            throw new SandboxError(
                422, "parameter_invalid", $"Your IP ({Caller}) is not on the allowlist. Saving would lock you out of this workspace.");
        }
        list.Fields["enabled"] = enabled;
        list.Fields["ip_allowlist"] = addresses.DeepClone();
        return Lists.Show(list);
    }

    private static bool Holds(string range)
    {
        var words = range.Split('/');
        var (start, caller) = (IPAddress.Parse(words[0]).GetAddressBytes(), IPAddress.Parse(Caller).GetAddressBytes());
        if (start.Length != caller.Length) return false;
        var prefix = words.Length > 1 ? int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture) : 32;
        return Enumerable.Range(0, prefix).All(bit => ((start[bit / 8] ^ caller[bit / 8]) & (0x80 >> (bit % 8))) == 0);
    }
}
