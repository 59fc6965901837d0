namespace Intercom.PowerShell;

/// <summary>Reads the dates of the body that no parameter reads: custom attributes and further fields.</summary>
internal sealed class DatedFieldsRule : IWorkRule
{
    public Work Apply(Work work, InputScene scene)
    {
        DatedFields.Read(work.Request.Body, work.Input.DateFormats);
        return work;
    }
}
