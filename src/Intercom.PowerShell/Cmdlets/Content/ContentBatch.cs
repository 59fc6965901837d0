namespace Intercom.PowerShell;

/// <summary>The items that wait for the request of an action, each once, and the inputs that they came from.</summary>
/// <param name="action">The action.</param>
internal sealed class ContentBatch(ContentAction action)
{
    private readonly List<(ContentTarget Target, object Input)> _waiting = [];
    private readonly HashSet<(string, string)> _known = [];

    /// <summary>The action.</summary>
    public ContentAction Action => action;

    /// <summary>The number of items.</summary>
    public int Count => _waiting.Count;

    /// <summary>Adds the items of an input. An item that was added before is left out.</summary>
    public void Add(IEnumerable<ContentTarget> targets, object input) =>
        _waiting.AddRange(targets.Where(target => _known.Add((target.Type, target.Id))).Select(target => (target, input)));

    /// <summary>Removes the first items.</summary>
    public (IReadOnlyList<ContentTarget> Targets, object[] Inputs) Take(int most)
    {
        var taken = _waiting.Take(most).ToList();
        _waiting.RemoveRange(0, taken.Count);
        return (taken.ConvertAll(item => item.Target), taken.Select(item => item.Input).Distinct().ToArray());
    }
}
