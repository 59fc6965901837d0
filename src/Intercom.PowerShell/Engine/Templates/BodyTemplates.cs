using System.Collections.Concurrent;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>
/// Fills the templates of one run. When the piped object has all values, the text is complete before it is confirmed. Otherwise the contact
/// is read when the request is sent, each contact once.
/// </summary>
internal sealed class BodyTemplates
{
    private const string Body = "body";
    private const string Subject = "subject";

    /// <summary>The fields that can be templates, and their parameters.</summary>
    public static readonly IReadOnlyList<(string Field, string Parameter)> Fields = [(Body, "-Body"), (Subject, "-Subject")];

    private readonly ConcurrentDictionary<string, Lazy<Task<Contact?>>> _contacts = new(StringComparer.Ordinal);
    private int _hasWarned;

    /// <summary>Plans the filling of the body, and of the subject if there is one.</summary>
    /// <param name="work">The work.</param>
    /// <param name="contact">The id of the contact; null to use the contact of the conversation or ticket.</param>
    /// <exception cref="ArgumentException">A template is invalid, or a known contact does not have a value.</exception>
    public Work Fill(Work work, string? contact = null)
    {
        var templates = new List<(string Field, BodyTemplate Template)>();
        foreach (var (field, parameter) in Fields)
        {
            if (work.Request.Body?[field]?.ToString() is not { } text) continue;
            templates.Add((field, BodyTemplate.Read(text, parameter, isHtml: field == Body)));
        }
        var names = templates.SelectMany(one => one.Template.Placeholders).Select(one => one.Name).ToList();
        if (names.Count == 0) return work;
        var values = ValuesOf(work.Input.Piped?.BaseObject, work.Resource, contact);
        return names.TrueForAll(name => values.TryGet(name, out _))
            ? work.Change(body => Put(body, templates, values, []))
            : work.SentBy((this, templates, values, work.Send), SendAsync);
    }

    /// <summary>The text of a message for -WhatIf: complete for a template, otherwise its first words.</summary>
    public static string Quoted(Work work, string? text, bool isTemplate) =>
        isTemplate && work.Request.Body?[Body]?.ToString() is { } filled ? $"\"{ResourceWords.Shortened(filled, 500)}\""
            : WorkText.Quoted(text);

    private static void Put(JsonObject body, List<(string Field, BodyTemplate Template)> templates, ContactValues values,
        IReadOnlyCollection<string> defined)
    {
        foreach (var (field, template) in templates)
        {
            body[field] = template.Filled(name => values.TryGet(name, out var value) ? value
                : defined.Contains(name) ? null : throw CommandErrors.UnknownPlaceholder(name, []), values.Shown);
        }
    }

    /// <summary>What the piped object says about the contact.</summary>
    private static ContactValues ValuesOf(object? piped, ApiResource resource, string? contact)
    {
        if (contact is not null)
        {
            // A reference in another object has little besides the id, and its empty properties mean nothing.
            var isRead = piped is Contact { CreatedAt: not null } or Contact { UpdatedAt: not null };
            return isRead && ((Contact)piped!).Id == contact ? new((Contact)piped) : new(null, new Reference { Id = contact });
        }
        var (id, contacts, author) = piped switch
        {
            Conversation conversation => (conversation.Id, conversation.Contacts, conversation.Source?.Author),
            Ticket ticket => (ticket.Id, ticket.Contacts, null),
            _ => (null, null, null),
        };
        if (id != resource.Id || contacts is null) return new ContactValues(null);
        var one = OneOf(contacts, resource);
        return new(null, one, author is { Id: { } writer } && writer == one.Id ? author : null);
    }

    private static Reference OneOf(ItemList<Reference>? contacts, ApiResource resource) =>
        contacts is [{ Id: not null } one] ? one : throw CommandErrors.TemplateContacts(resource.ToString(), contacts?.Count ?? 0);

    private static async Task<object?> SendAsync(
        (BodyTemplates Run, List<(string Field, BodyTemplate Template)> Templates, ContactValues Values, Sending Send) state,
        ApiRequest request, SendContext context)
    {
        var id = state.Values.Id ?? (await state.Run.ContactOfAsync(request.Resource!, context).ConfigureAwait(false)).Id!;
        var contact = await state.Run.ReadAsync(id, context).ConfigureAwait(false);
        var values = new ContactValues(contact, new Reference { Id = id });
        var custom = state.Templates.SelectMany(one => one.Template.Placeholders).Select(one => one.Name)
            .Where(name => !values.TryGet(name, out _)).Distinct().ToList();
        if (custom.Count > 0) await state.Run.CheckAsync(custom, context).ConfigureAwait(false);
        var body = (JsonObject)request.Body!.DeepClone();
        Put(body, state.Templates, values, custom);
        return await state.Send(request.WithBody(body), context).ConfigureAwait(false);
    }

    /// <summary>The contact of a conversation or ticket of which only the id is known.</summary>
    private async Task<Reference> ContactOfAsync(ApiResource resource, SendContext context)
    {
        if (resource.Noun == "ticket")
        {
            var ticket = await context.SendAsync<Ticket>(ModelRequests.Get<Ticket>("Id", resource.Id!)).ConfigureAwait(false);
            return OneOf(ticket?.Contacts, resource);
        }
        var read = ModelRequests.Get<Conversation>("Id", resource.Id!);
        return OneOf((await context.SendAsync<Conversation>(read).ConfigureAwait(false))?.Contacts, resource);
    }

    private async Task<Contact?> ReadAsync(string id, SendContext context)
    {
        var read = _contacts.GetOrAdd(id, _ => new Lazy<Task<Contact?>>(() =>
            context.SendAsync<Contact>(ModelRequests.Get<Contact>("Id", id))));
        try
        {
            return await read.Value.ConfigureAwait(false);
        }
        catch
        {
            // The next input reads it again.
            _contacts.TryRemove(id, out _);
            throw;
        }
    }

    /// <summary>Checks that the workspace defines attributes which the contact does not have.</summary>
    /// <exception cref="ArgumentException">The workspace does not define one of them.</exception>
    private async Task CheckAsync(IReadOnlyList<string> names, SendContext context)
    {
        List<string> known;
        try
        {
            var list = await context.Directory.ListAsync<DataAttribute>(context.Sink, context.Cancellation).ConfigureAwait(false);
            known = list.Where(attribute => attribute is { Model: "contact", Name: not null })
                .Select(attribute => attribute.Name!).ToList();
        }
        catch (IntercomApiException failure) when (failure.StatusCode == 403)
        {
            if (Interlocked.Exchange(ref _hasWarned, 1) == 0) context.Sink.Write(new DiagnosticEvent(DiagnosticKind.Warning,
                "This token cannot list the workspace's attributes, so a misspelled attribute in a template counts as a missing value."));
            return;
        }
        foreach (var name in names.Select(name => ContactValues.CustomName(name)!))
        {
            if (known.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            throw CommandErrors.UnknownPlaceholder(name, NearMatch.Of(name, ContactValues.Names.Concat(known)));
        }
    }
}
