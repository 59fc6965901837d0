using System.Text.RegularExpressions;

namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>
/// The arrows between the rooms of a project, found by the names of the types that each file declares and uses. It also works where
/// several rooms share a namespace.
/// </summary>
internal static class Arrows
{
    private static readonly Regex Declared = new(
        @"\b(?:class|record(?: struct)?|struct|enum|interface)\s+([A-Z]\w*)|\bdelegate\s+[^;(]*?\b([A-Z]\w*)(?:<[^>(]*>)?\(");

    private static readonly Regex Used = new(@"(?<![.\w])[A-Z]\w*");

    /// <summary>A member, a parameter, or a property in an initializer, whose name may be that of a type elsewhere.</summary>
    private static readonly Regex Member = new(
        @"(?:\b(?!(?:new|return|throw|is|as|not|or|and|in|case|await|else|switch|static|class|record|struct|enum|interface)\b)"
        + @"\w+|[>?\])])"
        + @"\s+(?<name>[A-Z]\w*)(?:<\w+>)?\s*(?:\(|=>|=|\{|,|\)|;)|[{,]\s*(?<name>[A-Z]\w*)\s*=(?![=>])");

    private static readonly Regex Ignored = new("\"\"\"[\\s\\S]*?\"\"\"|@\"(?:[^\"]|\"\")*\"|//.*|\\$?\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static readonly Regex Hole = new("{([^{}]*)}");

    /// <summary>Finds the uses of types that a later room declares.</summary>
    /// <param name="project">The folder of the project.</param>
    /// <param name="rooms">The folders in their order. Files in other folders do not belong to a room.</param>
    public static IEnumerable<string> Wrong(string project, params string[][] rooms)
    {
        var files = RoomConventionTests.Files(project)
            .Select(file => new Source(file, Code(File.ReadAllText(file)), Place(project, file, rooms))).ToList();
        var types = (from file in files
                     from Match match in Declared.Matches(file.Code)
                     select (Name: match.Groups[1].Value + match.Groups[2].Value, file.Place, file.Path)).ToLookup(type => type.Name);
        return from file in files
               where file.Place >= 0
               from name in Names(file.Code)
               let homes = types[name].Concat(types[name + "Attribute"]).ToList()
               where homes.Count > 0 && homes.TrueForAll(home => home.Place > file.Place)
               select $"{Path.GetRelativePath(Path.Combine(BuiltModule.Root, project), file.Path)} uses {name} of a later room";
    }

    /// <summary>The folders of a project that contain code and do not belong to a room.</summary>
    public static IEnumerable<string> WithoutPlace(string project, params string[][] rooms) =>
        from file in RoomConventionTests.Files(project)
        let folder = Path.GetRelativePath(Path.Combine(BuiltModule.Root, project), Path.GetDirectoryName(file)!)
        where folder != "." && Place(project, file, rooms) < 0
        select folder;

    /// <summary>The names in code without comments that may be those of types.</summary>
    public static IEnumerable<string> Names(string code) => Used.Matches(code).Select(match => match.Value).Distinct()
        .Except(Member.Matches(code).Select(match => match.Groups["name"].Value));

    private static int Place(string project, string file, string[][] rooms)
    {
        var folder = Path.GetRelativePath(Path.Combine(BuiltModule.Root, project), Path.GetDirectoryName(file)!).Replace('\\', '/');
        var nearest = rooms.SelectMany((names, place) => names.Select(name => (name, place)))
            .Where(room => folder == room.name || folder.StartsWith(room.name + "/", StringComparison.Ordinal))
            .OrderByDescending(room => room.name.Length).ToList();
        return nearest.Count == 0 ? -1 : nearest[0].place;
    }

    /// <summary>The code without comments and texts, except for the code in a text.</summary>
    public static string Code(string text) => Ignored.Replace(text, match => match.Value[0] != '$' ? ""
        : string.Join(' ', Hole.Matches(match.Value).Select(hole => hole.Groups[1].Value)));

    private sealed record Source(string Path, string Code, int Place);
}
