using System.Collections;

namespace Intercom.PowerShell.Tests;

/// <summary>
/// Looks for the token in all that a script leaves behind: output and errors as text and with every property that Format-List * -Force or
/// ConvertTo-Json
/// would show, and the other streams. <see cref="Shell"/> calls it for every script of the suite.
/// </summary>
internal static class TokenScan
{
    private const int Deepest = 6;
    private const int MostObjects = 20_000;

    /// <exception cref="InvalidOperationException">The token is there; it says where.</exception>
    public static void Check(Outcome outcome, string script)
    {
        Check(outcome.Verbose, "the verbose stream", script);
        Check(outcome.Debug, "the debug stream", script);
        Check(outcome.Warnings, "the warnings", script);
        Check(outcome.Progress, "the progress", script);
        foreach (var item in outcome.Output.Take(50)) Check(item, "the output", script);
        foreach (var error in outcome.Errors)
        {
            Check(error.Exception.ToString(), "an exception", script);
            // An error record contains the text of the script; a script that holds the token itself shows its own.
            if (!script.Contains(Shell.Token, StringComparison.Ordinal)) Check(error, "an error record", script);
        }
    }

    /// <exception cref="InvalidOperationException">The token is there; it says where.</exception>
    public static void Check(object? value, string where, string script)
    {
        if (Find(value) is { } path) throw new InvalidOperationException($"The token is in {where}: {path}\n{script}");
    }

    /// <summary>Where a value contains the token. Null if it does not.</summary>
    public static string? Find(object? value)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        return Walk(value, "", 0, seen);
    }

    private static string? Walk(object? value, string path, int depth, HashSet<object> seen)
    {
        if (value is null) return null;
        if (value is string text) return text.Contains(Shell.Token, StringComparison.OrdinalIgnoreCase) ? path + " = " + text : null;
        if (value is ValueType and not IEnumerable && value.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            return null;
        var inner = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (depth > Deepest || seen.Count > MostObjects || inner is Type or System.Reflection.Assembly or System.Reflection.MemberInfo
            or System.Threading.CancellationToken or CommandInfo or PSModuleInfo || !seen.Add(inner)) return null;
        if (inner.ToString() is { } shown && shown.Contains(Shell.Token, StringComparison.OrdinalIgnoreCase))
            return path + " as text = " + shown;
        if (inner is IDictionary map)
        {
            foreach (DictionaryEntry entry in map)
            {
                if ((Walk(entry.Key, path + ".key", depth + 1, seen)
                    ?? Walk(entry.Value, $"{path}.{entry.Key}", depth + 1, seen)) is { } found) return found;
            }
            return null;
        }
        if (inner is IEnumerable list and not string)
        {
            var at = 0;
            foreach (var item in list)
            {
                if (Walk(item, $"{path}[{at++}]", depth + 1, seen) is { } found) return found;
                if (at > 200) break;
            }
        }
        foreach (var property in PSObject.AsPSObject(value).Properties)
        {
            object? content;
            try
            {
                content = property.Value;
            }
            catch (Exception failure) when (failure is GetValueException or PSInvalidOperationException or NotSupportedException)
            {
                continue;
            }
            if (Walk(content, path + "." + property.Name, depth + 1, seen) is { } found) return found;
        }
        return null;
    }
}
