using System.Diagnostics;

namespace Intercom.Benchmarks.Subjects;

/// <summary>What the source document teaches: a shell script that calls curl for each request and jq for each answer.</summary>
internal sealed class CurlLoop : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("intercom-bench-curl");
    private readonly Uri _address;

    private CurlLoop(Uri address) => _address = address;

    /// <summary>The loop, or the reason why it cannot run.</summary>
    public static (CurlLoop? Loop, string? Reason) Find(Uri address)
    {
        foreach (var tool in new[] { "bash", "curl", "jq" })
        {
            if (Tools.Version(tool) is null) return (null, $"{tool} is not installed");
        }
        return (new CurlLoop(address), null);
    }

    /// <summary>Pages all contacts and prints three of their fields.</summary>
    public long Page() => Run("""
        cursor=''
        while :; do
          curl -s "$BASE/contacts?per_page=150$cursor" -H "Authorization: Bearer $TOKEN" \
            -H 'Accept: application/json' -H 'Intercom-Version: 2.14' > page.json
          jq -c '.data[] | {id, email, name}' page.json
          next=$(jq -r '.pages.next.starting_after // empty' page.json)
          [ -z "$next" ] && break
          cursor="&starting_after=$next"
        done
        """);

    /// <summary>Sends one event for each id.</summary>
    public long Events(IEnumerable<string> ids) => Run("""
        while read -r id; do
          printf '{"event_name":"placed-order","id":"%s","created_at":%s}' "$id" "$(date +%s)" > request.json
          curl -s -X POST "$BASE/events" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
            -H 'Accept: application/json' -H 'Intercom-Version: 2.14' -d @request.json
          echo sent
        done < ids.txt
        """, ids);

    /// <summary>Reads one contact for each id.</summary>
    public long ById(IEnumerable<string> ids) => Run("""
        while read -r id; do
          curl -s "$BASE/contacts/$id" -H "Authorization: Bearer $TOKEN" -H 'Accept: application/json' -H 'Intercom-Version: 2.14' |
              jq -c '{id, email, name}'
        done < ids.txt
        """, ids);

    /// <summary>Runs a script and counts the lines that it prints.</summary>
    private long Run(string script, IEnumerable<string>? ids = null)
    {
        if (ids is not null) File.WriteAllText(Path.Combine(_folder.FullName, "ids.txt"), string.Join('\n', ids) + "\n");
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, WorkingDirectory = _folder.FullName };
        start.Environment["BASE"] = _address.AbsoluteUri.TrimEnd('/');
        start.Environment["TOKEN"] = "tok_bench";
        using var process = Process.Start(start)!;
        long lines = 0;
        while (process.StandardOutput.ReadLine() is not null) lines++;
        process.WaitForExit();
        return process.ExitCode == 0 ? lines
            : throw new InvalidOperationException($"The curl loop ended with exit code {process.ExitCode}.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
