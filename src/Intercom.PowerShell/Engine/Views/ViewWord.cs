namespace Intercom.PowerShell;

/// <summary>Something that a view says of an object: a property that is read with the object as its index.</summary>
public sealed class ViewWord
{
    private readonly Func<PSObject?, object?> _read;

    internal ViewWord(Func<PSObject?, object?> read) => _read = read;

    /// <summary>The text for the object.</summary>
    /// <param name="instance">An object of ours, or what a job gave back of one.</param>
    public object? this[PSObject? instance] => _read(instance);
}
