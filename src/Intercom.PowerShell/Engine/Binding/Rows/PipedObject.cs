namespace Intercom.PowerShell;

/// <summary>
/// Distinguishes the module's own objects from rows. Only the id of an object is used, and no other property is sent back.
/// </summary>
internal static class PipedObject
{
    private const string Returned = "Deserialized.Intercom.";

    /// <summary>
    /// The kind of the object, such as <c>Contact</c>; null for rows. It also recognizes objects from a job, another computer or
    /// Export-Clixml.
    /// </summary>
    public static string? KindOf(object? input)
    {
        if ((input is PSObject wrapped ? wrapped.BaseObject : input) is IntercomObject known) return known.GetType().Name;
        return input is PSObject { BaseObject: PSCustomObject } copy && copy.TypeNames.Contains(Returned + nameof(IntercomObject))
            && copy.TypeNames[0].StartsWith(Returned, StringComparison.Ordinal)
            ? copy.TypeNames[0].Substring(Returned.Length) : null;
    }
}
