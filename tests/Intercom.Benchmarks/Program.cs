using Intercom.Benchmarks;
using Intercom.Benchmarks.Micro;
using Intercom.Benchmarks.Rows;
using Intercom.Benchmarks.Server;

Module.ResolveAssemblies();
switch (args)
{
    case ["serve"]:
        await BenchmarkServer.RunAsync();
        return 0;
    case ["import", var manifest]:
        return Probes.Import(manifest);
    case ["memory", var address, var count, var more]:
        return Probes.Memory(new Uri(address), long.Parse(count, CultureInfo.InvariantCulture), more);
    case ["micro", ..]:
        return MicroRun.Run(args[1..]);
    case ["--help" or "-h" or "-?"]:
        Console.WriteLine(Options.Usage);
        return 0;
}

Options options;
Row[] rows = [new PagingRow(0), new PagingRow(50), new EventsRow(), new ByIdRow(), new FirstRow(), new ImportRow(), new MemoryRow(),
    new QueryRow()];
try
{
    options = Options.Read(args);
    var unknown = options.Only.Except(rows.Select(row => row.Name)).FirstOrDefault();
    if (unknown is not null)
        throw new ArgumentException($"There is no row '{unknown}'. There are: {string.Join(", ", rows.Select(row => row.Name))}.");
}
catch (ArgumentException failure)
{
    Console.Error.WriteLine(failure.Message);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

var lines = new List<Line>();
using (var bench = new Bench(options))
{
    foreach (var row in rows.Where(row => options.Only.Length == 0 || options.Only.Contains(row.Name)))
    {
        Console.Error.WriteLine($"{row.Name} ...");
        lines.AddRange(row.Measure(bench));
    }
}
Console.WriteLine(Report.Machine());
Console.WriteLine();
Report.Print(lines, options.Markdown, Console.Out);
return 0;
