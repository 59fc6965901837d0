using System.Reflection;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>An object that can be specified by name, such as a tag, an admin or a team.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Detail">The description that completion shows next to the name, such as <c>Customer ticket type</c>.</param>
/// <param name="Names">The names of the object. Completion inserts the first one where a name is accepted.</param>
internal sealed record NamedItem(string? Id, string? Detail, params string?[] Names)
{
    /// <summary>The name that tables show, and completion next to an id, when it is not the first one.</summary>
    public string? Shown { get; init; }

    /// <summary>True when the object can be specified only by id, because it is archived.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Creates the completion of the name.</summary>
    public Completion ByName() => new(
        Names[0] ?? "", string.Join(", ", Names.Skip(1).Append($"{Detail} {Id}").Where(text => !string.IsNullOrEmpty(text)).Distinct()))
    {
        Names = Names.Skip(1).ToArray(),
    };

    /// <summary>Creates the completion of the id.</summary>
    public Completion ById()
    {
        var names = Shown is null ? Names : [Shown, .. Names.Where(name => name != Shown)];
        return new(Id ?? "", string.Join(", ", names.Skip(1).Prepend(Detail).Where(text => !string.IsNullOrEmpty(text)))) { Names = names };
    }
}

/// <summary>A kind of object that can be specified by name where the API requires an id.</summary>
/// <param name="Label">The singular name in errors, such as <c>ticket type</c>.</param>
/// <param name="Model">The type of its list's items.</param>
/// <param name="Items">Gets the objects from one item of the list, usually one.</param>
internal sealed record NamedKind(string Label, Type Model, Func<object, IEnumerable<NamedItem>> Items)
{
    /// <summary>The cmdlet that lists the objects.</summary>
    public Type Command => ModelRequests.Cmdlet(VerbsCommon.Get, Model);

    /// <summary>True when tables show its names instead of ids. Its list must be short.</summary>
    public bool IsShown { get; init; }

    /// <summary>The codes of the errors for an id that does not exist any more.</summary>
    public IReadOnlyList<string> Rejections { get; init; } = [];

    /// <summary>The parameters that accept its ids.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [Model.Name + "Id"];

    /// <summary>The number of items that completion reads from a long list; null for all.</summary>
    public int? First { get; init; }

    /// <summary>The parameter whose id limits completion to one item of the list; null for none.</summary>
    public string? Within { get; init; }

    /// <summary>
    /// The operation that finds one object by name when the list would be too long: its parameter set and query parameter.
    /// </summary>
    public (string ParameterSet, string Query)? Search { get; init; }

    /// <summary>The request that lists the objects.</summary>
    public ApiRequest List => CommandPlan.RequestOf(Command, "List");

    /// <summary>The kind of the list's items in words, which is another one for objects that are parts of them.</summary>
    public string ListNoun => CommandPlan.Of(Command).Noun;

    /// <summary>The cmdlets that errors refer to.</summary>
    public string See
    {
        get
        {
            var noun = Command.GetCustomAttribute<CmdletAttribute>()!.NounName;
            return ModelRequests.Find(VerbsCommon.New, Model) is not null ? $"Get-{noun}, or create one with New-{noun}" : $"Get-{noun}";
        }
    }
}
