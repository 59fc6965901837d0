using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Intercom.PowerShell;

/// <summary>
/// What a piped row holds for parameters that PowerShell's binder left alone. The binder passes over a column whose value it cannot convert without a word,
/// and it knows no wire names; so a <c>True</c> of a CSV file, a date of another country or an <c>external_id</c> would be lost.
/// </summary>
internal sealed class RowColumns
{
    private readonly (PropertyInfo Property, string[] Names, string?[] Sets)[] _columns;
    private readonly HashSet<string> _known;

    public RowColumns(Type command)
    {
        _known = new HashSet<string>(command.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))).SelectMany(property =>
            new[] { property.Name, property.GetCustomAttribute<BodyAttribute>()?.Name ?? "", property.GetCustomAttribute<IntercomIdAttribute>()?.Property ?? "" }
                .Concat(property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? [])), StringComparer.OrdinalIgnoreCase);
        _columns = (from property in command.GetProperties()
                    let sets = property.GetCustomAttributes<ParameterAttribute>().Where(set => set.ValueFromPipelineByPropertyName).Select(set => set.ParameterSetName).ToArray()
                    where sets.Length > 0 && !property.IsDefined(typeof(IntercomIdAttribute)) && property.PropertyType != typeof(SwitchParameter)
                    let aliases = property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []
                    // Dots nest; a column's name has none.
                    let wire = property.GetCustomAttribute<BodyAttribute>() is { } body && body.Name.IndexOf('.') < 0 ? new[] { body.Name } : []
                    select (property, new[] { property.Name }.Concat(aliases).Concat(wire).ToArray(), sets)).ToArray();
    }

    /// <summary>The columns of the row that no parameter is called like.</summary>
    public IReadOnlyList<string> Unknown(PSObject row) => row.Properties.Select(column => column.Name).Where(name => !_known.Contains(name)).ToList();

    /// <summary>The columns of the row that are meant for parameters which are not bound, with their values as the parameters take them.</summary>
    /// <param name="row">The piped row.</param>
    /// <param name="parameterSet">The parameter set in force.</param>
    /// <param name="isBound">True for a parameter that has its value already.</param>
    /// <exception cref="ArgumentException">A column's value is none for its parameter.</exception>
    public IEnumerable<(PropertyInfo Property, object? Value)> Of(PSObject row, string parameterSet, Func<string, bool> isBound)
    {
        foreach (var (property, names, sets) in _columns)
        {
            if (isBound(property.Name) || !Array.Exists(sets, set => set == parameterSet || set == ParameterAttribute.AllParameterSets)) continue;
            var column = names.Select(name => row.Properties[name]).FirstOrDefault(found => found is not null);
            if (column is null) continue;
            var value = column.Value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : column.Value;
            // An empty cell says nothing to a parameter that is no text.
            if (value is string { } text && string.IsNullOrWhiteSpace(text) && (property.PropertyType != typeof(string) || property.IsDefined(typeof(ValidateNotNullOrEmptyAttribute)))) continue;
            if (value is null && (property.IsDefined(typeof(ValidateNotNullOrEmptyAttribute)) || (property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null))) continue;
            yield return (property, Converted(property, column.Name, value));
        }
    }

    private static object? Converted(PropertyInfo property, string column, object? value)
    {
        if (value is null) return null;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        try
        {
            foreach (var attribute in property.GetCustomAttributes<ArgumentTransformationAttribute>()) value = attribute.Transform(null!, value);
            if (type == typeof(bool)) value = Truth(value) ?? value;
            if (!IsMeant(type, value) || !LanguagePrimitives.TryConvertTo(value, type, out var converted)) throw new ArgumentException($"The column '{column}' holds '{Shown(value)}', which -{property.Name} cannot take. {Wanted(type, property.Name, column)}");
            foreach (var attribute in property.GetCustomAttributes<Attribute>()) (attribute as IChecksValue)?.Check(converted);
            return converted;
        }
        catch (Exception failure) when (failure is ValidationMetadataException or ArgumentTransformationMetadataException)
        {
            throw new ArgumentException($"The column '{column}' cannot be taken for -{property.Name}: {failure.Message}", failure);
        }
    }

    /// <summary>False where PowerShell would make something of it that nobody meant, such as the name of a type as text, or true of any word.</summary>
    private static bool IsMeant(Type type, object? value) => type == typeof(string) ? value is string or ValueType or Uri : type != typeof(bool) || value is ValueType;

    /// <summary>Spreadsheets write TRUE and FALSE, people yes and no; PowerShell takes a text for neither.</summary>
    private static object? Truth(object? value) => value is not string text ? null : text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "1" => true,
        "false" or "no" or "0" => false,
        _ => null,
    };

    private static string Shown(object? value) => value?.ToString() is { } text ? text.Length > 80 ? text.Substring(0, 80) + "…" : text : "";

    private static string Wanted(Type type, string parameter, string column) =>
        type == typeof(bool) ? "Give true or false."
        : type == typeof(DateTime) ? "Give a date such as 2026-05-31 or 2026-05-31T09:30, or Unix seconds."
        : type == typeof(System.Collections.Hashtable) ? $"Give a hashtable, by a calculated property such as @{{ n = '{parameter}'; e = {{ @{{ plan = $_.plan }} }} }}, or JSON; or leave the column out: Select-Object * -ExcludeProperty {column}."
        : type == typeof(string) ? "Give text."
        : type.IsPrimitive ? "Give a number." : "See Get-Help for what it takes.";
}
