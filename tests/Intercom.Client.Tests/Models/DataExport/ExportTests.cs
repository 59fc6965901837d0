namespace Intercom.Client.Tests.Models;

public class ExportTests
{
    [Fact]
    public void Reads_exports()
    {
        var data = Wire.Read<DataExport>(
            """
            {"job_identifier": "j-1", "status": "completed", "download_url": "https://api.example.org/d",
             "download_expires_at": "1704164645"}
            """);
        var pending = Wire.Read<ReportingExport>(
            """{"job_identifier": "j-2", "status": "pending", "download_url": "", "download_expires_at": ""}""");
        var dataset = Wire.Read<ReportingDataset>(
            """
            {"id": "conversation", "name": "Conversations", "default_time_attribute_id": "started_at",
             "attributes": [{"id": "state", "name": "State"}]}
            """);

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1704164645).LocalDateTime, data.DownloadExpiresAt);
        Assert.Equal("j-1: completed", data.ToString());
        Assert.Null(pending.DownloadExpiresAt);
        Assert.Equal("started_at", dataset.DefaultTimeAttributeId);
        Assert.Equal("State", dataset.Attributes!.ToString());
    }
}
