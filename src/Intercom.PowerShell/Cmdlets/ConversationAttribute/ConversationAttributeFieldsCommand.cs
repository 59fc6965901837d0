using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The parameters that New- and Set-IntercomConversationAttribute share.</summary>
public abstract class ConversationAttributeFieldsCommand : IntercomWriteCommand
{
    /// <summary>The description that teammates see.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>Whether teammates must fill in the attribute.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("required"), Truth]
    public bool? Required { get; set; }

    /// <summary>The ids of the teams that see the attribute. An empty list shows it to all teams.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), AllowEmptyCollection, IntercomId("TeamId")]
    [ArgumentCompleter(typeof(IdCompleter)), Body("visible_to_team_ids")]
    public string[]? TeamId { get; set; }

    /// <summary>Whether the text can have several lines. Only for attributes of the type string.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("multiline"), Truth]
    public bool? Multiline { get; set; }

    /// <summary>
    /// How many custom objects a conversation can refer to: one or many. Only for attributes of the type relationship, which require it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true), OneOf("one", "many"), ArgumentCompleter(typeof(ReferenceTypeCompleter))]
    [Body("reference.type")]
    public string? ReferenceType { get; set; }

    /// <summary>The identifier of the type of the custom objects. Only for attributes of the type relationship.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Trim, Body("reference.object_type_id")]
    public string? ObjectTypeId { get; set; }

    /// <summary>
    /// Sends the change. Warns first when another attribute has the name, because conversations cannot be changed by a name that two have.
    /// </summary>
    private protected static async Task<object?> SendAsync(ApiRequest request, SendContext context)
    {
        request.Ids.TryGetValue("ConversationAttributeId", out var id);
        if (request.Body?["name"]?.ToString() is { } name && await SameAsync(name, id, context).ConfigureAwait(false) is { } same)
        {
            context.Sink.Write(new DiagnosticEvent(DiagnosticKind.Warning,
                $"The conversation attribute {same.Id} has the name '{name}' too. While two have it, Intercom rejects changes of this "
                    + "attribute with Set-IntercomConversation. Rename one with Set-IntercomConversationAttribute -Name."));
        }
        return await context.SendAsync(request).ConfigureAwait(false);
    }

    /// <summary>Another attribute of the name, which is not archived; null without one, or when they cannot be listed.</summary>
    private static async Task<ConversationAttribute?> SameAsync(string name, string? id, SendContext context)
    {
        try
        {
            var all = await context.Directory.ListAsync<ConversationAttribute>(context.Sink, context.Cancellation).ConfigureAwait(false);
            return all.FirstOrDefault(other => other.Archived != true && other.Id != id
                && string.Equals(other.Name?.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));
        }
        catch (IntercomApiException failure) when (failure.StatusCode != 401)
        {
            return null;
        }
    }
}

/// <summary>Completes the number of objects that a relationship refers to.</summary>
internal sealed class ReferenceTypeCompleter() : WordCompleter("one", "many");
