namespace Intercom.PowerShell;

/// <summary>The names of the parameters that the base classes of cmdlets declare.</summary>
internal static class SharedParameters
{
    public const string InputObject = "InputObject";
    public const string Connection = "Connection";
    public const string ThrottleLimit = "ThrottleLimit";
    public const string Checkpoint = "Checkpoint";
    public const string RetryUnknown = "RetryUnknown";
    public const string DateFormat = "DateFormat";
    public const string ColumnMap = "ColumnMap";
    public const string PassThru = "PassThru";
}
