using System.Collections;

namespace Intercom.PowerShell;

/// <summary>
/// Accepts quick replies as text, as @{ text = '...'; uuid = '...' }, or as the options of a part. Text gets an id immediately, so that a
/// repeated request offers the same replies.
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
        if (string.IsNullOrWhiteSpace(text))
        {
            throw CommandErrors.NotAQuickReply($"{value}");
        }
        if (uuid is not null && !Guid.TryParse(uuid, out _))
        {
            throw CommandErrors.InvalidUuid(uuid, text!);
        }
        return new Hashtable { ["text"] = text, ["uuid"] = uuid ?? Guid.NewGuid().ToString() };
    }
}
