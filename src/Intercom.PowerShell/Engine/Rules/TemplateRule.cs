namespace Intercom.PowerShell;

/// <summary>Rejects a text with placeholders when -AsTemplate is not specified. The customer would read the placeholders.</summary>
internal sealed class TemplateRule : IWorkRule
{
    private const string AsTemplate = "AsTemplate";

    public Work Apply(Work work, InputContext context)
    {
        // -AsTemplate:$false states that the text is sent unchanged.
        if (work.Request.Body is not { } body || context.Invocation.BoundParameters.ContainsKey(AsTemplate)) return work;
        foreach (var (field, parameter) in BodyTemplates.Fields)
        {
            if (body[field]?.ToString() is not { } text || BodyTemplate.FirstIn(text) is not { } placeholder) continue;
            if (context.Invocation.MyCommand.Parameters.ContainsKey(AsTemplate))
            {
                throw CommandErrors.UnfilledPlaceholder(parameter, ResourceWords.Shortened(placeholder)!);
            }
        }
        return work;
    }
}
