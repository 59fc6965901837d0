using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace Intercom.Shell.Tests;

/// <summary>The stand-ins for pwsh's utility cmdlets; every expected text is what pwsh 7.6 printed for the same script.</summary>
public class EverydayCmdletTests
{
    [Fact]
    public async Task Select_object_stops_what_comes_before_it_and_lets_what_follows_finish() => await Prints(
        "1..5 | ForEach-Object { Write-Host \"<$_>\"; $_ } | Select-Object -Skip 1 -First 1 | ForEach-Object { \"got $_\" } -End { 'end' }",
        "<1>\n<2>\ngot 2\nend\n");

    [Fact]
    public async Task Select_object_projects_expands_and_leaves_out_repeats() => await Prints(
        """
        [pscustomobject]@{ Aa = 1; Ab = 'x'; C = 3, 4 } | Select-Object A*, @{ n = 'Up'; e = { $_.Ab.ToUpper() } }, Missing | ForEach-Object { "$_" }
        [pscustomobject]@{ C = 3, 4 } | Select-Object -ExpandProperty C
        'a', 'A', 'a' | Select-Object -Unique
        """,
        "@{Aa=1; Ab=x; Up=X; Missing=}\n3\n4\na\nA\n");

    [Fact]
    public async Task Sort_object_sorts_by_several_keys_and_keeps_the_order_of_equals() => await Prints(
        """
        @{ N = 1; W = 'b' }, @{ N = 2; W = 'a' }, @{ N = 3; W = 'B' }, @{ N = 2; W = 'A' } | ForEach-Object { [pscustomobject]$_ } |
            Sort-Object W, @{ e = 'N'; Descending = $true } | ForEach-Object { "$($_.W)$($_.N)" }
        3, 1, 2, 3 | Sort-Object -Descending -Unique
        """,
        "a2\nA2\nB3\nb1\n3\n2\n1\n");

    [Fact]
    public async Task Format_list_and_format_table_are_the_engines_own() => await Prints(
        "[pscustomobject]@{ Id = 1; Name = 'x'; Rest = 'y' } | Format-Table Name, Id -AutoSize; [pscustomobject]@{ Id = 1; Name = 'x' } | Format-List",
        "\nName Id\n---- --\nx     1\n\n\nId   : 1\nName : x\n\n");

    [Fact]
    public async Task Rows_come_from_csv_text_and_files_with_quotes_and_line_breaks_inside()
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "Id,Name\r\n1,\"a, \"\"b\"\"\"\r\n2\r\n\"3\",\"two\nlines\"\r\n", TestContext.Current.CancellationToken);

            await Prints(
                $$"""
                Import-Csv '{{path}}' | ForEach-Object { "$($_.Id)|$($_.Name)|$($null -eq $_.Name)" }
                'a;b', '1;2' | ConvertFrom-Csv -Delimiter ';' | ForEach-Object { "$_" }
                (Get-Content '{{path}}' -TotalCount 2)[1]
                (Get-Content '{{path}}' -Raw).Length
                """,
                "1|a, \"b\"|False\n2||True\n3|two\nlines|False\n@{a=1; b=2}\n1,\"a, \"\"b\"\"\"\n43\n");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Write_error_blames_the_command_that_called_it() => await Prints(
        """
        function Test-It { [CmdletBinding()] param() Write-Error 'no' -ErrorId My.Id -Category InvalidData -TargetObject 5 }
        Test-It -ErrorAction SilentlyContinue -ErrorVariable failed
        "$($failed.FullyQualifiedErrorId) $($failed.TargetObject) $($failed.CategoryInfo.Category)"
        try { Test-It -ErrorAction Stop } catch { "caught $_" }
        """,
        "My.Id,Test-It 5 InvalidData\ncaught no\n");

    [Fact]
    public async Task Write_host_write_output_and_get_date_print_what_they_print_in_pwsh() => await Prints(
        "Write-Host a (1..3) -Separator '-'; Write-Host -NoNewline b; Write-Host c; Write-Output 1 2; Get-Date '2024-02-03T04:05:06' -Format 'yyyy-MM-dd HH:mm'",
        "a-1-2-3\nbc\n1\n2\n2024-02-03 04:05\n");

    [Fact]
    public async Task Rows_and_text_go_into_files()
    {
        string path = Path.GetTempFileName();
        try
        {
            await Prints(
                $$"""
                [pscustomobject]@{ Id = 1; Name = 'a, "b"'; Gone = $null }, [pscustomobject]@{ Name = 'x'; Id = 2 } | Export-Csv '{{path}}' -NoTypeInformation
                Get-Content '{{path}}'
                'one', 'two' | Set-Content '{{path}}'
                (Get-Content '{{path}}').Count
                """,
                "\"Id\",\"Name\",\"Gone\"\n\"1\",\"a, \"\"b\"\"\",\n\"2\",\"x\",\n2\n");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Group_object_groups_by_a_property_or_a_script_block() => await Prints(
        """
        [pscustomobject]@{ A = 'b'; N = 1 }, [pscustomobject]@{ A = 'a'; N = 2 }, [pscustomobject]@{ A = 'B'; N = 3 } | Group-Object A | ForEach-Object { "$($_.Count) $($_.Name) $($_.Group.N)" }
        1..5 | Group-Object { $_ % 2 } | ForEach-Object { "$($_.Name): $($_.Group)" }
        """,
        "1 a 2\n2 b 1 3\n0: 2 4\n1: 1 3 5\n");

    [Fact]
    public async Task Convert_to_json_writes_values_lists_and_objects() => await Prints(
        """
        [pscustomobject]@{ N = 1; T = 'ä<'; L = @(1, 'x'); H = @{ k = $null }; D = [datetime]::new(2026, 1, 2); E = @() } | ConvertTo-Json
        1, $true, 'x' | ConvertTo-Json -Compress
        @{ a = @{ b = @{ c = @{ d = 1 } } } } | ConvertTo-Json -Compress -Depth 3
        """,
        "{\n  \"N\": 1,\n  \"T\": \"ä<\",\n  \"L\": [\n    1,\n    \"x\"\n  ],\n  \"H\": {\n    \"k\": null\n  },\n  \"D\": \"2026-01-02T00:00:00\",\n  \"E\": []\n}\n[1,true,\"x\"]\n{\"a\":{\"b\":{\"c\":{\"d\":1}}}}\n");

    private static async Task Prints(string script, string expected)
    {
        ShellResult result = await ShellProcess.Run("-Command", script);

        Assert.Equal((0, expected, ""), (result.ExitCode, result.Output, result.Error));
    }
}
