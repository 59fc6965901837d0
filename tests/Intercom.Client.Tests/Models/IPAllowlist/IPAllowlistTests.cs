namespace Intercom.Client.Tests.Models;

public class IPAllowlistTests
{
    [Fact]
    public void Reads_the_allowlist()
    {
        var list = Wire.Read<IPAllowlist>(
            """{"type": "ip_allowlist", "enabled": true, "ip_allowlist": ["192.0.2.0/24", "198.51.100.7"]}""");

        Assert.True(list.Enabled);
        Assert.Equal(["192.0.2.0/24", "198.51.100.7"], list.Addresses!);
        Assert.Equal("enabled: 192.0.2.0/24, 198.51.100.7", list.ToString());
        Assert.Equal("""{"enabled":true,"ip_allowlist":["192.0.2.0/24","198.51.100.7"],"type":"ip_allowlist"}""", Wire.Write(list));
    }
}
