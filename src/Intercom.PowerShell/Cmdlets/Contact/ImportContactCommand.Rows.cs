using Intercom.Http;

namespace Intercom.PowerShell;

/// <content>How rows are planned and reported.</content>
public sealed partial class ImportContactCommand
{
    /// <inheritdoc/>
    private protected override IEnumerable<Work> PlanWork(CommandInput input)
    {
        var report = Start(input.Number, input.Piped);
        if (_surplus > 0) throw CommandErrors.SurplusCells(_surplus, input.Piped!.Properties.Count());
        var id = input.Has(nameof(ContactId)) ? ContactId : null;
        var keys = Keys(id).ToList();
        var earlier = keys.Count > 0 && _seen.TryGetValue(keys[0], out var first) ? first : 0;
        foreach (var key in keys.Where(key => !_seen.ContainsKey(key))) _seen[key] = report.Row;
        var isBlank = input.Piped!.Properties.All(RowObject.SaysNothing);
        if (keys.Count == 0 && !isBlank && Role != "lead")
        {
            throw CommandErrors.UserWithoutIdentity("");
        }
        var import = new ContactImport(report, id, input.Unedited, _isPreview);
        return base.PlanWork(input).Select(work =>
        {
            var ended = isBlank ? report.Ended("Unchanged", "The row is blank.")
                : earlier > 0 ? report.Ended("Duplicate", $"Duplicate of row {earlier}.") : null;
            var planned = ended is not null ? work.SentBy(ended, static (report, _, _) => Task.FromResult<object?>(report))
                : work.SentBy(import, ContactImport.SendAsync);
            return planned.To(work.Resource with { Key = keys.Count > 0 ? "contact/" + keys[0] : null }) with
            {
                IsPreview = _isPreview || ended is not null, IsSilent = false,
                Doing = $"Import row {report.Row} ({Email ?? ExternalId ?? id})",
            };
        });
    }

    /// <inheritdoc/>
    private protected override void ReportFailed(Exception failure, PendingCall call)
    {
        if (ErrorRecords.EndsCommand(failure))
        {
            base.ReportFailed(failure, call);
            return;
        }
        var isUnknown = failure is IntercomApiException { Outcome: RequestOutcome.Unknown };
        var record = ErrorRecords.From(failure, call.Target);
        var report = Start(call.Input, PSObject.AsPSObject(call.Target))
            .Ended(isUnknown ? "Unknown" : "Refused", Session.Client.WithoutToken(record.ErrorDetails?.Message ?? failure.Message));
        _refused.Add(report);
        WriteOutput(report);
    }

    private ContactImportRow Start(int number, PSObject? row) => new()
    {
        Row = number + 1, Input = row, Email = row is null ? null : Reader.Columns.TextOf(row, nameof(Email)),
    };

    /// <summary>What identifies the contact of a row, the strongest first.</summary>
    private IEnumerable<string> Keys(string? id)
    {
        if (!string.IsNullOrWhiteSpace(id)) yield return "id " + id;
        if (!string.IsNullOrWhiteSpace(ExternalId)) yield return "external id " + ExternalId;
        if (!string.IsNullOrWhiteSpace(Email)) yield return $"{Role ?? "user"} {Email}";
    }
}
