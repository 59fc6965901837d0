using System.Collections;

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
    [Parameter, AllowNull, Alias("ParentId"), IntercomId("CollectionId"), ArgumentCompleter(typeof(NameCompleter<Collection>))]
    [NameOf(typeof(Collection)), Body("parent_id"), FromRow]
    public string? Parent { get; set; }

    /// <summary>Names and descriptions by language code: @{ fr = @{ name = '...'; description = '...' } }.</summary>
    [Parameter, Alias("Translation"), Body("translated_content"), Table, FromRow]
    public Hashtable? TranslatedContent { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input) => base.PlanWork(input).Select(work =>
        (work.Request.Body is null ? work : work.Change(body => TranslatedFields.NameTypes(body, "group"))).ThenForget());
}
