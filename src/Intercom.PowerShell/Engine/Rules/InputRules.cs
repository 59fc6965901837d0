namespace Intercom.PowerShell;

/// <summary>
/// All rules, in the order in which they apply. Each run of a cmdlet has its own instance, because some rules remember what they have
/// reported.
/// </summary>
internal sealed class InputRules
{
    private readonly IInputRule[] _input =
    [
        new BlockReadsRule(),
        new PipedTableRule(),
        new OtherKindRule(),
        new ObjectRule(),
        new CopyRule(),
        new ColumnMapRule(),
        new RowRule(),
        new OtherWorkspaceRule(),
        new SecondIdRule(),
        new TwoTargetsRule(),
        new UntakenValueRule(),
        new MissingParameterRule(),
        new SelectionRule(),
    ];

    private readonly IWorkRule[] _work =
    [
        new NothingToChangeRule(),
        new TemplateRule(),
        new DatedFieldsRule(),
        new AttributeDatesRule(),
    ];

    /// <summary>Applies the rules to an input.</summary>
    public CommandInput Read(CommandInput input, InputContext context) =>
        _input.Aggregate(input, (read, rule) => rule.Apply(read, context));

    /// <summary>Applies the rules to planned work.</summary>
    public Work Read(Work work, InputContext context) => _work.Aggregate(work, (read, rule) => rule.Apply(read, context));
}
