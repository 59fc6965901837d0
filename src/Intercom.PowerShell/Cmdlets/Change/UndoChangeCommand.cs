namespace Intercom.PowerShell;

/// <summary>Reverses changes that this connection sent, the newest first.</summary>
/// <remarks>
/// These changes can be undone: tags, companies and contacts that were added or removed, archived and restored contacts, the state of
/// conversations, and fields and assignees whose former values Get-IntercomChange shows. A sent message, a deletion, a merge and a creation
/// cannot be undone, and neither can a change whose outcome is unknown. The former values are those that the piped object had. Without
/// one, the undo of a tag, a company or a state assumes the opposite, and warns. Changes that somebody else made in the meantime are
/// overwritten. An undo is itself a change, and can be undone.
/// </remarks>
/// <example>
/// <para>Shows how the last change would be reversed.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-123 |
///     Set-IntercomContact -Name 'Ada Albright'
/// Get-IntercomChange -Last 1 | Undo-IntercomChange -WhatIf
/// </code>
/// <outcome>$whatif.Count -eq 1 -and (Get-IntercomContact -ExternalId user-123).Name -eq 'Ada Albright'</outcome>
/// </example>
/// <example>
/// <para>Tags a contact and closes a conversation, then reverses both without the prompts.</para>
/// <code>
/// Get-IntercomContact -ExternalId user-7 | Add-IntercomTag 'Beta tester'
/// Get-IntercomConversation 100120 | Close-IntercomConversation
/// Get-IntercomChange -Last 2 | Undo-IntercomChange -Confirm:$false
/// </code>
/// <outcome>
/// $writes.Count -eq 4 -and $writes[-1].Method -eq 'DELETE' -and (Get-IntercomChange)[0].UndoneBy -eq 4
/// (Get-IntercomConversation 100120).State -eq (Before { Get-IntercomConversation 100120 }).State
/// </outcome>
/// </example>
[Cmdlet(VerbsCommon.Undo, "IntercomChange", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(IntercomChange))]
public sealed class UndoChangeCommand : IntercomCommand
{
    private readonly List<IntercomChange> _changes = [];
    private RequestWindow? _window;

    /// <summary>One or more changes from Get-IntercomChange.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true), ValidateNotNullOrEmpty]
    public IntercomChange[] Change { get; set; } = [];

    /// <summary>
    /// Maximum number of concurrent requests, 1 to 64. The default is 8. Requests for the same resource are never sent concurrently.
    /// </summary>
    [Parameter, ValidateRange(1, 64), WholeNumber]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Returns the change that reversed each change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _changes.AddRange(Change);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _window = new RequestWindow(ThrottleLimit, isRead: false, Emit);
        Run = new RunEnd(this, _window, isRead: false, (_, _) => false);
        Guarded(UndoAll);
        Run.IsOver = true;
        Progress?.Dispose();
    }

    private void UndoAll()
    {
        var (plan, number) = (new UndoPlan(Session, _changes), 0);
        if (_changes.Count > 1) Progress = new CommandProgress(this, MyInvocation.MyCommand.Name, Session.Client.Time);
        foreach (var change in plan.Ordered)
        {
            if (plan.Check(change) is { } refusal) _window!.Start(QueuedCall.Failed(++number, change, refusal));
            else Undo(plan, change, ++number);
        }
        _window!.Drain();
    }

    private void Undo(UndoPlan plan, IntercomChange change, int number)
    {
        var (reversal, session, sink) = (change.Reversal, Session, Sink);
        var doing = session.Client.WithoutToken($"Undo change {change.Number}: {reversal.Words}");
        var isConfirmed = ShouldProcess(doing, $"{doing}?", "Confirm", out var reason);
        // With -WhatIf, older changes are judged as if this one were undone.
        if (isConfirmed || reason == ShouldProcessReason.WhatIf) plan.Take(change);
        if (!isConfirmed) return;
        if (reversal.Warning(change) is { } warning) Warn(warning);
        _window!.Start(new QueuedCall(number, change, (watch, stop) => UndoPlan.SendAsync(reversal.Steps,
            new SendContext(session, sink, typeof(object)) { Watch = watch, Cancellation = stop }))
        {
            Key = reversal.Steps[0].Resource?.Key, IsSilent = true,
            Change = new ChangeNote(session, MyInvocation.MyCommand.Name, doing) { Undoes = change },
        });
    }

    private void Emit(PendingCall call) => Emit(_window!, call, _ =>
    {
        if (PassThru && ((IntercomChange)call.Target!).UndoneWith is { } undo) WriteOutput(undo);
        else Run!.Applied++;
    });
}
