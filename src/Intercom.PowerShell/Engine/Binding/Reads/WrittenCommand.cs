using System.Management.Automation.Language;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>The source text of the command, which distinguishes a literal $null from a variable without a value.</summary>
internal static class WrittenCommand
{
    /// <summary>True when one of the arguments is the variable itself, alone or as an element of a list.</summary>
    public static bool Says(InvocationInfo invocation, string variable) => Arguments(invocation).Any(argument => Is(argument, variable));

    /// <summary>The variables among the arguments, alone, in a list, or as a value in a hashtable.</summary>
    public static IEnumerable<VariableExpressionAst> Variables(IEnumerable<ExpressionAst> arguments) =>
        arguments.SelectMany(Values).OfType<VariableExpressionAst>().Where(variable => !variable.Splatted);

    /// <summary>
    /// The script blocks among the arguments, such as <c>-Name { $_.Nickname }</c>, and those in variables and splatted hashtables, with
    /// the session in which each is evaluated.
    /// </summary>
    public static IEnumerable<(ScriptBlockAst Ast, SessionState Scope)> Blocks(PSCmdlet command)
    {
        foreach (var argument in Arguments(command.MyInvocation))
        {
            if (argument.Bare() is ScriptBlockExpressionAst written) yield return (written.ScriptBlock, command.SessionState);
            if (argument.Bare() is not VariableExpressionAst { VariablePath: { IsDriveQualified: false, UserPath: var name } }) continue;
            var value = command.SessionState.PSVariable.GetValue(name);
            foreach (var held in value is PSObject wrapped ? Held(wrapped.BaseObject) : Held(value))
            {
                if (held.Ast is not ScriptBlockAst block) continue;
                yield return (block, held.Module?.SessionState ?? QueryValues.ScopeOf(held) ?? command.SessionState);
            }
        }
    }

    private static IEnumerable<ScriptBlock> Held(object? value) => value switch
    {
        ScriptBlock block => [block],
        System.Collections.IDictionary splatted => splatted.Values.OfType<ScriptBlock>(),
        _ => [],
    };

    /// <summary>True when the same pipeline contains one of these commands.</summary>
    public static bool IsPipedWith(InvocationInfo invocation, params string[] names)
    {
        // PowerShell has no public API for the whole pipeline. Without it, only the commands on the same line are known.
        var extent = typeof(InvocationInfo)
            .GetProperty("ScriptPosition", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(
            invocation) as IScriptExtent;
        if (extent?.StartScriptPosition?.GetFullScript() is not { Length: > 0 } script) return Commands(Written(invocation).Text)
            .Any(IsNamed);
        return Parser.ParseInput(script, out _, out _).FindAll(ast => ast is PipelineAst && IsAround(ast.Extent),
            searchNestedScriptBlocks: true)
            .LastOrDefault()?.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: false).Cast<CommandAst>().Any(IsNamed) == true;

        bool IsAround(IScriptExtent pipeline) => pipeline.StartOffset <= extent.StartOffset && pipeline.EndOffset >= extent.EndOffset;
        bool IsNamed(CommandAst command) => command.GetCommandName() is { } name && names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The arguments, each as it is written.</summary>
    public static IEnumerable<ExpressionAst> Arguments(InvocationInfo invocation)
    {
        var (text, place) = Written(invocation);
        // An argument without any of these is a word.
        if (text.IndexOfAny(['$', '{', '@']) < 0) return [];
        var command = At(Commands(text), place, invocation.InvocationName, invocation.MyCommand.Name);
        return (command?.CommandElements.Skip(1) ?? [])
            .Select(element => element is CommandParameterAst { Argument: { } argument } ? argument : element).OfType<ExpressionAst>();
    }

    /// <summary>
    /// The command that starts at a position. The same command can occur several times on a line, each with its own arguments. When none
    /// starts there, as after the call operator, the only command of that name is returned.
    /// </summary>
    internal static CommandAst? At(IEnumerable<CommandAst> commands, int place, params string[] names)
    {
        var all = commands.ToList();
        var named = all.FindAll(command =>
            command.GetCommandName() is { } name && names.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (named.Count > 0) return named.Find(command => command.Extent.StartOffset == place) ?? (named.Count == 1 ? named[0] : null);
        // Behind the call operator, the command may be in a variable, or be an alias.
        var called = all.FindAll(command => command.InvocationOperator != TokenKind.Unknown);
        return called.Count == 1 ? called[0] : null;
    }

    /// <summary>The text of the command, and the position at which the command starts.</summary>
    private static (string Text, int Place) Written(InvocationInfo invocation)
    {
        // Statement contains a command on several lines. Earlier versions have only the line, which may contain other commands.
        var whole = PSObject.AsPSObject(invocation).Properties["Statement"]?.Value as string;
        return whole is { Length: > 0 } ? (whole, 0) : (invocation.Line ?? "", invocation.OffsetInLine - 1);
    }

    /// <summary>The expressions of an argument, including the elements of literal lists and hashtables.</summary>
    private static IEnumerable<ExpressionAst> Values(ExpressionAst argument) => argument.Bare() switch
    {
        ArrayLiteralAst list => list.Elements.SelectMany(Values),
        HashtableAst table => table.KeyValuePairs.Select(pair => pair.Item2).OfType<PipelineAst>()
            .Select(value => value.GetPureExpression()).OfType<ExpressionAst>().SelectMany(Values),
        var value => [value],
    };

    internal static IEnumerable<CommandAst> Commands(string text) => text.Length == 0 ? []
        : Parser.ParseInput(text, out _, out _).FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();

    private static bool Is(ExpressionAst argument, string variable) => argument.Bare() switch
    {
        VariableExpressionAst named => named.VariablePath.UserPath.Equals(variable, StringComparison.OrdinalIgnoreCase),
        ArrayLiteralAst list => list.Elements.Any(element => Is(element, variable)),
        _ => false,
    };
}
