using Intercom.Http;

namespace Intercom.PowerShell;

/// <content>How names are read, and the file is written.</content>
public sealed partial class ExportCsvCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_target is null) return;
        if (_spool is null)
        {
            Warn($"No object was piped, so '{_target}' was not written.");
            return;
        }
        Written(() => _spool.Save(_target, Force, Delimiter, _columns!));
        foreach (var file in InvokeProvider.Item.Get([_target], force: true, literalPath: true)) WriteOutput(file);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _spool?.Dispose();
        _columns?.Dispose();
    }

    /// <summary>Waits for a read of a list of names. Returns null, with a warning, when the token may not read it.</summary>
    internal IReadOnlyList<T>? Names<T>(
        IntercomConnection session, string consequence, Func<CancellationToken, Task<IReadOnlyList<T>>> read)
    {
        try
        {
            return Wait(read(Cancellation));
        }
        catch (IntercomApiException refused) when (refused.StatusCode == 403)
        {
            Warn($"{consequence} {session.Client.WithoutToken(refused.Message)}");
            return null;
        }
        catch (Exception failure) when (IsItemFailure(failure))
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null));
            throw;
        }
    }

    private void Written(Action part) => OrEnd(() =>
    {
        try
        {
            part();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CommandErrors.CannotWrite(_target!, failure);
        }
    }, _target);
}
