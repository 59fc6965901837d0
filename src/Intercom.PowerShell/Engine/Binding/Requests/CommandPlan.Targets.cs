using System.Reflection;

namespace Intercom.PowerShell;

/// <content>The objects that an input can name.</content>
public sealed partial class CommandPlan
{
    private (Target One, Target Other)[]? _exclusiveTargets;

    /// <summary>The pairs of parameters that identify different objects and cannot be used together.</summary>
    internal IReadOnlyList<(Target One, Target Other)> ExclusiveTargets => _exclusiveTargets ??= FindExclusiveTargets();

    private (Target One, Target Other)[] FindExclusiveTargets()
    {
        var targets = Marked<IntercomIdAttribute>()
            .Select(id => (Target: new Target(id.Item1.Name, id.Item2), Sets: id.Item1.GetCustomAttributes<ParameterAttribute>().ToList(),
                Selected: id.Item1.GetCustomAttribute<SelectsAttribute>()?.Set))
            .Where(id => id.Sets.Exists(set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName)
                && (id.Selected is not null || !id.Sets.Exists(set => set.ParameterSetName == ParameterAttribute.AllParameterSets)))
            .ToList();
        return
        [
            .. from one in targets
               from other in targets
               where targets.IndexOf(one) < targets.IndexOf(other)
                   && (one.Selected is not null && other.Selected is not null ? one.Selected != other.Selected
                       : !one.Sets.Exists(set => other.Sets.Exists(also => also.ParameterSetName == set.ParameterSetName)))
               select (one.Target, other.Target),
        ];
    }

    /// <summary>A parameter that identifies an object, by value or by property name.</summary>
    internal sealed record Target(string Parameter, IntercomIdAttribute Id);
}
