namespace Intercom.PowerShell;

/// <summary>Shows plain values as PowerShell objects, all the way down.</summary>
internal static class PlainObject
{
    /// <summary>What every PowerShell object has already: a property cannot have one of these names.</summary>
    private static readonly string[] Taken = ["", "psobject", "psbase", "psadapted", "psextended", "pstypenames"];

    /// <summary>
    /// An object for a bag, an array for an array, the value itself for the rest. PowerShell compares the names of properties without case:
    /// a bag with names that an object cannot hold stays a dictionary, which holds all of them.
    /// </summary>
    /// <param name="value">What was read.</param>
    /// <param name="kept">Told the names for which a bag stays a dictionary.</param>
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
