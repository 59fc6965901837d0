using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// Rejects an object piped to a cmdlet that reads, when no parameter read anything from it. Otherwise the cmdlet would ignore the object,
/// and list everything instead.
/// </summary>
internal static class ReadInputRule
{
    /// <summary>Rejects the input if the piped object supplies no parameter.</summary>
    /// <param name="plan">The plan of the cmdlet.</param>
    /// <param name="command">The name of the cmdlet.</param>
    /// <param name="bound">The parameters of the input.</param>
    /// <param name="commandLine">The parameters on the command line.</param>
    /// <exception cref="ArgumentException">No parameter uses the object.</exception>
    public static void Refuse(CommandPlan plan, string command, IReadOnlyDictionary<string, object?> bound,
        IReadOnlyCollection<string> commandLine)
    {
        if (!bound.TryGetValue(nameof(IntercomReadCommand.InputObject), out var given) || given is null) return;
        var ours = commandLine.Append(nameof(IntercomReadCommand.InputObject)).ToList();
        if (bound.Keys.Any(name => !ours.Contains(name, StringComparer.OrdinalIgnoreCase))) return;
        var piped = PSObject.AsPSObject(given);
        var ids = plan.ParameterProperties.Where(property => property.Name != nameof(IntercomReadCommand.InputObject)
            && property.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName))
            .Select(property => property.Name).ToList();
        var kind = PipedObject.KindOf(piped) ?? (RowObject.HasProperties(piped) ? "row" : piped.BaseObject.GetType().Name);
        throw CommandErrors.UntakenObject($"{piped}", InputContext.WithArticle(kind), command, ids);
    }
}
