using System.Globalization;
using System.Linq;
using System.Text;

namespace Intercom.Query;

/// <summary>Field names in both spellings.</summary>
public static class FieldNames
{
    /// <summary><c>last_seen_at</c> as <c>LastSeenAt</c>; dots stay.</summary>
    public static string Pascal(string wire) =>
        string.Join(".", wire.Split('.').Select(part => string.Concat(part.Split('_').Where(word => word.Length > 0).Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word.Substring(1)))));

    /// <summary><c>LastSeenAt</c> as <c>last_seen_at</c>; what has no capitals stays as it is. The name of a custom attribute is never changed.</summary>
    public static string Snake(string name)
    {
        var dot = name.IndexOf('.');
        if (dot > 0)
        {
            var first = Snake(name.Substring(0, dot));
            var rest = name.Substring(dot + 1);
            return first is "custom_attributes" or "custom_attribute" ? "custom_attributes." + rest : first == "ticket_attribute" ? first + "." + rest : first + "." + Snake(rest);
        }
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))) snake.Append('_');
            snake.Append(char.ToLower(name[i], CultureInfo.InvariantCulture));
        }
        return snake.ToString();
    }
}
