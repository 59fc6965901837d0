using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace Intercom.PowerShell;

/// <summary>
/// Takes quick replies as words, as @{ text = '...'; uuid = '...' }, or as the options of a part. Words get an id of their own at once, so that a repeat
/// of the request offers the same ones.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QuickReplyAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return (given is IList list and not IDictionary ? list.Cast<object?>() : [given]).Select(Option).ToArray();
    }

    private static Hashtable Option(object? item)
    {
        var value = item is PSObject wrapped ? wrapped.BaseObject : item;
        var (text, uuid) = value switch
        {
            string words => (words, null),
            QuickReplyOption option => (option.Text, option.Uuid),
            IDictionary map => (map["text"]?.ToString(), map["uuid"]?.ToString()),
            _ => (null, null),
        };
        if (string.IsNullOrWhiteSpace(text)) throw new ArgumentTransformationMetadataException($"'{value}' is no quick reply. Give its words, or @{{ text = 'Yes'; uuid = '...' }}.");
        if (uuid is not null && !Guid.TryParse(uuid, out _)) throw new ArgumentTransformationMetadataException($"The uuid '{uuid}' of the quick reply '{text}' is none. Leave it out, or give one as [guid]::NewGuid() makes it.");
        return new Hashtable { ["text"] = text, ["uuid"] = uuid ?? Guid.NewGuid().ToString() };
    }
}
