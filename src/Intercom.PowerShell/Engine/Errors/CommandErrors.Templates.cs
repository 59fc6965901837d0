namespace Intercom.PowerShell;

/// <content>Templates.</content>
internal static partial class CommandErrors
{
    public static ArgumentException InvalidPlaceholder(string parameter, string given) => Invalid(
        "invalid_placeholder",
        $"{parameter} contains '{given}', which is not a placeholder.",
        "Write {{ name }} or {{ name | fallback:\"text\" }}, or omit -AsTemplate to send the text unchanged.");

    public static ArgumentException UnfilledPlaceholder(string parameter, string given) => Invalid(
        "unfilled_placeholder",
        $"{parameter} contains '{given}', and -AsTemplate is not specified, so the placeholder would be sent unchanged.",
        "Add -AsTemplate to fill the text for each contact, or -AsTemplate:$false to send it unchanged.");

    public static ArgumentException UnknownPlaceholder(string name, IReadOnlyCollection<string> similar) => Invalid(
        "unknown_placeholder",
        $"'{name}' is not an attribute of contacts in this workspace."
            + (similar.Count == 0 ? "" : $" Did you mean {Quoted(similar)}?"),
        "Get-IntercomDataAttribute contact lists the attributes.");

    public static ArgumentException MissingTemplateValue(string name, string contact) => Invalid(
        "missing_template_value",
        $"The template uses '{name}', which is empty for {contact}.",
        $"Add a fallback: {{{{ {name} | fallback:\"text\" }}}}.");

    public static ArgumentException TemplateContacts(string resource, int count) => Invalid(
        "template_contacts",
        $"A template is filled with the values of one contact, and {resource} has {count}.",
        "Send the text without -AsTemplate.");

    public static ArgumentException TemplateAndTogether() => Invalid(
        "template_and_together",
        "-AsTemplate fills the text for one contact, and -Together sends the same text to several.",
        "Omit one of them.");
}
