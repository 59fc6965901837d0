namespace Intercom.PowerShell;

/// <summary>The parameters that the cmdlets for a conversation's state share.</summary>
public abstract class ConversationActionCommand : IntercomWriteCommand
{
    /// <summary>
    /// The id of one or more conversations. Each cmdlet declares how it binds. Where another argument can come first when conversations are
    /// piped, the cmdlet has a parameter set for that. Text that is not a number cannot be an id, so the binder treats it as that argument.
    /// </summary>
    public abstract string[] ConversationId { get; set; }

    /// <summary>
    /// The admin who performs the action, by id, email address or name. The default is the admin who owns the access token.
    /// </summary>
    [Parameter, ActingAdmin("admin_id"), ArgumentCompleter(typeof(IdCompleter))]
    public string? AdminId { get; set; }

    /// <summary>Returns the changed conversation.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        if (!input.Bound.TryGetValue("Body", out var words) || words is not (null or "")) return base.PlanWork(input);
        if (input.IsOnCommandLine("Body")) throw CommandErrors.EmptyBody();
        return base.PlanWork(input.Without("Body"));
    }

    /// <summary>Returns the message of the action as text for -WhatIf and -Confirm, or an empty string.</summary>
    private protected static string Saying(Work work, bool isTemplate = false) => work.Request.Body?["body"] is { } words
        ? $" and say {BodyTemplates.Quoted(work, words.ToString(), isTemplate)}" : "";
}
