using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// What a cmdlet's parameters held when it began: the command line and the defaults. Each input starts from it, so that no value of one
/// input reaches the next, neither what the cmdlet took from a row nor what PowerShell's binder put back.
/// </summary>
internal sealed class ParameterValues(object command, IEnumerable<PropertyInfo> parameters)
{
    private readonly (PropertyInfo Property, object? Value)[] _values = parameters.Where(property => property.CanWrite)
        .Select(property => (property, (object?)property.GetValue(command))).ToArray();

    /// <summary>Puts the values back, except for those that the present input gives.</summary>
    public void Restore(Func<string, bool> isGiven)
    {
        foreach (var (property, value) in _values)
        {
            if (!isGiven(property.Name)) property.SetValue(command, value);
        }
    }
}
