namespace Intercom.PowerShell;

/// <summary>Archives a contact, or restores it. Contacts do not show which they are, so the reversal assumes the opposite.</summary>
internal sealed class ArchiveChange : ChangeKind
{
    /// <inheritdoc/>
    public override AttributeBag After(SentChange sent) => new() { ["archived"] = Archives(sent) };

    /// <inheritdoc/>
    public override Reversal Reverse(SentChange sent, AttributeBag? before)
    {
        var (opposite, verb, assumed) = Archives(sent) ? (typeof(EnableContactCommand), "Unarchive", "it was not archived before")
            : (typeof(DisableContactCommand), "Archive", "it was archived before");
        return new Reversal([sent.Opposite(opposite, "", [], sent.Resource.Id!)], $"{verb} {sent.Resource}").Assuming(assumed);
    }

    private static bool Archives(SentChange sent) => sent.Cmdlet == typeof(DisableContactCommand);
}
