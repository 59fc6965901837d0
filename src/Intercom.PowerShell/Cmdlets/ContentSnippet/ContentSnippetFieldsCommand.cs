using System.Collections;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomContentSnippet share.</summary>
public abstract class ContentSnippetFieldsCommand : IntercomWriteCommand
{
    /// <summary>The longest title that Intercom accepts.</summary>
    private const int MostTitle = 255;

    /// <summary>The text as Markdown.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("body_markdown")]
    public string? BodyMarkdown { get; set; }

    /// <summary>The text as blocks, such as @{ type = 'paragraph'; text = '...' }, instead of -BodyMarkdown.</summary>
    [Parameter, Alias("JsonBlocks"), Tables, Body("json_blocks")]
    public Hashtable[]? JsonBlock { get; set; }

    /// <summary>The code of the language, such as en, which is the default for a new snippet.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Alias("Language"), Body("locale")]
    public string? Locale { get; set; }

    /// <summary>The ids of the audiences for which Fin may use the snippet. An empty list removes the restriction.</summary>
    [Parameter, AllowEmptyCollection, IntercomId("AudienceId"), ArgumentCompleter(typeof(IdCompleter))]
    [Body("audience_ids", Form = WireForm.Integer)]
    public string[]? AudienceId { get; set; }

    /// <summary>Whether Fin may use the snippet. For a new snippet, the default is false.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("ai_chatbot_availability"), Truth]
    public bool? AiChatbotAvailability { get; set; }

    /// <summary>Whether Copilot may use the snippet. For a new snippet, the default is false.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("ai_copilot_availability"), Truth]
    public bool? AiCopilotAvailability { get; set; }

    /// <summary>Whether the sales agent may use the snippet. For a new snippet, the default is false.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("ai_sales_agent_availability"), Truth]
    public bool? AiSalesAgentAvailability { get; set; }

    /// <summary>Rejects a title that is too long, and two texts. A copied snippet has its text in both forms, and keeps one.</summary>
    private protected CommandInput WithOneText(CommandInput input, string? title)
    {
        if (title?.Length > MostTitle) throw CommandErrors.TextTooLong("Title", title.Length, MostTitle);
        if (!input.Has(nameof(BodyMarkdown)) || !input.Has(nameof(JsonBlock))) return input;
        if (input.IsCopy && !input.IsOnCommandLine(nameof(BodyMarkdown))) return input.Without(nameof(BodyMarkdown));
        if (input.IsCopy && !input.IsOnCommandLine(nameof(JsonBlock))) return input.Without(nameof(JsonBlock));
        throw CommandErrors.TwoSnippetTexts();
    }
}
