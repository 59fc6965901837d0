namespace Intercom.PowerShell;

/// <summary>Adds something to a resource, such as a tag, or removes it.</summary>
/// <param name="list">The field that lists what was added.</param>
/// <param name="noun">What was added, in words.</param>
/// <param name="field">The body field that contains its id when it is added.</param>
/// <param name="placeholder">The placeholder that contains its id when it is removed.</param>
/// <param name="adder">The cmdlet that adds it.</param>
/// <param name="remover">The cmdlet that removes it.</param>
internal abstract class MemberChange(string list, string noun, string field, string placeholder, Type adder, Type remover) : ChangeKind
{
    private const string Company = "Company";

    /// <inheritdoc/>
    public override AttributeBag After(SentChange sent) => IdOf(sent) is { } id ? new AttributeBag { [$"{list}.{id}"] = Adds(sent) } : [];

    /// <inheritdoc/>
    public override Reversal Reverse(SentChange sent, AttributeBag? before)
    {
        if (IdOf(sent) is not { } id) return Reversal.Refused($"The id of the {noun} is not known.");
        var adds = Adds(sent);
        var wasKnown = TryGet(before, $"{list}.{id}", out var had);
        var name = $"{noun} {sent.Called ?? id}";
        if (wasKnown && Equals(had, adds))
        {
            return Reversal.Refused($"It changed nothing: {sent.Resource} {(adds ? "already had" : "did not have")} {name}.");
        }
        var reversal = new Reversal([Request(sent, id)], adds ? $"Remove {name} from {sent.Resource}" : $"Add {name} to {sent.Resource}");
        return wasKnown ? reversal : reversal.Assuming(adds ? $"it did not have the {noun} before" : $"it had the {noun} before");
    }

    private Http.ApiRequest Request(SentChange sent, string id)
    {
        if (IsCompanyTag(sent))
        {
            var entry = new JsonObject { ["id"] = sent.Resource.Id };
            if (Adds(sent)) entry["untag"] = true;
            return sent.With(new JsonObject { ["name"] = id, ["companies"] = new JsonArray(entry) });
        }
        // The operations of contacts and companies are named by the company's id, those of tags by the tagged resource.
        var set = list == "companies" ? "CompanyId" : sent.ParameterSet;
        if (Adds(sent)) return sent.Opposite(remover, set, [], sent.Resource.Id!, id);
        var fields = new JsonObject();
        WireBody.Put(fields, field, id);
        return sent.Opposite(adder, set, fields, sent.Resource.Id!);
    }

    private bool Adds(SentChange sent) => sent.Cmdlet == adder;

    private static bool IsCompanyTag(SentChange sent) => sent.ParameterSet == Company;

    private string? IdOf(SentChange sent) => IsCompanyTag(sent) ? sent.Body?["name"]?.ToString()
        : Adds(sent) ? field.Split('.').Aggregate((JsonNode?)sent.Body, (node, name) => node?[name])?.ToString()
            : sent.PathId(placeholder) ?? sent.PathId("ExternalCompanyId");
}
