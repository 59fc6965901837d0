using System.Reflection;

namespace Intercom.PowerShell;

/// <content>The objects that an input can name.</content>
public sealed partial class CommandPlan
{
    /// <summary>The parameters that identify the object to change, by value or by property name.</summary>
    internal IEnumerable<(string Parameter, IntercomIdAttribute Id)> TargetIds => Marked<IntercomIdAttribute>()
        .Where(id => id.Item1.GetCustomAttributes<ParameterAttribute>().Any(
            set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName))
        .Select(id => (id.Item1.Name, id.Item2));

    /// <summary>True for two parameters that cannot be used together.</summary>
    internal bool AreExclusive(string one, string other)
    {
        var sets = Sets(_parameters[one]);
        return !sets.Contains(ParameterAttribute.AllParameterSets) && Sets(_parameters[other]) is var others
            && !others.Contains(ParameterAttribute.AllParameterSets) && !sets.Overlaps(others);

        static HashSet<string> Sets(PropertyInfo parameter) =>
            [.. parameter.GetCustomAttributes<ParameterAttribute>().Select(set => set.ParameterSetName)];
    }
}
