namespace Intercom.PowerShell.Tests;

/// <summary>The id of an error, as tests assert it. The texts are checked in CommandErrorTests and ErrorTextTests only.</summary>
internal static class ErrorCode
{
    /// <summary>
    /// The id without Intercom's prefix and the cmdlet. PowerShell's binder keeps its own id for a value that a parameter refuses. The code
    /// is then in the inner exception.
    /// </summary>
    public static string Code(this ErrorRecord error)
    {
        for (var failure = error.Exception; failure is not null; failure = failure.InnerException)
        {
            if (failure.GetType().GetProperty("Code")?.GetValue(failure) is string code) return code;
        }
        return error.FullyQualifiedErrorId.Split(',')[0].Replace("Intercom.", "", StringComparison.Ordinal);
    }
}
