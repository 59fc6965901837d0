namespace Intercom.PowerShell;

/// <content>Conversation attributes and their options.</content>
internal static partial class CommandErrors
{
    public static ArgumentException RelationshipWithoutType(string attribute) => Invalid(
        "relationship_without_type",
        $"The attribute '{attribute}' is a relationship, but -ReferenceType is missing.",
        "Specify how many objects it refers to: -ReferenceType one, or many.");

    public static ArgumentException LastOptions(string option, string attribute, int count) => Invalid(
        "last_options",
        $"The option '{option}' cannot be archived, because the attribute '{attribute}' has {count} options that are not archived.",
        "An attribute keeps at least two. Add another one first with New-IntercomConversationAttributeOption.");
}
