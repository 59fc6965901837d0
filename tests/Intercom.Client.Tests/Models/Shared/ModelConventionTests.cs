using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Intercom.Json;

namespace Intercom.Client.Tests.Models;

public class ModelConventionTests
{
    private static readonly Type[] Scalars = [
        typeof(string), typeof(long?), typeof(double?), typeof(bool?), typeof(DateTime?), typeof(object), typeof(AttributeBag)];

    private static readonly Lazy<HashSet<string>> Documented = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(IntercomObject).Assembly.Location, ".xml"))
            .Descendants("member")
            .Where(member => member.Element("summary") is { } summary && summary.Value.Trim().Length > 3)
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet());

    public static IEnumerable<TheoryDataRow<Type>> Models() =>
        typeof(IntercomObject).Assembly.GetTypes()
            .Where(type => typeof(IntercomObject).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => new TheoryDataRow<Type>(type));

    [Fact]
    public void There_are_models() => Assert.True(Models().Count() > 70);

    [Theory, MemberData(nameof(Models))]
    public void Is_public_and_sealed_and_known_to_the_reader(Type model)
    {
        Assert.True(model.IsPublic && model.IsSealed);
        Assert.NotNull(IntercomJson.TypeInfo(model).CreateObject);
    }

    [Theory, MemberData(nameof(Models))]
    public void Entries_of_its_lists_are_known_to_the_reader(Type model)
    {
        foreach (var entry in WireProperties(model).Select(property => EntryOf(property.PropertyType)).OfType<Type>())
        {
            Assert.NotNull(IntercomJson.TypeInfo(entry));
        }
    }

    [Theory, MemberData(nameof(Models))]
    public void Says_itself_in_words(Type model)
    {
        Assert.Equal(model, model.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType);
        Assert.NotNull(Activator.CreateInstance(model)!.ToString());
    }

    [Theory, MemberData(nameof(Models))]
    public void Is_documented_with_every_property(Type model)
    {
        Assert.Contains("T:" + model.FullName, Documented.Value);
        foreach (var property in OwnProperties(model)) Assert.Contains($"P:{model.FullName}.{property.Name}", Documented.Value);
    }

    [Theory, MemberData(nameof(Models))]
    public void Properties_are_plain_and_may_be_absent(Type model)
    {
        var empty = Activator.CreateInstance(model)!;
        foreach (var property in WireProperties(model))
        {
            var type = property.PropertyType;
            Assert.True(
                Scalars.Contains(type) || typeof(IntercomObject).IsAssignableFrom(type) || EntryOf(type) is not null,
                $"{model.Name}.{property.Name} is a {type}: models hold scalars, models, lists, translations and bags.");
            Assert.Null(property.GetValue(empty));
            Assert.True(property.CanWrite);
        }
    }

    [Theory, MemberData(nameof(Models))]
    public void Ids_are_text_and_times_are_dates(Type model)
    {
        foreach (var property in WireProperties(model))
        {
            if (property.Name.EndsWith("Id", StringComparison.Ordinal) && model != typeof(UpdatedAttributeValue))
            {
                Assert.Equal(typeof(string), property.PropertyType);
            }
            if (property.Name.EndsWith("Ids", StringComparison.Ordinal)) Assert.Equal(typeof(ItemList<string>), property.PropertyType);
            if (property.Name.EndsWith("At", StringComparison.Ordinal)) Assert.Equal(typeof(DateTime?), property.PropertyType);
        }
    }

    /// <summary>The types file adds Contact.ContactId beside Contact.Id, and so on: the name must be free.</summary>
    [Theory, MemberData(nameof(Models))]
    public void Leaves_the_name_of_its_alias_id_free(Type model)
    {
        if (model.GetProperty("Id") is not null) Assert.Null(model.GetProperty(model.Name + "Id"));
    }

    [Theory, MemberData(nameof(Models))]
    public void Names_on_the_wire_are_all_different(Type model)
    {
        var names = IntercomJson.TypeInfo(model).Properties.Select(property => property.Name).ToArray();
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names.Where(name => name != nameof(IntercomObject.AdditionalFields) && name != "additional_fields"), name =>
            Assert.Matches("^[a-z][a-z0-9_]*$", name));
    }

    [Theory, MemberData(nameof(Models))]
    public void Reads_nothing_and_an_unknown_field(Type model)
    {
        var info = IntercomJson.TypeInfo(model);
        Assert.Equal("{}", JsonSerializer.Serialize(JsonSerializer.Deserialize("{}", info), info));
        var odd = (IntercomObject)JsonSerializer.Deserialize("""{"never_heard_of": {"a": [1]}}""", info)!;
        Assert.Equal("never_heard_of", Assert.Single(odd.AdditionalFields!).Key);
        Assert.Equal("""{"never_heard_of":{"a":[1]}}""", JsonSerializer.Serialize(odd, info));
    }

    /// <summary>Reading continues after a field of any shape, and ends at the end of the object.</summary>
    [Theory, MemberData(nameof(Models))]
    public void Takes_any_value_in_any_field(Type model)
    {
        var info = IntercomJson.TypeInfo(model);
        foreach (var name in info.Properties.Where(property => !property.IsExtensionData).Select(property => property.Name))
        {
            foreach (var value in new[]
            {
                "null", "\"\"", "\"words\"", "0", "-1.5e300", "12345678901234567890", "true", "false", "[]", "[null]",
                "[1, \"a\", {\"b\": []}]", "{}", "{\"id\": {\"x\": 1}, \"data\": 5}"
            })
            {
                var json = $"[{{\"{name}\": {value}, \"never_heard_of\": 7}}, 8]";
                var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
                reader.Read();
                reader.Read();
                var read = (IntercomObject)JsonSerializer.Deserialize(ref reader, info)!;
                Assert.Equal(7L, read.AdditionalFields!["never_heard_of"]);
                Assert.True(reader.Read() && reader.GetInt64() == 8, json);
                Assert.NotNull(read.ToString());
                Assert.NotNull(JsonSerializer.Serialize(read, info));
            }
        }
    }

    private static IEnumerable<PropertyInfo> OwnProperties(Type model) =>
        model.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static IEnumerable<PropertyInfo> WireProperties(Type model) =>
        OwnProperties(model).Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null);

    private static Type? EntryOf(Type type) =>
        type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(ItemList<>) || type.GetGenericTypeDefinition() == typeof(Translations<>))
            ? type.GetGenericArguments()[0]
            : null;
}
