using System.Reflection;
using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Engine;

/// <summary>
/// The only place where the texts of the cmdlets' errors are checked: all factories with sample arguments, against CommandErrors.txt in
/// Data.
/// INTERCOM_TEST_TEXTS=write writes it anew.
/// </summary>
public class CommandErrorTests
{
    private static readonly (string Code, Exception Error)[] Errors = [.. Samples(CultureInfo.InvariantCulture)];

    private static IEnumerable<(string Code, Exception Error)> Samples(CultureInfo under)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = under;
        try
        {
            return (
                from method in BuiltModule.Assembly.GetType("Intercom.PowerShell.CommandErrors", throwOnError: true)!
                    .GetMethods(BindingFlags.Static | BindingFlags.Public)
                where !method.GetParameters().Any(parameter => parameter.ParameterType.Name == "Fault")
                orderby method.Name
                from truth in new[] { true, false }
                let error = (Exception)method.Invoke(null, [.. method.GetParameters().Select(parameter => Argument(parameter, truth))])!
                select ((string)error.GetType().GetProperty("Code")!.GetValue(error)!, error)).ToList();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>A sample; an optional argument without a value, and a truth, once each way.</summary>
    private static object? Argument(ParameterInfo parameter, bool truth)
    {
        var type = parameter.ParameterType;
        if (type == typeof(bool)) return truth;
        if (type == typeof(Type)) return typeof(string);
        if (type == typeof(int)) return 15;
        if (type == typeof(long)) return 15L;
        if (type == typeof(DateTime)) return new DateTime(2026, 5, 31, 2, 30, 0);
        if (type == typeof(Exception)) return new InvalidOperationException("<reason>");
        if (type == typeof(string))
        {
            var isOptional = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
            return isOptional && !truth ? null : $"<{parameter.Name}>";
        }
        if (!type.IsAssignableFrom(typeof(string[]))) return null;
        return parameter.Name is "similar" or "addresses" && !truth ? Array.Empty<string>() : new[] { "one", "two" };
    }

    [Fact]
    public void Texts_are_those_of_the_file()
    {
        var path = Path.Combine(BuiltModule.Root, "tests", "Intercom.PowerShell.Tests", "Data", "CommandErrors.txt");
        var texts = Errors.Select(error => $"{error.Code}: {error.Error.Message}").Distinct().ToArray();
        if (Environment.GetEnvironmentVariable("INTERCOM_TEST_TEXTS") == "write") File.WriteAllLines(path, texts);
        Assert.Equal(File.ReadAllLines(path), texts);
    }

    [Fact]
    public void A_date_in_ISO_8601_never_has_the_year_of_another_calendar() =>
        Assert.All(Samples(CultureInfo.GetCultureInfo("th-TH")), error => Assert.DoesNotContain("2569-", error.Error.Message,
            StringComparison.Ordinal));

    [Fact]
    public void Codes_are_words_in_snake_case() => Assert.All(Errors, error => Assert.Matches("^[a-z]+(_[a-z]+)*$", error.Code));

    [Fact]
    public void Every_code_is_listed_in_the_topic_of_errors()
    {
        var topic = File.ReadAllText(Path.Combine(
            BuiltModule.Root, "src", "Intercom.PowerShell", "Module", "en-US", "about_Intercom_Errors.help.txt"));
        Assert.All(Errors, error => Assert.Matches($@"\b{error.Code}\b", topic));
    }

    [Fact]
    public void The_English_is_plain() => Assert.All(Errors, error =>
        Assert.DoesNotMatch(
            @"(?<!There )\b(is no|is none|holds?|takes|wants?|gives|whatever|asks for)\b",
                Regex.Replace(error.Error.Message, "<[a-z]+>", "")));
}
