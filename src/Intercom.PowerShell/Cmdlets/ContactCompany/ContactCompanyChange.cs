namespace Intercom.PowerShell;

/// <summary>Adds a contact to a company, or removes it.</summary>
internal sealed class ContactCompanyChange() : MemberChange(
    "companies", "company", "id", "CompanyId", typeof(AddContactCompanyCommand), typeof(RemoveContactCompanyCommand));
