using System.Collections;
using System.Xml.Linq;

namespace Intercom.Docs.Views;

/// <summary>Writes the tables and lists as PowerShell reads them, Intercom.Format.ps1xml.</summary>
internal static class FormatWriter
{
    /// <summary>The narrowest screen that shows a whole table: of 80 columns, the last stays free.</summary>
    private const int Narrowest = 79;

    /// <summary>The narrowest screen that shows the whole view Wide.</summary>
    private const int Wide = 119;

    /// <summary>What a column without a width gets there at least.</summary>
    private const int Share = 10;

    private const string Day = "{0:yyyy-MM-dd}";
    private const string Minute = "{0:yyyy-MM-dd HH:mm}";

    /// <summary>All views, in the order of the declarations.</summary>
    /// <exception cref="InvalidDataException">A view names what its type does not have, or is too wide.</exception>
    public static XDocument Write(IEnumerable<TypeView> views, ModuleTypes types)
    {
        var elements = from view in views where view.IsShown from element in Views(view, types.Find(view.Name), types) select element;
        return new XDocument(new XElement("Configuration", new XElement("ViewDefinitions", elements)));
    }

    private static IEnumerable<XElement> Views(TypeView view, Type type, ModuleTypes types)
    {
        // By this name Format-Table -View knows it.
        var name = type.Name.StartsWith("Intercom", StringComparison.Ordinal) ? type.Name["Intercom".Length..] : type.Name;
        if (view.Table is { } columns)
        {
            var narrow = columns.Where(column => !column.IsWide).ToList();
            yield return View(name, type, Table(view, type, narrow, Narrowest, types));
            if (narrow.Count < columns.Count) yield return View("Wide", type, Table(view, type, columns, Wide, types));
        }
        var items = new XElement("ListItems", Lines(view, type, types));
        yield return View(name + "List", type, new XElement("ListControl", new XElement("ListEntries", new XElement("ListEntry", items))));
    }

    private static XElement Table(TypeView view, Type type, IReadOnlyList<Column> columns, int screen, ModuleTypes types)
    {
        if (columns.Sum(column => (column.Width ?? Share) + 1) - 1 > screen)
        {
            throw new InvalidDataException($"Views.txt: the table of {view.Name} is wider than {screen} columns.");
        }
        // PowerShell fits all columns to their content then, and hides the last of them where the content is long.
        if (columns.Count > 1 && columns[0].Width is null)
        {
            throw new InvalidDataException($"Views.txt: the first column of {view.Name} has no width.");
        }
        var cells = columns.Select(column => new XElement("TableColumnItem", Alignment(column), Cell(view, type, column, types)));
        return new XElement("TableControl",
            new XElement("TableHeaders", columns.Select(Header)),
            new XElement("TableRowEntries",
                new XElement("TableRowEntry", view.IsWrapped ? new XElement("Wrap") : null, new XElement("TableColumnItems", cells))));
    }

    private static XElement View(string name, Type type, XElement control) =>
        new("View", new XElement("Name", name), new XElement("ViewSelectedBy", new XElement("TypeName", type.FullName)), control);

    private static XElement Header(Column column) => new("TableColumnHeader",
        new XElement("Label", column.Label), column.Width is { } width ? new XElement("Width", width) : null, Alignment(column));

    private static XElement? Alignment(Column column) => column.IsRight ? new XElement("Alignment", "Right") : null;

    private static IEnumerable<object?> Cell(TypeView view, Type type, Column column, ModuleTypes types)
    {
        if (Script(column.Value, types) is { } script) return [script];
        var shown = PropertyType(view, type, column.Value);
        var property = new XElement("PropertyName", column.Value);
        if (shown == typeof(DateTime)) return [property, new XElement("FormatString", column.Width <= 10 ? Day : Minute)];
        return [typeof(IEnumerable).IsAssignableFrom(shown) && shown != typeof(string) ? AsWords(column.Value) : property];
    }

    /// <summary>The lines of a list: as declared, or all properties; and the fields that are not modelled, where there are some.</summary>
    private static IEnumerable<XElement> Lines(TypeView view, Type type, ModuleTypes types)
    {
        var lines = view.List is { Count: > 0 } said ? said
            : ModuleTypes.Declared(type).Select(property => new Column(property.Name, property.Name));
        foreach (var line in lines) yield return new XElement("ListItem", Line(view, type, line, types));
        if (!ModuleTypes.IsModel(type)) yield break;
        yield return new XElement("ListItem",
            new XElement("ItemSelectionCondition", new XElement("ScriptBlock", "$_.AdditionalFields")),
            new XElement("PropertyName", "AdditionalFields"));
    }

    private static IEnumerable<object> Line(TypeView view, Type type, Column line, ModuleTypes types)
    {
        var label = new XElement("Label", line.Label);
        if (Script(line.Value, types) is { } script) return [label, script];
        if (PropertyType(view, type, line.Value).Name == "AttributeBag") return [label, AsWords(line.Value)];
        var property = new XElement("PropertyName", line.Value);
        return line.Label == line.Value ? [property] : [label, property];
    }

    /// <summary>The type of what a property holds; a member that is added holds what is shown as it is.</summary>
    private static Type PropertyType(TypeView view, Type type, string name)
    {
        if (view.Adds(name)) return typeof(object);
        var property = type.GetProperty(name)
            ?? throw new InvalidDataException($"Views.txt shows {view.Name}.{name}. {type.FullName} has no such property.");
        return Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }

    /// <summary>A script, or what reads a property of ViewWords for the object; null for a property of the object itself.</summary>
    private static XElement? Script(string value, ModuleTypes types) => value[0] switch
    {
        '{' => new XElement("ScriptBlock", value[1..^1]),
        '@' => new XElement("ScriptBlock", types.Word(value[1..]) + "[$_]"),
        _ => null,
    };

    private static XElement AsWords(string property) => new("ScriptBlock", $"\"$($_.{property})\"");
}
