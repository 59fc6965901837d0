using System.Management.Automation.Language;

namespace Intercom.PowerShell;

/// <summary>
/// Finds reads without a value in arguments or in a script block: a variable that is not set, and a property, key or element that does
/// not exist. PowerShell reads each as $null, so a misspelled name would silently clear a field or shorten a string.
/// </summary>
internal sealed class LostReads
{
    // Scripts ask these whether they contain a name.
    private static readonly string[] Asked = ["PSBoundParameters", "Matches"];

    private readonly SessionState _scope;
    private readonly string _command;
    private readonly QueryVariables _known;
    private readonly VariableExpressionAst[] _variables;
    private readonly (ExpressionAst Read, VariableExpressionAst Root)[] _members;

    /// <summary>Finds the reads, once for all piped objects.</summary>
    /// <param name="scope">The session in which the expressions are evaluated.</param>
    /// <param name="command">The cmdlet's name, for errors.</param>
    /// <param name="written">The arguments, or a script block that PowerShell evaluates for each piped object.</param>
    public LostReads(SessionState scope, string command, params Ast[] written)
    {
        (_scope, _command, _known) = (scope, command, new QueryVariables(scope));
        // The check runs after the evaluation, which may have changed these.
        var own = new HashSet<string>(written.SelectMany(LostReadsScan.Changed), StringComparer.OrdinalIgnoreCase);
        var reads = written.SelectMany(LostReadsScan.Reads).ToList();
        _variables = [.. reads.OfType<VariableExpressionAst>()
            .Where(variable => !variable.IsItem() && !own.Contains(variable.VariablePath.UserPath))];
        _members =
        [
            .. from read in reads
               where read is not VariableExpressionAst && !LostReadsScan.Uses(read, own) && !LostReadsScan.Uses(read, Asked)
               let root = ObjectMembers.RootOf(read)
               where root is not null
               select (read, root),
        ];
    }

    /// <summary>Rejects the first read without a value.</summary>
    /// <param name="piped">The piped object, which is $_ in a script block.</param>
    /// <exception cref="ArgumentException">A variable, property, key or element does not exist.</exception>
    public void Refuse(PSObject? piped = null)
    {
        foreach (var variable in _variables)
        {
            if (!_known.IsSet(variable)) throw CommandErrors.VariableNotSet($"{variable}", _command);
        }
        foreach (var (read, root) in _members) RefuseMember(read, root, piped);
    }

    /// <summary>The value of a variable. The variable itself is never evaluated.</summary>
    public object? ValueOf(VariableExpressionAst variable) => !variable.VariablePath.IsDriveQualified && _known.IsSet(variable)
        ? _scope.PSVariable.GetValue(variable.VariablePath.UserPath) : null;

    private void RefuseMember(ExpressionAst read, VariableExpressionAst root, PSObject? piped)
    {
        var isOfPiped = piped is not null && root.IsItem();
        object? Value(VariableExpressionAst variable) => piped is not null && variable.IsItem() ? piped : ValueOf(variable);
        if (!isOfPiped && !root.VariablePath.IsDriveQualified && Value(root) is null)
        {
            // PowerShell counts $null as 0.
            if (read is MemberExpressionAst { Member: StringConstantExpressionAst { Value: var counted } }
                && counted.ToLowerInvariant() is "count" or "length") return;
            throw CommandErrors.PropertyOfNull($"{root}", $"{read}", _command);
        }
        if (ObjectMembers.HasAll(read, Value, out var name, out var known)) return;
        var hint = ObjectMembers.Meant(name, known);
        if (isOfPiped) throw CommandErrors.UnknownColumn(name, $"{read}", hint);
        throw read is IndexExpressionAst index ? CommandErrors.MissingElement(name, $"{index.Target}", _command, hint)
            : CommandErrors.UnknownProperty(name, $"{((MemberExpressionAst)read).Expression}", _command, hint);
    }
}
