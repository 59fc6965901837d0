namespace Intercom.Http;

/// <content>The window according to responses.</content>
internal sealed partial class BudgetWindow
{
    /// <summary>Takes an answer, or that there was none.</summary>
    /// <returns>True when the response came from a new window.</returns>
    public bool Hear(TimeSpan now, DateTimeOffset local, TimeSpan sentAt, BudgetAnswer? answered)
    {
        InFlight--;
        if (answered is { } answer)
        {
            _hasAnswered = true;
            if (answer.BlockedFor is { } block) Block(now, block);
            if (answer is { Limit: { } limit and > 0, Remaining: { } left, Reset: { } reset } && IsBelievable(answer, local))
            {
                if (answer.Date is { } date) _clock.Hear(now, date);
                else _clock.Assume(now, local);
                return Hear(now, sentAt, limit, left, reset);
            }
        }
        // It may have been counted.
        if (sentAt >= _since) _counted++;
        return false;
    }

    private bool Hear(TimeSpan now, TimeSpan sentAt, int limit, int left, long reset)
    {
        var isNew = Limit is null || reset > _reset;
        if (isNew)
        {
            if (_isHeard && reset - _reset < _length) _length = reset - _reset;
            Limit = limit;
            Turn(reset, now);
        }
        else if (reset < _reset)
        {
            // The answer is late, or the presumed window has not started yet.
            if (_isHeard || reset < _resetBefore || (reset == _resetBefore && sentAt < _since)) return false;
            if (reset == _resetBefore)
            {
                _clock.Prove(now, sentAt, reset);
                (_counted, _isHeard) = (_counted + _countedBefore, true);
            }
            else
            {
                _length = reset - _resetBefore;
            }
            _reset = reset;
            _claim = _counted + InFlight;
        }
        _counted++;
        Remaining = _isHeard ? Math.Min(Remaining, left) : left;
        if (!_isHeard) (_isHeard, _usedAtFirst) = (true, limit - left);
        Limit = limit;
        var used = limit - Remaining - _usedAtFirst;
        if (used >= 10) _share = Math.Max(0.05, Math.Min(1, 0.7 * _share + 0.3 * (_counted + InFlight - 1) / used));
        return isNew;
    }

    private void Turn(long reset, TimeSpan now)
    {
        (_resetBefore, _countedBefore, _expectedBefore) = (_reset, _counted, Expected(now));
        (_reset, _counted, _isHeard, _since) = (reset, 0, false, now);
        Remaining = Limit ?? 0;
        // What is on its way counts in the new window, at the latest.
        (_claim, _taken, _othersUsed) = (InFlight + (Limit is { } known ? Start(Open(known)) : 0), 0, 0);
    }

    private void Block(TimeSpan now, TimeSpan block)
    {
        var until = now + (block > CallBudget.LongestWait ? CallBudget.ShortBlock : block);
        if (until > _blockedUntil) _blockedUntil = until;
        _refusedIn = _reset;
    }

    private bool IsBelievable(BudgetAnswer answer, DateTimeOffset local)
    {
        if (answer.Reset is not { } reset || reset > LastReset) return false;
        var rest = DateTimeOffset.FromUnixTimeSeconds(reset) - (answer.Date ?? local);
        if (rest <= TimeSpan.Zero || rest > CallBudget.LongestWait) return false;
        _length = Math.Max(_length, (long)Math.Ceiling(rest.TotalSeconds));
        return true;
    }
}
