using System.Collections;
using System.Reflection;

namespace Intercom.PowerShell.Tests.Engine;

/// <content>
/// Values that a column cannot hold: the module's own error in the place of the row, even where the binder would have refused the value
/// first.
/// </content>
public sealed partial class EveryColumnTests
{
    [Theory]
    [MemberData(nameof(Commands))]
    public void A_value_that_cannot_be_taken_is_the_error_of_its_row(string name)
    {
        var command = BuiltModule.Cmdlets.Single(type => type.Name == name);
        var faults = new List<string>();
        foreach (var column in BuiltModule.Parameters(command).Where(IsColumn))
        {
            var given = CommandLine(command, column);
            var first = Row(column.Name, Values(column)[0]);
            var last = Row(column.Name, Values(column)[2]);
            var expected = Sent(command, given, first).Concat(Sent(command, given, last)).ToArray();
            foreach (var heading in new[] { column.Name, Heading(column.Name) })
            {
                foreach (var bad in Bad(column))
                {
                    var row = Row(heading, bad);
                    var sent = Sent(command, given, first, row, last);
                    var trial = Sends(command, new Dictionary<string, object>(given) { ["WhatIf"] = true }, row);
                    var outcome = Sends(command, given, first, row, last);
                    var where = $"{name} -{column.Name}, '{heading}' = {bad}: ";
                    if (!expected.SequenceEqual(sent))
                        faults.Add($"{where}sends {string.Join(" ", sent)} instead of {string.Join(" ", expected)}");
                    var errors = outcome.Errors.Where(error => IsOf(error, heading, bad)).ToList();
                    if (errors.Count != 1 || trial.Errors.Count != 1 || !IsOf(trial.Errors[0], heading, bad))
                    {
                        faults.Add($"{where}{errors.Count} errors, {trial.Errors.Count} with -WhatIf: {string.Join(" ", outcome.Errors)}");
                        continue;
                    }
                    var fault = Fault(errors[0], heading, bad) ?? Fault(trial.Errors[0], heading, bad);
                    if (fault is not null) faults.Add(where + fault);
                    if (row.Properties.Count() != 1 || row.Properties.Single().Value != bad)
                        faults.Add(where + "the row is another afterwards");
                }
            }
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    /// <summary>True for the error whose target is the row, as the caller made it.</summary>
    private static bool IsOf(ErrorRecord error, string heading, object bad) =>
        (error.TargetObject as PSObject)?.Properties.ToList() is [{ } cell] && cell.Name == heading && Equals(cell.Value, bad);

    private static string? Fault(ErrorRecord error, string heading, object bad) =>
        error.FullyQualifiedErrorId.Split(',')[0] != "Intercom.invalid_column" ? $"the id {error.FullyQualifiedErrorId} ({error})"
        : error.CategoryInfo.Category != ErrorCategory.InvalidData ? $"the category {error.CategoryInfo.Category}"
        : !error.ToString().Contains($"'{heading}'", StringComparison.Ordinal) ? $"no column: {error}"
        : !error.ToString().Contains(Convert.ToString(bad, CultureInfo.InvariantCulture)!, StringComparison.Ordinal) ? $"no value: {error}"
        : null;

    private static object[] Bad(PropertyInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
        if (BuiltModule.Attributes(parameter, "OneOf").Any()) return ["nonsense"];
        if (type == typeof(bool)) return ["perhaps", 5];
        if (type == typeof(DateTime)) return ["01.02.2025", "soon", 1700000000000];
        if (type == typeof(Hashtable)) return ["words"];
        if (type == typeof(Uri) && BuiltModule.Attributes(parameter, "WebAddress").Any()) return ["no address"];
        if (type.IsPrimitive)
            return BuiltModule.Attributes(parameter, "NotNegative").Any() ? ["99,90", 98.5, "many", -1] : ["99,90", 98.5, "many"];
        return [new Hashtable { ["a"] = 1 }];
    }

    [Theory]
    [InlineData("MonthlySpend", "99,90")]
    [InlineData("Monthly spend", "99,90")]
    [InlineData("Size", "-1")]
    [InlineData("CreatedAt", "01.02.2025")]
    [InlineData("ExternalCompanyId", "")]
    public void Errors_and_outputs_come_in_the_order_of_the_rows(string heading, string bad)
    {
        var places = _shell.Run($$"""
            $rows = foreach ($place in 1..9) { $row = [ordered]@{ ExternalCompanyId = "n$place"; Place = $place };
                if ($place % 3 -eq 0) { $row[$args[0]] = $args[1] }; [pscustomobject]$row }
            $rows | New-IntercomCompany -WarningAction Ignore 2>&1 |
                ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_.TargetObject.Place } else { $_.GetInput().Place } }
            """, heading, bad).Output;
        Assert.Equal(Enumerable.Range(1, 9), places.Select(place => (int)place.BaseObject));
    }

    /// <summary>A blank cell of an optional column says nothing, whatever the parameter's own check says of it.</summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public void A_blank_cell_of_an_optional_column_is_not_an_error(string name)
    {
        var command = BuiltModule.Cmdlets.Single(type => type.Name == name);
        foreach (var column in BuiltModule.Parameters(command).Where(IsColumn)
            .Where(column => column.GetCustomAttributes<ParameterAttribute>().All(set => !set.Mandatory)))
        {
            var given = CommandLine(command, column);
            var nothing = Sends(command, given, Row("Nothing to see", 1)).Errors.Select(error => error.FullyQualifiedErrorId);
            Assert.Equal(nothing, Sends(command, given, Row(column.Name, "")).Errors.Select(error => error.FullyQualifiedErrorId));
            Assert.Equal(nothing, Sends(command, given, Row(column.Name, " ")).Errors.Select(error => error.FullyQualifiedErrorId));
        }
    }
}
