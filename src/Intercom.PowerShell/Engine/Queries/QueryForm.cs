namespace Intercom.PowerShell;

/// <summary>
/// Remembers the form of a query, such as a script block or JSON, and rejects a parameter of another form. PowerShell would only say that
/// the parameter set cannot be resolved.
/// </summary>
/// <param name="command">The name of the cmdlet, for errors.</param>
internal sealed class QueryForm(string command)
{
    private (string Form, string Parameter)? _first;

    /// <summary>Returns the value of a parameter of this form.</summary>
    /// <exception cref="ArgumentException">Another parameter belongs to another form.</exception>
    public T Only<T>(string form, string parameter, T value)
    {
        if (_first is { } first && first.Form != form) throw CommandErrors.TwoSelectors(command, [first.Parameter, parameter]);
        _first ??= (form, parameter);
        return value;
    }
}
