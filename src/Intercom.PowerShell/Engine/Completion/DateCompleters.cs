using System.Collections;
using Intercom.Dates;

namespace Intercom.PowerShell;

/// <summary>Completes dates with usual words. The description says what each word means at the moment.</summary>
internal abstract class DateCompleter(DateDirection direction, params string[] words) : WorkspaceCompleter
{
    protected override Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) =>
        Task.FromResult<IReadOnlyList<Completion>>(words.Select(Entry).OfType<Completion>().ToList());

    /// <summary>Null for a word that does not apply now, such as 'today 17:00' in the evening.</summary>
    private Completion? Entry(string word)
    {
        try
        {
            var meant = DateReader.Read(word, new DateOptions { Direction = direction }).Moment.UtcDateTime;
            return new Completion(word, WorkText.Moment(meant)) { IsCode = word.IndexOf(' ') < 0 };
        }
        catch (DateException)
        {
            return null;
        }
    }
}

/// <summary>Completes dates in the future.</summary>
internal sealed class FutureDateCompleter() : DateCompleter(DateDirection.Ahead, "+1h", "+4h", "today 17:00", "tomorrow",
    "tomorrow 14:00", "+3d", "monday", "tuesday", "wednesday", "thursday", "friday", "next week", "next month");

/// <summary>Completes dates in the past.</summary>
internal sealed class PastDateCompleter() : DateCompleter(DateDirection.Back, "-1h", "-1d", "-7d", "-30d", "-90d", "-1y", "today",
    "yesterday", "last monday", "this week", "last week", "this month", "last month");
