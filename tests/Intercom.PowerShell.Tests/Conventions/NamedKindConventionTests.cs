using System.Reflection;

namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>One table states what people call by name: everything else refers to its rows.</summary>
public class NamedKindConventionTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static List<object> Kinds => [.. ((System.Collections.IEnumerable)BuiltModule.Assembly
        .GetType("Intercom.PowerShell.NamedKinds", throwOnError: true)!.GetField("All", Static)!.GetValue(null)!).Cast<object>()];

    private static object? Value(object kind, string property) => kind.GetType().GetProperty(property)!.GetValue(kind);

    [Fact]
    public void Each_kind_of_id_in_a_query_is_a_row()
    {
        var tables = ((Type)Value(Kinds[0], "Model")!).Assembly.GetType("Intercom.Query.FieldTables", throwOnError: true)!;
        var fields = (IReadOnlyDictionary<string, string>)tables.GetProperty("KindsOfIds", Static)!.GetValue(null)!;
        Assert.NotEmpty(fields);
        Assert.Empty(fields.Values.Except(Kinds.Select(kind => (string)Value(kind, "Label")!)));
    }

    /// <summary>The list of a kind is that of the cmdlet which gets its model.</summary>
    [Fact]
    public void Each_row_has_a_label_of_its_own_and_a_list()
    {
        Assert.Equal(Kinds.Count, Kinds.Select(kind => Value(kind, "Label")).Distinct().Count());
        Assert.All(Kinds, kind => Assert.NotNull(Value(kind, "List")));
    }

    [Fact]
    public void A_kind_whose_names_tables_show_has_a_short_list() =>
        Assert.All(Kinds.Where(kind => (bool)Value(kind, "IsShown")!), kind => Assert.Null(Value(kind, "First")));
}
