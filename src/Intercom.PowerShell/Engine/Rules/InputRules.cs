namespace Intercom.PowerShell;

/// <summary>
/// All rules, in the order in which they hold. Each run of a cmdlet has its own, because some rules remember what they have reported.
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
        new RowRule(),
        new OtherWorkspaceRule(),
        new SecondIdRule(),
        new UntakenValueRule(),
        new MissingParameterRule(),
    ];

    private readonly IWorkRule[] _work =
    [
        new NothingToChangeRule(),
        new DatedFieldsRule(),
        new AttributeDatesRule(),
    ];

    /// <summary>Reads an input.</summary>
    public CommandInput Read(CommandInput input, InputScene scene) => _input.Aggregate(input, (read, rule) => rule.Apply(read, scene));

    /// <summary>Reads a planned request.</summary>
    public Work Read(Work work, InputScene scene) => _work.Aggregate(work, (read, rule) => rule.Apply(read, scene));
}
