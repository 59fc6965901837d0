using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>Calls, exports, Fin and the allowlist on the sandbox, all the way round.</summary>
public sealed class CallsRoundTripTests : IDisposable
{
    private readonly Shell _shell = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("intercom").FullName;

    public CallsRoundTripTests() => _shell.Do($"$null = Connect-Intercom -Sandbox; $folder = '{_folder}'");

    [Theory]
    [InlineData("Calls", "$c = Get-IntercomCall; $c.Count -gt 5; $a = @($c | Where-Object State -eq completed)[0]; $a.Duration.TotalSeconds; ($a | Get-IntercomCall).Id -eq $a.Id; $t = $a | Get-IntercomCallTranscript; $t.Lines.Count; $t.Lines[1].Speaker; $t.Lines[1].At.TotalSeconds; $f = $a | Save-IntercomCallRecording $folder; $f.Name -eq \"call-$($a.Id).mp3\"; $f.Length -gt 4000", "True|300|True|4|User|9|True|True")]
    [InlineData("Calls of conversations", "$a = @(Get-IntercomCall | Where-Object State -eq completed)[0]; $s = Search-IntercomCall $a.ConversationId; $s.Id -eq $a.Id; $s.TranscriptStatus; $s.Transcript.Count; @(Get-IntercomConversation -First 60 | Search-IntercomCall).Count -gt 2", "True|completed|4|True")]
    [InlineData("An export in one line", "$f = Start-IntercomDataExport ([datetime]::Now.AddYears(-2)) | Wait-IntercomDataExport | Save-IntercomDataExport $folder/out.csv; $l = [IO.File]::ReadAllLines($f.FullName); $l[0]; $l.Count -gt 10; [IO.Directory]::GetFiles($folder).Count", "user_id,email,content_type,sent_at,first_opened_at|True|1")]
    [InlineData("An export without data", "$f = Start-IntercomDataExport ([datetime]'2001-01-01') ([datetime]'2001-01-02') | Wait-IntercomDataExport | Save-IntercomDataExport $folder/none.csv 3> $null; $null -eq $f; [IO.File]::Exists(\"$folder/none.csv\")", "True|False")]
    [InlineData("A packed export", "$f = Start-IntercomDataExport ([datetime]::Now.AddYears(-2)) | Wait-IntercomDataExport | Save-IntercomDataExport $folder/out.csv.gz; $b = [IO.File]::ReadAllBytes($f.FullName); $b[0]; $b[1]", "31|139")]
    [InlineData("A file is replaced when that is wished", "$e = Start-IntercomDataExport ([datetime]::Now.AddYears(-2)) | Wait-IntercomDataExport; $null = $e | Save-IntercomDataExport $folder/out.csv; [IO.File]::WriteAllText(\"$folder/out.csv\", 'x'); $null = $e | Save-IntercomDataExport $folder/out.csv -Force; [IO.File]::ReadAllLines(\"$folder/out.csv\").Count -gt 10", "True")]
    [InlineData("An export is stopped", "$e = Start-IntercomDataExport ([datetime]::Now.AddYears(-2)); ($e | Stop-IntercomDataExport -PassThru).Status; ($e | Get-IntercomDataExport).Status; (Start-IntercomDataExport ([datetime]::Now.AddYears(-2))).Status", "canceled|canceled|pending")]
    [InlineData("A report in one line", "$f = Get-IntercomReportingDataset conversation | Start-IntercomReportingExport -From ([datetime]::Now.AddYears(-2)) | Wait-IntercomReportingExport -ClientId app1 | Save-IntercomReportingExport $folder/r.csv; $l = [IO.File]::ReadAllLines($f.FullName); $l[0]; $l.Count -gt 10", "conversation_id,conversation_started_at,conversation_state,admin_assignee_id,time_to_admin_reply|True")]
    [InlineData("A ticket made in the background", "$j = New-IntercomTicket 'Customer request' T -ExternalId user-1 -AsJob | Wait-IntercomJob; $j.Status; (Get-IntercomTicket $j.ResourceId).Id -eq $j.ResourceId", "success|True")]
    [InlineData("A ticket made of a conversation", "$v = Get-IntercomConversation -First 1; $t = $v | ConvertTo-IntercomTicket 'Customer request' -TicketAttribute @{ Priority = 'High' }; ($t | Get-IntercomTicket).Id -eq $t.Id; $t.TicketType.Name; ($v | Get-IntercomConversation).Ticket.Id -eq $t.Id", "True|Customer request|True")]
    [InlineData("The allowlist", "(Get-IntercomIPAllowlist).Enabled; (Set-IntercomIPAllowlist -Enabled $true -Address 203.0.113.9 -PassThru -Confirm:$false).Enabled; (Get-IntercomIPAllowlist).Addresses -join ','", "False|True|203.0.113.9")]
    [InlineData("Fin", "(Start-IntercomFinConversation e1 Hi u1).Status; (Send-IntercomFinReply e1 More u1).FinConversationId; (Send-IntercomFinRating e1 good).Rating; (Send-IntercomFinRating e1 amazing -Remark Quick).Status", "thinking|e1|good|rated")]
    [InlineData("The phone switch", "(Send-IntercomPhoneSwitch '+353 87 123 4567').Phone", "+353 87 123 4567")]
    public void The_noun_goes_all_the_way_round(string story, string script, string says) => Assert.Equal($"{story}: {says}", $"{story}: {string.Join("|", _shell.Do(script).Output.Select(item => item?.ToString()))}");

    [Theory]
    [InlineData("$null = Start-IntercomDataExport ([datetime]::Now.AddDays(-9)); Start-IntercomDataExport ([datetime]::Now.AddDays(-9))", "pending")]
    [InlineData("Start-IntercomDataExport ([datetime]::Now.AddDays(-9)) | Save-IntercomDataExport $folder/x.csv", "not found")]
    [InlineData("@(Get-IntercomCall | Where-Object State -eq missed)[0] | Save-IntercomCallRecording $folder/x.mp3", "Recording Not Found")]
    [InlineData("Start-IntercomReportingExport call ([datetime]::Now.AddDays(-9)) -AttributeId nosuch", "nosuch")]
    [InlineData("Set-IntercomIPAllowlist -Enabled $true -Address 198.51.100.1 -Confirm:$false", "lock you out")]
    [InlineData("Send-IntercomFinRating nosuch good", "Conversation not found")]
    [InlineData("$null = Start-IntercomFinConversation e2 Hi u1; $null = Send-IntercomFinRating e2 good -Remark x; Send-IntercomFinRating e2 bad", "can no longer be changed")]
    [InlineData("Get-IntercomConversation -First 1 | ConvertTo-IntercomTicket Bug", "customer ticket type")]
    public void What_the_server_refuses_is_one_error_that_says_why(string script, string says)
    {
        Assert.Contains(says, _shell.Run(script).Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    public void Dispose()
    {
        _shell.Run("Get-IntercomConnection | Disconnect-Intercom");
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
