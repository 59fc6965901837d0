using System.Text.Json.Serialization;

namespace Intercom;

/// <summary>What every object of Intercom's API has in common.</summary>
public abstract class IntercomObject
{
    /// <summary>Intercom's own word for the kind of object, such as <c>contact</c> or <c>conversation</c>.</summary>
    [JsonPropertyOrder(100)]
    public string? Type { get; set; }

    /// <summary>
    /// The fields of the response that this module does not model yet, by their names in the API. Null when all fields are modeled.
    /// </summary>
    [JsonExtensionData, JsonPropertyOrder(101)]
    public AttributeBag? AdditionalFields { get; set; }

    /// <summary>The object in words, for tables and CSV.</summary>
    public override string ToString() => Type ?? GetType().Name;

    /// <summary>
    /// What people call the object besides its id, such as a person's name and address, for messages. Internal, so that no export has it
    /// as a column.
    /// </summary>
    internal virtual string? CalledAs => ToString();

    /// <summary>Those of these values that are not empty.</summary>
    private protected static string? AllOf(params string?[] words)
    {
        var said = System.Array.FindAll(words, word => !string.IsNullOrWhiteSpace(word));
        return said.Length == 0 ? null : string.Join(", ", said);
    }

    /// <summary>The first of these values that is not empty.</summary>
    private protected static string FirstOf(params string?[] words)
    {
        foreach (var word in words)
        {
            if (!string.IsNullOrWhiteSpace(word)) return word!;
        }
        return "";
    }
}
