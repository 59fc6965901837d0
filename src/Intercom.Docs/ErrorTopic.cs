using System.Reflection;

namespace Intercom.Docs;

/// <summary>
/// Writes the ids in about_Intercom_Errors: those of every factory of an error in the built module, by category. Each factory is called
/// with sample arguments, so that a new one is listed automatically.
/// </summary>
internal static class ErrorTopic
{
    /// <summary>The heading of the part that is written here.</summary>
    public const string Start = "  IDS OF ERRORS IN THE INPUT";

    /// <summary>The heading after it.</summary>
    public const string End = "  WHICH ERRORS END A COMMAND";

    private const int Width = 78;
    private const string Sample = "1780212600000";

    /// <summary>Where the topic is, from the root of the repository.</summary>
    public static readonly string File = Path.Combine("src", "Intercom.PowerShell", "Module", "en-US", "about_Intercom_Errors.help.txt");

    /// <summary>Returns the topic with the current ids. The module must be loaded.</summary>
    /// <param name="topic">The topic with the ids of an earlier version.</param>
    public static string Write(string topic)
    {
        var (start, end) = (topic.IndexOf(Start + "\n", StringComparison.Ordinal), topic.IndexOf(End + "\n", StringComparison.Ordinal));
        if (start < 0 || end < start) throw new InvalidDataException($"{File} has no headings '{Start.Trim()}' and '{End.Trim()}'.");
        var lines = new List<string>
        {
            Start, "    Nothing was sent. The ids begin with Intercom. and are grouped by category.", "",
        };
        var ids = Ids().ToList();
        foreach (var group in ids.Where(id => !id.IsOfParameter).GroupBy(id => id.Category, id => id.Code)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            lines.Add("    " + group.Key);
            lines.AddRange(Wrapped(group.Distinct().Order(StringComparer.Ordinal)));
            lines.Add("");
        }
        lines.AddRange([
            "    A parameter does not accept its value",
            "        PowerShell itself reports these, in the category InvalidData, with the",
            "        ids ParameterArgumentTransformationError and",
            "        ParameterArgumentValidationError. The code is in",
            "        $_.Exception.InnerException.Code:",
            "",
        ]);
        lines.AddRange(Wrapped(ids.Where(id => id.IsOfParameter).Select(id => id.Code).Distinct().Order(StringComparer.Ordinal)));
        lines.AddRange([
            "",
            "  IDS OF ERRORS IN A REQUEST",
            "    Codes that Intercom returns become ids unchanged, such as",
            "    Intercom.not_found. The module adds the following ids, and invalid_input and",
            "    failed for errors of .NET itself:",
            "",
        ]);
        lines.AddRange(Wrapped(RequestCodes().Order(StringComparer.Ordinal)));
        lines.AddRange(["", "    ended_early is the list of a run that ended early (about_Intercom_Pipelines).", ""]);
        return topic[..start] + string.Join("\n", lines) + "\n" + topic[end..];
    }

    private static IEnumerable<string> Wrapped(IEnumerable<string> codes)
    {
        var line = "       ";
        foreach (var word in string.Join(", ", codes).Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = "       ";
            }
            line += " " + word;
        }
        yield return line;
    }

    private static IEnumerable<(string Code, string Category, bool IsOfParameter)> Ids()
    {
        var module = Loaded("Intercom.PowerShell");
        var record = module.GetType("Intercom.PowerShell.ErrorRecords", throwOnError: true)!.GetMethod("From")!;
        foreach (var error in Errors(Loaded("Intercom.Client").GetType("Intercom.Errors", throwOnError: true)!))
        {
            yield return (new Coded(error).Code, nameof(ErrorCategory.InvalidArgument), false);
        }
        foreach (var error in Errors(module.GetType("Intercom.PowerShell.CommandErrors", throwOnError: true)!))
        {
            var category = ((ErrorRecord)record.Invoke(null, [error, null])!).CategoryInfo.Category;
            yield return (new Coded(error).Code, category.ToString(), error is MetadataException);
        }
    }

    private static IEnumerable<string> RequestCodes() =>
        Loaded("Intercom.Client").GetType("Intercom.RequestCodes", throwOnError: true)!.GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => (string)field.GetRawConstantValue()!);

    private static Assembly Loaded(string name) =>
        Array.Find(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == name)
        ?? throw new InvalidDataException($"{name} is not loaded.");

    /// <summary>What each factory of a class returns. A factory that changes another error has no id of its own.</summary>
    private static IEnumerable<object> Errors(Type factories) =>
        from method in factories.GetMethods(BindingFlags.Static | BindingFlags.Public)
        where method.ReturnType != typeof(string) && !method.GetParameters().Any(parameter => parameter.ParameterType.Name == "Fault")
        from truth in new[] { true, false }
        select method.Invoke(null, [.. method.GetParameters().Select(parameter => Argument(parameter.ParameterType, truth))])!;

    private static object? Argument(Type type, bool truth) =>
        type == typeof(string) ? Sample
        : type == typeof(bool) ? truth
        : type == typeof(Type) ? typeof(string)
        : type == typeof(Exception) ? new InvalidOperationException(Sample)
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.IsAssignableFrom(typeof(string[])) ? new[] { Sample }
        : null;

    private sealed record Coded(object Error)
    {
        public string Code => (string)Error.GetType().GetProperty("Code")!.GetValue(Error)!;
    }
}
