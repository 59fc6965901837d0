namespace Intercom.PowerShell;

/// <summary>
/// Marks a parameter that selects one of the cmdlet's operations, such as -TicketId. These parameters share one parameter set of
/// PowerShell, and the module determines the operation. With a parameter set for each, PowerShell's binder reports an ambiguous parameter
/// set wherever none or two of them are specified, and does not say which.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SelectsAttribute(string set) : Attribute
{
    /// <summary>The set of the operation, as in <see cref="OperationAttribute.ParameterSet"/>.</summary>
    public string Set { get; } = set;

    /// <summary>
    /// True when the parameters are several ways to identify one object. A piped input with more than one of them uses the first.
    /// </summary>
    public bool IsOneObject { get; set; }
}

/// <summary>Marks a parameter that applies only to some of the operations that other parameters select.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OnlyForAttribute(params string[] sets) : Attribute
{
    /// <summary>The sets of the operations.</summary>
    public IReadOnlyList<string> Sets { get; } = sets;
}
