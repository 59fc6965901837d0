using System.Reflection;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>One thing that people name: a tag, an admin, a team.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Detail">What it is, as completion says it beside the name: <c>Customer ticket type</c>.</param>
/// <param name="Names">What it is called. The first is what completion inserts where a name is accepted.</param>
internal sealed record NamedItem(string? Id, string? Detail, params string?[] Names)
{
    /// <summary>What completion shows beside an id, where that is not the first of the names.</summary>
    public string? Shown { get; init; }

    /// <summary>True when its names no longer find it; its id still does.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Completes its name.</summary>
    public Completion ByName() => new(
        Names[0] ?? "", string.Join(", ", Names.Skip(1).Append($"{Detail} {Id}").Where(text => !string.IsNullOrEmpty(text)).Distinct()))
    {
        Names = Names.Skip(1).ToArray(),
    };

    /// <summary>Completes its id.</summary>
    public Completion ById()
    {
        var names = Shown is null ? Names : [Shown, .. Names.Where(name => name != Shown)];
        return new(Id ?? "", string.Join(", ", names.Skip(1).Prepend(Detail).Where(text => !string.IsNullOrEmpty(text)))) { Names = names };
    }
}

/// <summary>A kind of thing that people name where the API requires ids.</summary>
/// <param name="Label">What errors call it, in the singular: <c>ticket type</c>.</param>
/// <param name="Model">The type of its list's items.</param>
/// <param name="Command">The cmdlet that lists them.</param>
/// <param name="Items">Reads the things out of one item of the list, usually one.</param>
internal sealed record NamedKind(string Label, Type Model, Type Command, Func<object, IEnumerable<NamedItem>> Items)
{
    /// <summary>The parameters that accept its ids.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [Model.Name + "Id"];

    /// <summary>How many items of a list that may be long are read for completion; null for all.</summary>
    public int? First { get; init; }

    /// <summary>The parameter whose id limits completion to one item of the list; null for none.</summary>
    public string? Within { get; init; }

    /// <summary>
    /// The operation that finds one by its name, where the whole list would be too long: its parameter set and its query parameter.
    /// </summary>
    public (string ParameterSet, string Query)? Search { get; init; }

    /// <summary>The request that lists them.</summary>
    public ApiRequest List => CommandPlan.RequestOf(Command, "List");

    /// <summary>What errors tell people to look at.</summary>
    public string See
    {
        get
        {
            var noun = Command.GetCustomAttribute<CmdletAttribute>()!.NounName;
            var creates = typeof(NamedKind).Assembly.GetType($"{Command.Namespace}.New{Command.Name.Substring("Get".Length)}") is not null;
            return creates ? $"Get-{noun}; New-{noun} makes one" : $"Get-{noun}";
        }
    }
}
