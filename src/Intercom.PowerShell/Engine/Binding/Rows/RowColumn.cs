using System.Collections;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Intercom.PowerShell;

/// <summary>A parameter that rows can supply, and the conversion of its cells.</summary>
internal sealed class RowColumn
{
    private static readonly MethodInfo Validation = typeof(ValidateArgumentsAttribute)
        .GetMethod("Validate", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly ArgumentTransformationAttribute[] _transformations;
    private readonly ValidateArgumentsAttribute[] _checks;
    private readonly (string? Name, bool IsMandatory)[] _sets;
    private readonly Type _type;
    private readonly bool _isNeverBlank;
    private readonly bool _isRefusing;
    private object? _placeholder;

    public RowColumn(PropertyInfo property)
    {
        Property = property;
        Aliases = AliasesOf(property);
        // Dots denote nesting, and headings do not contain them.
        Wire = property.GetCustomAttribute<BodyAttribute>() is { } body && body.Name.IndexOf('.') < 0 ? body.Name : null;
        _type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        _transformations = property.GetCustomAttributes<ArgumentTransformationAttribute>().ToArray();
        _checks = property.GetCustomAttributes<ValidateArgumentsAttribute>().ToArray();
        _isNeverBlank = property.IsDefined(typeof(ValidateNotNullOrEmptyAttribute));
        _sets = property.GetCustomAttributes<ParameterAttribute>().Select(set => ((string?)set.ParameterSetName, set.Mandatory)).ToArray();
        _isRefusing = _type != typeof(string) || _sets.Any(set => set.IsMandatory) || _checks.Length > 0
            || Array.Exists(_transformations, attribute => attribute is not TrimAttribute);
        IsBoundByName = property.GetCustomAttributes<ParameterAttribute>().Any(set => set.ValueFromPipelineByPropertyName);
        IsMandatoryInAll = Array.Exists(_sets, set => set.IsMandatory && set.Name == ParameterAttribute.AllParameterSets);
        IsEverMandatory = Array.Exists(_sets, set => set.IsMandatory);
        IdProperty = property.GetCustomAttribute<IntercomIdAttribute>()?.Property;
        IsNamed = property.IsDefined(typeof(NameOfAttribute));
        IsReference = IsNamed || IdProperty is not null and not "ExternalId" || property.IsDefined(typeof(ActingAdminAttribute));
        var wire = property.GetCustomAttribute<BodyAttribute>()?.Name ?? property.GetCustomAttribute<ActingAdminAttribute>()?.Name;
        LastWire = wire?.Substring(wire.LastIndexOf('.') + 1);
        CanBeNull = !_isNeverBlank && (!property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null);
    }

    /// <summary>The parameter's property.</summary>
    public PropertyInfo Property { get; }

    /// <summary>The name of the parameter.</summary>
    public string Parameter => Property.Name;

    /// <summary>The aliases of the parameter.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>The API name of the field, if a heading may use it.</summary>
    public string? Wire { get; }

    /// <summary>True when PowerShell also binds this column by property name.</summary>
    public bool IsBoundByName { get; }

    /// <summary>True when the parameter is mandatory in a parameter set.</summary>
    public bool IsEverMandatory { get; }

    /// <summary>True when the parameter is mandatory in all parameter sets.</summary>
    public bool IsMandatoryInAll { get; }

    /// <summary>For an id, the property of objects that contains it.</summary>
    public string? IdProperty { get; }

    /// <summary>True when a name is accepted instead of an id.</summary>
    public bool IsNamed { get; }

    /// <summary>True when the parameter refers to another object of the workspace.</summary>
    public bool IsReference { get; }

    /// <summary>The API name of the field, without its parents.</summary>
    public string? LastWire { get; }

    /// <summary>True when null can be sent.</summary>
    public bool CanBeNull { get; }

    /// <summary>True for a hashtable, whose values can be columns.</summary>
    public bool IsTable => _type == typeof(Hashtable);

    /// <summary>
    /// True for parameters that rows supply: those that bind by property name or are marked as row input, and do not bind from the pipeline
    /// by value. Switches are not columns.
    /// </summary>
    public static bool IsColumn(PropertyInfo property)
    {
        var sets = property.GetCustomAttributes<ParameterAttribute>().ToArray();
        return property.PropertyType != typeof(SwitchParameter) && !sets.Any(set => set.ValueFromPipeline)
            && (property.IsDefined(typeof(FromRowAttribute)) || sets.Any(set => set.ValueFromPipelineByPropertyName));
    }

    /// <summary>The aliases of a parameter.</summary>
    public static IReadOnlyList<string> AliasesOf(PropertyInfo property) =>
        property.GetCustomAttribute<AliasAttribute>()?.AliasNames.ToArray() ?? [];

    /// <summary>True when the parameter belongs to the parameter set.</summary>
    public bool IsIn(string parameterSet) => Array.Exists(_sets, set => set.Name == parameterSet
        || set.Name == ParameterAttribute.AllParameterSets);

    /// <summary>True when the parameter is mandatory in the parameter set.</summary>
    public bool IsMandatoryIn(string parameterSet) => Array.Exists(_sets, set => set.IsMandatory
        && (set.Name == parameterSet || set.Name == ParameterAttribute.AllParameterSets));

    /// <summary>Reads the cells for this parameter.</summary>
    /// <param name="cells">One cell, or several whose headings differ only in spaces, dashes or case.</param>
    /// <param name="clearsEmpty">True when a blank cell clears the field.</param>
    /// <param name="value">The converted value. Null clears the field.</param>
    /// <param name="reading">How the cells of the row are read.</param>
    /// <returns>False when the cells have no value.</returns>
    /// <exception cref="RowException">The parameter does not accept the value of a cell, or two cells differ.</exception>
    public bool Reads(IReadOnlyList<PSPropertyInfo> cells, bool clearsEmpty, out object? value, RowReading reading)
    {
        value = null;
        var isBlank = false;
        PSPropertyInfo? taken = null;
        foreach (var cell in cells)
        {
            var held = reading.ValueOf(cell);
            if (reading.IsBlank(held))
            {
                isBlank = true;
                continue;
            }
            if (taken is not null && value is not null && held is not null && !Equals(RowObject.Shown(value), RowObject.Shown(held)))
            {
                throw CommandErrors.TwoColumns(
                    taken.Name, cell.Name, Parameter, RowObject.Shown(value), RowObject.Shown(held));
            }
            if (taken is null || value is null) (taken, value) = (cell, held);
        }
        if (taken is null && !(isBlank && clearsEmpty)) return false;
        if (value is null)
        {
            if (taken is null && !CanBeNull) throw CommandErrors.ColumnNotClearable(cells[0].Name, Parameter);
            return CanBeNull;
        }
        value = Converted(taken!.Name, value, reading.Formats);
        return true;
    }

    /// <summary>True for a blank or null cell. Script properties are evaluated only when the binder might reject them.</summary>
    public bool IsEmpty(PSPropertyInfo cell) =>
        (_isRefusing || cell.MemberType is PSMemberTypes.NoteProperty or PSMemberTypes.Property) && RowObject.SaysNothing(cell);

    /// <summary>
    /// True when PowerShell's binder would reject the cell. Its error would precede those of earlier inputs, and name neither the column
    /// nor the value. The row is read again later with its own values.
    /// </summary>
    public bool IsRejectedByBinder(PSPropertyInfo cell)
    {
        if (!_isRefusing) return false;
        try
        {
            return IsRefused(RowObject.ValueOf(cell));
        }
        catch (ArgumentException)
        {
            // The object's own code throws an exception, which the binder would also see.
            return true;
        }
    }

    /// <summary>Any value that PowerShell's binder accepts for this parameter.</summary>
    public object? Placeholder() => _placeholder ??= Candidates().FirstOrDefault(candidate => !IsRefused(candidate));

    private IEnumerable<object?> Candidates()
    {
        if (Property.GetCustomAttribute<OneOfAttribute>() is { } words) yield return words.Words[0];
        if (_type == typeof(Uri)) yield return "https://example.com";
        if (_type == typeof(Hashtable)) yield return new Hashtable();
        if (_type == typeof(DateTime)) yield return DateTime.UtcNow;
        if (_type.IsValueType) yield return Activator.CreateInstance(_type);
        yield return "0";
        yield return 1;
    }

    /// <summary>Performs the steps of the binder: transformations, type conversion and validation.</summary>
    private bool IsRefused(object? value)
    {
        try
        {
            foreach (var attribute in _transformations) value = attribute.Transform(null!, value);
            if (!LanguagePrimitives.TryConvertTo(value, Property.PropertyType, CultureInfo.InvariantCulture,
                out var converted)) return true;
            foreach (var check in _checks) Check(check, converted);
            return false;
        }
        catch (Exception failure) when (failure is MetadataException or ArgumentException)
        {
            return true;
        }
    }

    /// <summary>Converts a value to the type of the parameter.</summary>
    /// <exception cref="RowException">The parameter does not accept the value.</exception>
    public object? Converted(string heading, object? value, IReadOnlyList<string> formats)
    {
        if (value is null) return null;
        var given = value;
        try
        {
            foreach (var attribute in _transformations) value = attribute is DateInputAttribute date
                ? date.Read(value, formats, isRow: true) : attribute.Transform(null!, value);
            if (_type == typeof(bool)) value = TruthAttribute.Read(value) ?? value;
            else if (NumberText.IsNumeric(_type)) value = NumberText.Read(value, isWhole: NumberText.IsWhole(_type)) ?? value;
            else if (value is string word && Property.IsDefined(typeof(OneOfAttribute))) value = word.Trim();
            if (_type == typeof(string)) value = RowObject.DateAsText(value);
            if (!IsMeant(value) || !LanguagePrimitives.TryConvertTo(value, _type, out var converted))
            {
                throw CommandErrors.InvalidColumn(heading, RowObject.Shown(value), Parameter, _type);
            }
            foreach (var check in _checks) Check(check, converted);
            return converted;
        }
        catch (MetadataException failure)
        {
            throw CommandErrors.RefusedColumn(heading, RowObject.Shown(given), Parameter, failure);
        }
    }

    private static void Check(ValidateArgumentsAttribute check, object? value)
    {
        try
        {
            Validation.Invoke(check, [value, null]);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is ValidationMetadataException refusal)
        {
            ExceptionDispatchInfo.Capture(refusal).Throw();
        }
    }

    /// <summary>
    /// False when PowerShell's conversion would have an unintended result, such as the name of a type as text, or true for any word.
    /// </summary>
    private bool IsMeant(object? value) =>
        _type == typeof(string) ? IsText(value)
        : _type == typeof(string[]) ? value is IEnumerable list and not (string or IDictionary)
            ? list.Cast<object?>().All(item => IsTextOrNamed(RowObject.Unwrapped(item))) : IsTextOrNamed(value)
        : _type != typeof(bool) || value is bool;

    private static bool IsText(object? value) => value is string or ValueType or Uri;

    /// <summary>The text of an Intercom object is its name.</summary>
    private static bool IsTextOrNamed(object? value) => value is null or IntercomObject || IsText(value);
}
