using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Intercom.Http;

namespace Intercom.PowerShell;

/// <summary>The fields that New- and Set-IntercomCollection share.</summary>
public abstract class CollectionFieldsCommand : IntercomWriteCommand
{
    /// <summary>A short description of the collection, in the default language.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true), Body("description")]
    public string? Description { get; set; }

    /// <summary>
    /// The parent collection, by name or id. $null moves the collection to the top level, which is the default for new collections.
    /// </summary>
    [Parameter, AllowNull, Alias("ParentId"), IntercomId("CollectionId"), ArgumentCompleter(typeof(NameCompleter<Collection>)), NameOf(typeof(Collection)), Body("parent_id"), FromRow]
    public string? Parent { get; set; }

    /// <summary>Names and descriptions by language code: @{ fr = @{ name = '...'; description = '...' } }.</summary>
    [Parameter, Alias("Translation"), Body("translated_content"), Table, FromRow]
    public Hashtable? TranslatedContent { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<ApiRequest> Requests(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) => base.Requests(operation, bound).Select(request =>
    {
        if (request.Body is JsonObject body) TranslatedFields.NameTypes(body, "group");
        return request;
    });

    /// <inheritdoc/>
    protected override Func<ApiRequest, CancellationToken, Task<object?>> Sending(OperationAttribute operation, IReadOnlyDictionary<string, object?> bound) => Forgetting(base.Sending(operation, bound));
}
