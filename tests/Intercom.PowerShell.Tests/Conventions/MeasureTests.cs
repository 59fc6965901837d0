using Intercom.Docs;

namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>The size of files, lines and the write base: what CONTRIBUTING.md asks for, held by numbers that may only shrink.</summary>
public sealed class MeasureTests
{
    [Fact]
    public void No_file_line_or_base_class_is_over_its_limit() => Assert.Empty(Measures.Broken(BuiltModule.Root));

    [Fact]
    public void What_is_allowed_beyond_a_limit_is_a_known_measure_and_beyond_it() =>
        Assert.All(Measures.Allowed(BuiltModule.Root),
            figure => Assert.True(figure.Value > Measures.Limits[figure.Kind], figure.ToString()));

    [Fact]
    public void A_cmdlet_file_is_counted_without_its_parameters()
    {
        string[] file =
        [
            "using System;", "",
            "/// <summary>Gets things.</summary>", "[Cmdlet(VerbsCommon.Get, \"Thing\")]",
            "public sealed class GetThingCommand : PSCmdlet", "{",
            "    /// <summary>The id.</summary>", "    [Parameter(Position = 0), Alias(\"Id\")]", "    [ValidateNotNull]",
            "    public string? ThingId { get; set; }", "",
            "    /// <summary>Not a parameter.</summary>", "    public int Count { get; set; }", "}",
        ];
        Assert.Equal(file.Length - 4, Measures.BesideParameters(file));
    }

    [Fact]
    public void Every_measure_is_taken() =>
        Assert.Equal(Measures.Limits.Keys.Order(), Measures.Of(BuiltModule.Root).Select(figure => figure.Kind).Distinct().Order());
}
