using System.ComponentModel;
using System.Diagnostics;

namespace Intercom.Benchmarks.Subjects;

/// <summary>
/// The official node SDK, in a process that stays: each measurement is one line in and one line out, so that its start-up does not count.
/// </summary>
internal sealed class NodeSdk : IDisposable
{
    private const string Version = "7.0.3";

    private const string Script = """
        const { IntercomClient } = require('intercom-client');
        const client = new IntercomClient({ token: 'tok_bench', baseUrl: process.env.BASE });
        const ids = require('fs').readFileSync('ids.txt', 'utf8').trim().split('\n');
        const jobs = {
          async page() {
            let count = 0;
            for await (const contact of await client.contacts.list({ per_page: 150 })) if (contact.id) count++;
            return count;
          },
          async events(size) {
            for (let i = 0; i < size; i += 16) {
              await Promise.all(ids.slice(i, Math.min(size, i + 16)).map(id =>
                client.events.create({ event_name: 'placed-order', id, created_at: Math.floor(Date.now() / 1000) })));
            }
            return size;
          },
          async byId(size) {
            let count = 0;
            for (const contact_id of ids.slice(0, size)) if ((await client.contacts.find({ contact_id })).id) count++;
            return count;
          },
        };
        require('readline').createInterface({ input: process.stdin }).on('line', async line => {
          const [job, size] = line.split(' ');
          try { console.log(await jobs[job](Number(size))); } catch (error) { console.log('failed ' + String(error).split('\n')[0]); }
        });
        """;

    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private NodeSdk(DirectoryInfo folder, Uri address, IEnumerable<string> ids)
    {
        _folder = folder;
        File.WriteAllText(Path.Combine(folder.FullName, "ids.txt"), string.Join('\n', ids));
        File.WriteAllText(Path.Combine(folder.FullName, "bench.js"), Script);
        var start = new ProcessStartInfo("node", "bench.js") { RedirectStandardInput = true, RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName };
        start.Environment["BASE"] = address.AbsoluteUri.TrimEnd('/');
        _process = Process.Start(start)!;
    }

    /// <summary>Installs the SDK into a temporary folder; returns the reason if that fails.</summary>
    public static (NodeSdk? Sdk, string? Reason) Install(Uri address, IEnumerable<string> ids)
    {
        if (Tools.Version("node") is null) return (null, "node is not installed");
        var folder = Directory.CreateTempSubdirectory("intercom-bench-node");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "package.json"), """{"private":true}""");
            var (code, output) = Tools.Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", folder.FullName, "install", "--no-audit",
                "--no-fund", "intercom-client@" + Version);
            if (code == 0) return (new NodeSdk(folder, address, ids), null);
            folder.Delete(recursive: true);
            return (null, $"npm could not install intercom-client {Version}: {output.Split('\n')[0]}");
        }
        catch (Win32Exception)
        {
            folder.Delete(recursive: true);
            return (null, "npm is not installed");
        }
    }

    /// <summary>Runs page, events or byId and returns the number of items.</summary>
    public long Run(string job, int size = 0)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{job} {size}"));
        var line = _process.StandardOutput.ReadLine();
        return long.TryParse(line, CultureInfo.InvariantCulture, out var count) ? count
            : throw new InvalidOperationException($"The node SDK: {line ?? "ended"}.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(2_000)) _process.Kill();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
