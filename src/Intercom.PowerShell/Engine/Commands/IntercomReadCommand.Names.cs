using Intercom.Http;

namespace Intercom.PowerShell;

/// <content>Names in place of ids.</content>
public abstract partial class IntercomReadCommand
{
    /// <summary>
    /// Replaces names with ids. A name that does not exist is reported as an error. Objects whose names match a pattern with wildcards are
    /// read from the list and written, if the cmdlet returns such objects. Returns false when no id remains.
    /// </summary>
    private bool FindNames(OperationAttribute operation)
    {
        foreach (var (property, kind) in Wiring.NamedIds(operation))
        {
            if (property.GetValue(this) is not string[] { Length: > 0 } given) continue;
            var ids = new List<string>();
            var patterns = given.Where(name => name is not null && WildcardPattern.ContainsWildcardCharacters(name)).ToList();
            if (patterns.Count > 0 && kind == Wiring.Output) WriteMatches(NamedKinds.Of(kind), patterns);
            else if (patterns.Count > 0) ids.AddRange(Matching(NamedKinds.Of(kind), patterns));
            foreach (var name in given.Except(patterns))
            {
                try
                {
                    ids.Add(string.IsNullOrWhiteSpace(name) || OrNameOfAttribute.IsSurelyId(name)
                        ? name : Wait(Session.Directory.IdAsync(kind, name, Sink, Cancellation)));
                }
                catch (Exception failure) when (IsItemFailure(failure))
                {
                    Report(failure, name);
                }
            }
            if (ids.Count == 0) return false;
            property.SetValue(this, ids.ToArray());
        }
        return true;
    }

    private void WriteMatches(NamedKind kind, IReadOnlyList<string> patterns)
    {
        _named = item => NamedReadCommand.Matches(kind, patterns, item);
        try
        {
            WriteList(Complete(kind.List), kind.Model);
        }
        finally
        {
            _named = null;
        }
    }

    /// <summary>The ids of the objects whose names match a pattern.</summary>
    private IEnumerable<string> Matching(NamedKind kind, IReadOnlyList<string> patterns) =>
        Wait(Session.Directory.ListAsync(kind, Sink, Cancellation)).Where(item => NamedReadCommand.Matches(kind, patterns, item))
            .SelectMany(kind.Items).Select(item => item.Id).OfType<string>();
}
