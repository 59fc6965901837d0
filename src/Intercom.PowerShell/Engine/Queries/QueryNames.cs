using Intercom.Query;

namespace Intercom.PowerShell;

/// <summary>
/// Replaces names with ids where a query compares an id with the name of an admin, team, tag, segment or ticket type. It replaces the name
/// of a ticket state with its category.
/// </summary>
/// <param name="resource">The searched resource.</param>
/// <param name="idOf">Gets the id of a name.</param>
/// <param name="states">The ticket states of the workspace.</param>
/// <param name="contactsOf">Gets the ids of a company's contacts.</param>
internal sealed class QueryNames(
    SearchResource resource, Func<Type, string, string> idOf, Func<IEnumerable<TicketState>> states, Func<string,
        IReadOnlyList<string>> contactsOf)
{
    private static readonly HashSet<string> Companies =
        ["company", "companies", "companyid", "companyids", "company.name", "company.id", "companies.name", "companies.id"];

    /// <summary>Returns the query with ids.</summary>
    /// <exception cref="ItemNotFoundException">The name does not exist, or is ambiguous.</exception>
    public SearchQuery Resolve(SearchQuery query)
    {
        if (query is QueryGroup group) return new QueryGroup(group.Operator, group.Conditions.Select(Resolve));
        var filter = (QueryFilter)query;
        if (Companies.Contains(FieldCatalog.Fold(filter.Field))) return OfCompanies(filter);
        if ((filter.Operator & QueryOperators.Set) == 0 || FieldCatalog.Find(resource, filter.Field) is not { } field) return query;
        Func<string, string>? find = field is { Resource: SearchResource.Ticket, Name: "state" } ? text => StateOf(field, text)
            : NamedKinds.Of(FieldTables.KindOfId(field.Name)) is { } kind ? text => idOf(kind.Model, text)
            : null;
        if (find is null || !filter.Values.Any(IsName)) return query;
        return filter.WithValues(filter.Values.Select(value => IsName(value) ? find((string)value!) : value));
    }

    /// <summary>Searches do not support companies, so the ids of the company's contacts are used.</summary>
    private QueryFilter OfCompanies(QueryFilter filter)
    {
        if ((filter.Operator & QueryOperators.Set) == 0 || filter.Values.Any(value => value is not string { Length: > 0 }))
        {
            throw CommandErrors.CompanyCondition($"{filter}", filter);
        }
        var operation = filter.Operator is QueryOperator.Equal or QueryOperator.In ? QueryOperator.In : QueryOperator.NotIn;
        return new QueryFilter(resource == SearchResource.Contact ? "id" : "contact_ids", operation,
            filter.Values.SelectMany(value => contactsOf((string)value!)).Distinct().ToArray());
    }

    private static bool IsName(object? value) => value is string text && !string.IsNullOrWhiteSpace(text)
        && !OrNameOfAttribute.IsSurelyId(text);

    /// <summary>
    /// The search supports only the four categories of states. A custom state is replaced with its category if it is the only state there.
    /// </summary>
    private string StateOf(SearchField field, string text)
    {
        if (field.SearchWord(text) is { } word) return word;
        var all = states().Where(state => state.Archived != true).ToList();
        var named = all.Find(state => Is(state.InternalLabel) || Is(state.ExternalLabel));
        if (named?.Category is not { } category)
        {
            var near = NearMatch.Of(text, field.KnownValues.Concat(all.Select(state => state.InternalLabel).OfType<string>()));
            throw CommandErrors.StateNotFound(text, near, field.KnownValues);
        }
        if (all.Count(state => state.Category == category) == 1) return category;
        throw CommandErrors.StateNotSearchable(text, category, named.InternalLabel!);

        bool Is(string? label) => string.Equals(label, text.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
