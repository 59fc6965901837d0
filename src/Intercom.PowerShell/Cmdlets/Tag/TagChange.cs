namespace Intercom.PowerShell;

/// <summary>Adds a tag to a resource, or removes it.</summary>
internal sealed class TagChange() : MemberChange(
    "tags", "tag", "id", "Tag", typeof(AddTagCommand), typeof(RemoveTagCommand));
