using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Intercom.Client.Tests.Errors;

/// <summary>
/// The only place where the texts of the client's errors are checked: all factories with sample arguments, against
/// ErrorTexts.txt beside this file. INTERCOM_TEST_TEXTS=write writes it anew.
/// </summary>
public class ErrorTextTests
{
    private static readonly Fault[] Faults = [.. Samples().Select(sample => sample.Fault)];

    private static IEnumerable<(string Factory, Fault Fault)> Samples() =>
        from method in typeof(Intercom.Errors).GetMethods(BindingFlags.Static | BindingFlags.Public)
        where method.ReturnType == typeof(Fault) && method.Name != nameof(Intercom.Errors.InFilter)
        orderby method.Name
        from arguments in Arguments(method.GetParameters())
        select (method.Name, (Fault)method.Invoke(null, arguments)!);

    /// <summary>Each optional argument with and without a value, each truth both ways; the others as in use.</summary>
    private static IEnumerable<object?[]> Arguments(ParameterInfo[] parameters)
    {
        IEnumerable<object?[]> all = [[]];
        foreach (var parameter in parameters)
        {
            all = all.SelectMany(_ => Values(parameter), (before, value) => (object?[])[.. before, value]);
        }
        return all;
    }

    private static object?[] Values(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(bool)) return [true, false];
        if (parameter.ParameterType == typeof(bool?)) return [null, true, false];
        if (parameter.ParameterType == typeof(int)) return [15];
        if (parameter.ParameterType == typeof(DateTimeOffset)) return [new DateTimeOffset(2026, 5, 31, 2, 30, 0, TimeSpan.Zero)];
        if (parameter.ParameterType == typeof(DateTime)) return [new DateTime(2026, 5, 31, 2, 30, 0)];
        if (parameter.ParameterType != typeof(string)) return [new[] { "one", "two" }];
        var sample = parameter.Name switch
        {
            "digits" => "1780212600000",
            "kind" => "admin",
            "remedy" => "Specify a value.",
            var name => $"<{name}>",
        };
        var isOptional = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return isOptional ? [sample, null] : [sample];
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Texts_do_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(Faults.Select(fault => fault.Message), Samples().Select(sample => sample.Fault.Message));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Texts_are_those_of_the_file()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "ErrorTexts.txt");
        var texts = Samples().Select(sample => $"{sample.Fault.Code}: {sample.Fault.Message}").Distinct().ToArray();
        if (Environment.GetEnvironmentVariable("INTERCOM_TEST_TEXTS") == "write") File.WriteAllLines(path, texts);
        Assert.Equal(File.ReadAllLines(path), texts);
    }

    [Fact]
    public void Codes_are_words_in_snake_case() => Assert.All(Faults, fault => Assert.Matches("^[a-z]+(_[a-z]+)*$", fault.Code));

    [Fact]
    public void A_problem_is_one_short_sentence_and_a_remedy_follows() => Assert.All(Faults, fault =>
    {
        Assert.EndsWith(".", fault.Problem, StringComparison.Ordinal);
        Assert.InRange(fault.Problem.Length, 10, 200);
        Assert.DoesNotContain(";", fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Remedy);
    });

    [Fact]
    public void The_English_is_plain() => Assert.All(Faults, fault =>
        Assert.DoesNotMatch(
            @"\b(is no|is none|holds?|takes?|wants?|gives|whatever|asks for)\b", Regex.Replace(fault.Message, "<[a-z]+>", "")));

    [Fact]
    public void Every_code_is_listed_in_the_topic_of_errors()
    {
        var root = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..");
        var topic = File.ReadAllText(Path.Combine(root, "src/Intercom.PowerShell/Module/en-US/about_Intercom_Errors.help.txt"));
        Assert.All(Faults, fault => Assert.Matches($@"\b{fault.Code}\b", topic));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
