namespace Intercom.PowerShell;

/// <summary>A computed value of a view: a property with an indexer that accepts the object.</summary>
public sealed class ViewWord
{
    private readonly Func<PSObject?, object?> _read;

    internal ViewWord(Func<PSObject?, object?> read) => _read = read;

    /// <summary>Gets the value for an object.</summary>
    /// <param name="instance">An object of this module, possibly from a job.</param>
    public object? this[PSObject? instance] => _read(instance);
}
