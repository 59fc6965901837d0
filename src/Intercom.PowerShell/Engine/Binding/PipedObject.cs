namespace Intercom.PowerShell;

/// <summary>Tells the module's own objects from rows: theirs is the id, and nothing that was read before is sent back.</summary>
internal static class PipedObject
{
    private const string Returned = "Deserialized.Intercom.";

    /// <summary>
    /// The kind of object, such as <c>Contact</c>; null for rows. An object that came back from a job, another machine or Export-Clixml is
    /// one still.
    /// </summary>
    public static string? KindOf(object? input)
    {
        if ((input is PSObject wrapped ? wrapped.BaseObject : input) is IntercomObject known) return known.GetType().Name;
        return input is PSObject { BaseObject: PSCustomObject } copy && copy.TypeNames.Contains(Returned + nameof(IntercomObject))
            && copy.TypeNames[0].StartsWith(Returned, StringComparison.Ordinal)
            ? copy.TypeNames[0].Substring(Returned.Length) : null;
    }
}
