using System.Text;

namespace Intercom.Http;

/// <summary>The one place where values enter a path: each is checked and escaped here.</summary>
public static class ApiPath
{
    /// <summary>Fills <c>{Name}</c> placeholders.</summary>
    /// <param name="template">A path such as <c>contacts/{ContactId}/tags</c>.</param>
    /// <param name="value">Returns the value for a placeholder's name.</param>
    /// <param name="later">Says which placeholders stay for later (see <see cref="Fill"/>).</param>
    /// <exception cref="ArgumentException">
    /// A value is missing, blank, or not an id: it contains a slash, a dot segment or a control character.
    /// </exception>
    public static string Expand(string template, Func<string, string?> value, Func<string, bool>? later = null)
    {
        if (template.IndexOf('{') < 0) return template;
        var path = new StringBuilder(template.Length + 24);
        var position = 0;
        while (position < template.Length)
        {
            var open = template.IndexOf('{', position);
            if (open < 0) break;
            var close = template.IndexOf('}', open);
            var name = template.Substring(open + 1, close - open - 1);
            path.Append(template, position, open - position).Append(
                later?.Invoke(name) == true ? "{" + name + "}" : Escape(name, value(name)));
            position = close + 1;
        }
        return path.Append(template, position, template.Length - position).ToString();
    }

    /// <summary>Fills one placeholder that was left for later.</summary>
    /// <exception cref="ArgumentException">The id is missing, blank, or no id.</exception>
    public static string Fill(string path, string name, string id) => path.Replace("{" + name + "}", Escape(name, id));

    /// <summary>True for an id that is a number, as those of admins, teams, tags and conversations are.</summary>
    public static bool IsNumber(string id) => id.Length > 0 && id.All(letter => letter is >= '0' and <= '9');

    /// <summary>The names of the placeholders in a template, in order.</summary>
    public static string[] Placeholders(string template) =>
        template.Split('{').Skip(1).Select(part => part.Substring(0, part.IndexOf('}'))).ToArray();

    /// <summary>
    /// True for a path that calls another operation than it names, such as contacts/../tags/7, or another host, such as //host/path.
    /// </summary>
    internal static bool LeadsElsewhere(string path) => path.StartsWith("//", StringComparison.Ordinal)
        || path.StartsWith("\\", StringComparison.Ordinal)
        || Array.Exists(path.Split(['?', '#'], 2)[0].Split('/', '\\'), part => Uri.UnescapeDataString(part).Trim() is "." or "..");

    /// <summary>Checks an id and escapes it for a path.</summary>
    /// <exception cref="ArgumentException">The id is missing, blank, or no id.</exception>
    public static string Escape(string name, string? id)
    {
        if (string.IsNullOrWhiteSpace(id)) throw new InvalidInputException(Errors.MissingId(name));
        var text = id!.Trim();
        var isPath = text is "." or ".." || text.Any(letter => letter is '/' or '\\' or '?' or '#' || char.IsControl(letter));
        return isPath ? throw new InvalidInputException(Errors.InvalidId(name, text)) : Uri.EscapeDataString(text);
    }
}
