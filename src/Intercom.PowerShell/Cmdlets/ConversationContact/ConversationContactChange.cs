namespace Intercom.PowerShell;

/// <summary>Adds a contact to a conversation, or removes it.</summary>
internal sealed class ConversationContactChange() : MemberChange(
    "contacts", "contact", "customer.intercom_user_id", "ContactId", typeof(AddConversationContactCommand),
    typeof(RemoveConversationContactCommand));
