using System.Reflection;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>Plans the work of inputs from a cmdlet's attributes.</summary>
internal sealed class WorkPlan(CommandPlan plan)
{
    /// <summary>Creates the work of one input: one request for each id, and for each name when a parameter accepts several.</summary>
    /// <param name="command">The cmdlet, whose properties hold the converted values.</param>
    /// <param name="input">The input.</param>
    public IEnumerable<Work> Of(object command, CommandInput input)
    {
        var operation = plan.Operation(input.ParameterSet);
        // Each name of the resource itself is another resource. A name that is added to it, such as a tag, is not.
        var resource = operation.Resource;
        var choices = Names(command, input.Bound);
        foreach (var names in choices)
        {
            var named = names.FirstOrDefault(name => name.Parameter == resource);
            foreach (var request in plan.Binder.Requests(command, operation, input.ParameterSet, input.Bound, input.Piped))
            {
                yield return new Work(input, operation,
                    named is null ? request : request.About(Named(request.Resource!, named, input.Piped)))
                {
                    Names = names,
                    Admin = plan.ActingAdmin(input.ParameterSet),
                    ActingAdmin = plan.Binder.NameOfActingAdmin(command, input.Bound),
                    Model = plan.Returns(operation),
                    IsSilent = plan.Output is null || (plan.HasPassThru && !input.PassThru),
                    IsLast = named is not null || ReferenceEquals(names, choices[choices.Count - 1]),
                };
            }
        }
    }

    /// <summary>The resource of a name. For a piped object, both its id and its name are known.</summary>
    private ApiResource Named(ApiResource resource, NamedValue named, PSObject? piped) =>
        plan.ResourceOf(named.Parameter, named.Name, piped) is { Name: { } name, Id: var id } ? resource with { Id = id, Name = name }
            : resource with { Name = named.Name };

    /// <summary>
    /// The names to look up before this input is sent, with their parameters and the places of their ids. When a parameter accepts several
    /// names, there is one list per name, and the input is sent once for each.
    /// </summary>
    private IReadOnlyList<IReadOnlyList<NamedValue>> Names(object command, IReadOnlyDictionary<string, object?> bound)
    {
        IReadOnlyList<IReadOnlyList<NamedValue>> choices = [[]];
        foreach (var (property, wire) in plan.NamedValues)
        {
            if (!bound.ContainsKey(property.Name)) continue;
            var names = property.GetValue(command) switch
            {
                string { Length: > 0 } one => [one], string[] several => several, _ => Array.Empty<string>(),
            };
            if (names.Length == 0) continue;
            var body = property.GetCustomAttribute<BodyAttribute>();
            bool IsId(string name) => wire.NumbersAreIds && OrNameOfAttribute.IsSurelyId(name);
            choices = names.SelectMany(name => choices.Select(choice => (IReadOnlyList<NamedValue>)
                [.. choice, new NamedValue(property.Name, wire.Model, name, body, IsId(name))])).ToList();
        }
        return choices;
    }
}
