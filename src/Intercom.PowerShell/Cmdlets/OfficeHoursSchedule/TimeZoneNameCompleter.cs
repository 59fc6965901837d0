using System.Collections;

namespace Intercom.PowerShell;

/// <summary>Completes the names of time zones, such as Europe/Dublin.</summary>
internal sealed class TimeZoneNameCompleter : WorkspaceCompleter
{
    protected override Task<IReadOnlyList<Completion>> EntriesAsync(string parameter, IDictionary bound) =>
        Task.FromResult<IReadOnlyList<Completion>>(TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => (Name: IanaZone.Of(zone.Id), zone.DisplayName)).Where(zone => zone.Name is not null)
            .OrderBy(zone => zone.Name, StringComparer.Ordinal).Select(zone => new Completion(zone.Name!, zone.DisplayName)).ToList());
}
