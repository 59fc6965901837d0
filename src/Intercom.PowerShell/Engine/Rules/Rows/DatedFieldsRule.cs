namespace Intercom.PowerShell;

/// <summary>Converts the dates in custom attributes and additional fields, which no parameter converts.</summary>
internal sealed class DatedFieldsRule : IWorkRule
{
    public Work Apply(Work work, InputContext context)
    {
        DatedFields.Read(work.Request.Body, work.Input.DateFormats);
        return work;
    }
}
