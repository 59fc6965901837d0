namespace Intercom.PowerShell;

/// <summary>
/// Rejects a token that is specified as plain text, which would stay in the session history, and lists the alternatives. The error does not
/// repeat the text.
/// </summary>
internal sealed class NoPlainTextAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string) return inputData;
        // Connecting has failed, whichever of the two attributes the engine calls first.
        IntercomConnections.BeginConnecting();
        throw CommandErrors.PlainTextToken();
    }
}
