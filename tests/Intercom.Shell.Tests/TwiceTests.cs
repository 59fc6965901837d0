namespace Intercom.Shell.Tests;

/// <summary>
/// The hour that comes twice: whatever form a time of it takes on its way through PowerShell, the same second goes back on the wire.
/// </summary>
public sealed class TwiceTests
{
    private const string Script = """
        $sandbox = Start-IntercomSandbox
        $null = Connect-Intercom -BaseUri $sandbox.BaseUri -Token (ConvertTo-SecureString $sandbox.Token -AsPlainText -Force)
        $web = [System.Net.Http.HttpClient]::new()
        $web.DefaultRequestHeaders.Add('Authorization', "Bearer $($sandbox.Token)")
        $file = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())
        $id = @{ n = 'ContactId'; e = { $_.Id } }
        foreach ($seconds in SECONDS) {
            $made = New-IntercomContact -Email "$seconds@x.example" -SignedUpAt $seconds
            $read = Get-IntercomContact -ContactId $made.Id
            $forms = [ordered]@{
                parameter = { Set-IntercomContact $made.Id -SignedUpAt $read.SignedUpAt }
                row = { $read | Select-Object $id, SignedUpAt | Set-IntercomContact }
                offset = { [pscustomobject]@{ ContactId = $made.Id; SignedUpAt = [DateTimeOffset]$read.SignedUpAt } | Set-IntercomContact }
                further = { Set-IntercomContact $made.Id -AdditionalField @{ signed_up_at = $read.SignedUpAt } }
                json = { $read | ConvertTo-Json | ConvertFrom-Json | Select-Object $id, SignedUpAt | Set-IntercomContact }
                clixml = { $read | Export-Clixml $file; Import-Clixml $file | Select-Object $id, SignedUpAt | Set-IntercomContact }
                csv = { $read | Select-Object $id, @{ n = 'SignedUpAt'; e = { ([DateTimeOffset]$_.SignedUpAt).ToUnixTimeSeconds() } } |
                    Export-Csv $file; Import-Csv $file | Set-IntercomContact }
            }
            foreach ($form in $forms.Keys) {
                Set-IntercomContact $made.Id -SignedUpAt 1700000000
                & $forms[$form]
                $text = $web.GetStringAsync("$($sandbox.BaseUri)contacts/$($made.Id)").Result
                $wire = [regex]::Match($text, '"signed_up_at":(\d+)').Groups[1].Value
                "$seconds $form $wire"
            }
        }
        Remove-Item $file
        """;

    [Theory]
    [InlineData("Europe/Berlin", 1792888200, 1792891800)]
    [InlineData("America/New_York", 1793511000, 1793514600)]
    public async Task A_time_of_the_hour_that_comes_twice_goes_back_as_the_same_second(string zone, long first, long second)
    {
        var script = Script.Replace("SECONDS", $"{first}, {second}", System.StringComparison.Ordinal);
        var result = await ShellProcess.RunWith(new Dictionary<string, string?> { ["TZ"] = zone }, script);
        Assert.Equal("", result.Error);
        string[] forms = ["parameter", "row", "offset", "further", "json", "clixml", "csv"];
        var expected = new[] { first, second }.SelectMany(seconds => forms.Select(form => $"{seconds} {form} {seconds}"));
        Assert.Equal(expected, result.Output.Split('\n', System.StringSplitOptions.RemoveEmptyEntries));
    }
}
