using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// The values of a cmdlet's parameters in BeginProcessing: the command line and the defaults. Each input starts from them, so that no value
/// of one input reaches the next, whether the cmdlet or PowerShell's binder set it.
/// </summary>
internal sealed class ParameterValues(object command, IEnumerable<PropertyInfo> parameters)
{
    private readonly (PropertyInfo Property, object? Value)[] _values = parameters.Where(property => property.CanWrite)
        .Select(property => (property, (object?)property.GetValue(command))).ToArray();

    /// <summary>Restores the values, except those that the current input sets.</summary>
    public void Restore(Func<string, bool> isGiven)
    {
        foreach (var (property, value) in _values)
        {
            if (!isGiven(property.Name)) property.SetValue(command, value);
        }
    }
}
