namespace Intercom.Benchmarks;

/// <summary>What the command line says.</summary>
internal sealed record Options
{
    public const string Usage = """
        dotnet run -c Release --project tests/Intercom.Benchmarks [-- options]

          --quick        smaller numbers and fewer rounds: shows that everything runs, not how fast
          --only ROW     one row only: page-0, page-50, events, by-id, first, import, memory, query (may be given several times)
          --markdown     prints the table as Markdown
          micro [...]    BenchmarkDotNet: a contact read, a request bound, a script block translated; what follows goes to BenchmarkDotNet
        """;

    public bool Quick { get; init; }

    public bool Markdown { get; init; }

    public string[] Only { get; init; } = [];

    public int Contacts => Quick ? 3_000 : 20_000;

    public int Events => Quick ? 200 : 2_000;

    public int Ids => Quick ? 100 : 500;

    /// <summary>How often something quick is measured.</summary>
    public int Rounds => Quick ? 1 : 7;

    /// <summary>How often something that takes seconds is measured.</summary>
    public int SlowRounds => Quick ? 1 : 3;

    public int Processes => Quick ? 3 : 10;

    /// <exception cref="ArgumentException">An argument is not known.</exception>
    public static Options Read(string[] arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--quick" => options with { Quick = true },
                "--markdown" => options with { Markdown = true },
                "--only" when i + 1 < arguments.Length => options with { Only = [.. options.Only, arguments[++i]] },
                _ => throw new ArgumentException($"'{arguments[i]}' is not known."),
            };
        }
        return options;
    }
}
