namespace Intercom.PowerShell;

/// <summary>
/// Rejects a token that is specified as plain text, which would stay in the session history, and lists the alternatives. The error does not
/// repeat the text.
/// </summary>
internal sealed class NoPlainTextAttribute : ArgumentTransformationAttribute
{
    /// <summary>True for the token that a sandbox accepts. The connection of the session does not depend on it.</summary>
    public bool IsOfSandbox { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (IsOfSandbox) return OfSandbox(given);
        if (given is not string) return inputData;
        // Connecting has failed, whichever of the two attributes the engine calls first.
        IntercomConnections.BeginConnecting();
        throw CommandErrors.PlainTextToken();
    }

    private static object? OfSandbox(object? given) => given switch
    {
        string => throw CommandErrors.PlainTextSandboxToken(),
        null or System.Security.SecureString { Length: 0 } => throw CommandErrors.EmptySandboxToken(),
        _ => given,
    };
}
