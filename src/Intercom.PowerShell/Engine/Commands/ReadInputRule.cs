using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// Rejects an input piped to a cmdlet that reads, when no parameter read a value from it: another kind of object, a row with a blank cell,
/// or $null. Otherwise the cmdlet would ignore the input, and list everything instead.
/// </summary>
internal static class ReadInputRule
{
    /// <summary>Rejects the input if it is piped and supplies no parameter.</summary>
    /// <param name="plan">The plan of the cmdlet.</param>
    /// <param name="command">The name of the cmdlet.</param>
    /// <param name="bound">The parameters of the input.</param>
    /// <param name="commandLine">The parameters on the command line.</param>
    /// <param name="isPiped">True when the command is not the first one of its pipeline.</param>
    /// <exception cref="ArgumentException">No parameter uses the input.</exception>
    public static void Refuse(CommandPlan plan, string command, IReadOnlyDictionary<string, object?> bound,
        IReadOnlyCollection<string> commandLine, bool isPiped)
    {
        if (!bound.TryGetValue(SharedParameters.InputObject, out var given) && !isPiped) return;
        var ours = commandLine.Append(SharedParameters.InputObject).ToList();
        bool IsOurs(string name) => ours.Contains(name, StringComparer.OrdinalIgnoreCase);
        if (plan.Selectors.Count > 0 ? plan.HasPipedSelector(bound, IsOurs) || plan.HasPipedOwner(bound, IsOurs)
            : bound.Keys.Any(name => !IsOurs(name))) return;
        if (given is null) throw CommandErrors.NullPiped(command);
        var piped = PSObject.AsPSObject(given);
        var ids = plan.ParameterProperties.Where(property => property.Name != SharedParameters.InputObject
            && property.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName))
            .Select(property => property.Name).ToList();
        var kind = PipedObject.KindOf(piped) ?? (RowObject.HasProperties(piped) ? "row" : piped.BaseObject.GetType().Name);
        throw CommandErrors.UntakenObject($"{piped}", InputContext.WithArticle(kind), command, ids);
    }
}
