namespace Intercom.PowerShell;

/// <summary>The base class of cmdlets that list objects with names, of which -Name selects some.</summary>
public abstract class NamedReadCommand : IntercomReadCommand
{
    /// <summary>The names to return, with wildcards. Each cmdlet declares how it binds.</summary>
    public abstract string[] Name { get; set; }

    /// <inheritdoc/>
    protected override Func<object, bool>? Keeps
    {
        get
        {
            var (kind, names) = (NamedKinds.Of(Wiring.Output!), Name);
            return names.Length == 0 ? null : item => Matches(kind, names, item);
        }
    }

    /// <inheritdoc/>
    private protected override void ReadInput(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound)
    {
        var isEmpty = Name is null || Array.Exists(Name, string.IsNullOrWhiteSpace);
        if (bound.ContainsKey(nameof(Name)) && (isEmpty || Name!.Length == 0)) throw CommandErrors.EmptyValue(nameof(Name));
        base.ReadInput(operation, bound);
    }

    /// <summary>True when one of the names of an object matches one of the patterns.</summary>
    internal static bool Matches(NamedKind kind, IEnumerable<string> patterns, object item) => kind.Items(item)
        .SelectMany(one => one.Names).OfType<string>().Any(name => patterns.Any(
            pattern => WildcardPattern.Get(pattern.Trim(), WildcardOptions.IgnoreCase).IsMatch(name)));
}
