namespace Intercom.PowerShell;

/// <summary>Archives a contact, or restores it.</summary>
/// <param name="opposite">The cmdlet that reverses the change.</param>
/// <param name="verb">The reversal in words.</param>
/// <param name="assumed">The former state that the reversal assumes, because contacts do not show it.</param>
internal sealed class ArchiveChange(Type opposite, string verb, string assumed) : ChangeKind
{
    /// <inheritdoc/>
    public override AttributeBag After(SentChange sent) => new() { ["archived"] = sent.Cmdlet == typeof(DisableContactCommand) };

    /// <inheritdoc/>
    public override Reversal Reverse(SentChange sent, AttributeBag? before) =>
        new Reversal([sent.Opposite(opposite, "", [], sent.Resource.Id!)], $"{verb} {sent.Resource}").Assuming(assumed);
}
