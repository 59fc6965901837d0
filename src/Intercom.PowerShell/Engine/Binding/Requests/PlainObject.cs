namespace Intercom.PowerShell;

/// <summary>Converts plain values to PowerShell objects, at all levels.</summary>
internal static class PlainObject
{
    /// <summary>Names that every PowerShell object already has, so that a property cannot have them.</summary>
    private static readonly string[] Taken = ["", "psobject", "psbase", "psadapted", "psextended", "pstypenames"];

    /// <summary>
    /// Converts dictionaries to objects and lists to arrays. A dictionary with names that an object cannot have is kept, such as names that
    /// differ only in case.
    /// </summary>
    /// <param name="value">The value to convert.</param>
    /// <param name="kept">Receives the names because of which a dictionary was kept.</param>
    public static object? Of(object? value, Action<IReadOnlyList<string>> kept)
    {
        switch (value)
        {
            case AttributeBag bag when NamesBeyondAnObject(bag) is { Count: > 0 } names:
                kept(names);
                var whole = new AttributeBag();
                foreach (var pair in bag) whole[pair.Key] = Of(pair.Value, kept);
                return whole;
            case AttributeBag bag:
                var shown = new PSObject();
                foreach (var pair in bag) shown.Properties.Add(new PSNoteProperty(pair.Key, Of(pair.Value, kept)));
                return shown;
            case ItemList<object?> items: return items.Select(item => Of(item, kept)).ToArray();
            default: return value;
        }
    }

    private static List<string> NamesBeyondAnObject(AttributeBag bag)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var name in bag.Keys)
        {
            if (Taken.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
            else if (!first.TryGetValue(name, out var other)) first[name] = name;
            else names.AddRange(names.Contains(other) ? [name] : [other, name]);
        }
        return names;
    }
}
