namespace Intercom.PowerShell;

/// <summary>
/// Refuses a token that is given as plain text, which would stay in the session history, and lists the alternatives. The error does not
/// repeat the text.
/// </summary>
internal sealed class NoPlainTextAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string) return inputData;
        // Connecting has failed, whichever of the two attributes the engine calls first.
        IntercomConnections.BeginConnecting();
        throw new ArgumentTransformationMetadataException(
            "-Token requires a SecureString, because plain text stays in the session history. "
            + "Omit -Token to be prompted for it, or use -Token (Read-Host -AsSecureString), -SecretName "
            + "or the environment variable INTERCOM_TOKEN. Use -Sandbox to work without a token.");
    }
}
