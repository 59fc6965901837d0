namespace Intercom.Reliability.Tests;

/// <summary>How large the tests are: small by default, so that every build runs them; the whole size by environment variables.</summary>
internal static class Size
{
    /// <summary>INTERCOM_TEST_KILLS: how often a run is killed. From 50 on the run has 10,000 rows.</summary>
    public static int Kills => Number("INTERCOM_TEST_KILLS", 5);

    /// <summary>INTERCOM_TEST_WRITES: how many writes the chaos has; a multiple of five.</summary>
    public static int Writes => Number("INTERCOM_TEST_WRITES", 500);

    /// <summary>INTERCOM_TEST_CALLS: how many calls each of the processes makes that share a budget.</summary>
    public static int Calls => Number("INTERCOM_TEST_CALLS", 60);

    /// <summary>INTERCOM_TEST_SEED: the random seed. By default it differs for each run. Every failure reports it.</summary>
    public static int Seed { get; } = Number("INTERCOM_TEST_SEED", Environment.TickCount & 0xFFFFFF);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
        ? number : otherwise;
}
