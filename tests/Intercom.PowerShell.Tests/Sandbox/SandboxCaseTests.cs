namespace Intercom.PowerShell.Tests.Sandbox;

/// <summary>The cases in Cases: what a script does on a sandbox of its own, or which error it gets.</summary>
public sealed class SandboxCaseTests
{
    /// <summary>Every case, by its file and title.</summary>
    public static TheoryData<string, string> Cases
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in SandboxCases.Names)
            {
                foreach (var one in SandboxCases.Of(name).All) all.Add(name, one.Title);
            }
            return all;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_script_does_what_its_case_says(string file, string title)
    {
        var cases = SandboxCases.Of(file);
        var one = cases.All.Single(one => one.Title == title);
        using var shell = new Shell();
        shell.Do(cases.Before);
        try
        {
            var outcome = one.Error is null ? shell.Do(one.Script) : shell.Run(one.Script);
            if (one.Error is not null) Assert.Equal(one.Error, outcome.Error.Code());
            if (one.Output is not null) Assert.Equal(one.Output, outcome.Output.Select(item => item?.ToString() ?? ""));
        }
        finally
        {
            shell.Run(cases.After + "\nGet-IntercomConnection | Disconnect-Intercom");
        }
    }

    [Fact]
    public void Every_case_asserts_something_under_a_title_of_its_own() => Assert.All(SandboxCases.Names, name =>
    {
        var cases = SandboxCases.Of(name).All;
        Assert.Equal(cases.Count, cases.Select(one => one.Title).Distinct().Count());
        Assert.All(cases, one => Assert.True(one.Output is not null || one.Error is not null, one.Title));
    });
}
