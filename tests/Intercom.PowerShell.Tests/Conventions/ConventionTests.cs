using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Intercom.PowerShell.Tests.Conventions;

/// <summary>The rules of the house, held by reflection: a new cmdlet is held to them without anyone writing a test for it.</summary>
public class ConventionTests
{
    private static IEnumerable<Type> Cmdlets => BuiltModule.Cmdlets;

    private static Assembly Load(string name) => Assembly.LoadFrom(Path.Combine(BuiltModule.Bin, name + ".dll"));

    [Fact]
    public void Arrows_run_one_way()
    {
        string[] References(string assembly) => Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!).ToArray();
        Assert.DoesNotContain(References("Intercom.Client"), name =>
            name is "System.Management.Automation" or "Intercom.Sandbox" or "Intercom.PowerShell");
        Assert.DoesNotContain(References("Intercom.Sandbox"), name => name is "System.Management.Automation" or "Intercom.PowerShell");
        foreach (var project in new[] { "src/Intercom.Shell/Intercom.Shell.csproj",
            "tests/Intercom.PowerShell.Tests/Intercom.PowerShell.Tests.csproj" })
        {
            var references = XDocument.Load(Path.Combine(BuiltModule.Root, project)).Descendants("ProjectReference");
            Assert.All(references, reference => Assert.Equal("false", (string?)reference.Attribute("ReferenceOutputAssembly")));
        }
    }

    [Fact]
    public void The_manifest_exports_exactly_the_cmdlets_and_aliases_of_the_assembly()
    {
        using var shell = new Shell();
        var exported = shell.Do("(Get-Module Intercom).ExportedCmdlets.Keys").Output.Select(name => name.ToString()!)
            .Order(StringComparer.Ordinal);
        Assert.Equal(Cmdlets.Select(BuiltModule.NameOf).Order(StringComparer.Ordinal), exported);
        var aliases = Cmdlets.SelectMany(command => command.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? [])
            .Order(StringComparer.Ordinal);
        Assert.Equal(aliases, shell.Do("(Get-Module Intercom).ExportedAliases.Keys").Output.Select(name => name.ToString()!)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_cmdlet_has_a_file_of_its_own_under_its_name() => Assert.All(Cmdlets, command =>
    {
        var files = Directory.GetFiles(Path.Combine(BuiltModule.Root, "src", "Intercom.PowerShell", "Cmdlets"), command.Name + ".cs",
            SearchOption.AllDirectories);
        Assert.Single(files);
        Assert.Contains($"class {command.Name}", File.ReadAllText(files[0]), StringComparison.Ordinal);
    });

    [Fact]
    public void Verbs_are_approved_and_nouns_begin_with_Intercom()
    {
        var approved = new[] { typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic),
            typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity) }
            .SelectMany(type => type.GetFields()).Select(field => (string)field.GetValue(null)!).ToHashSet();
        Assert.All(Cmdlets, command =>
        {
            var cmdlet = command.GetCustomAttribute<CmdletAttribute>()!;
            Assert.Contains(cmdlet.VerbName, approved);
            Assert.StartsWith("Intercom", cmdlet.NounName, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Whatever_writes_asks_ShouldProcess_and_whatever_reads_does_not() => Assert.All(Cmdlets, command =>
    {
        var operations = BuiltModule.Attributes(command, "Operation").ToList();
        if (operations.Count == 0) return;
        // Save- writes to this computer.
        var writes = operations.Any(operation => operation.Retry.ToString() != "Safe" && operation.Method != "GET")
            || command.GetCustomAttribute<CmdletAttribute>()!.VerbName == VerbsData.Save;
        Assert.True(command.GetCustomAttribute<CmdletAttribute>()!.SupportsShouldProcess == writes, command.Name);
    });

    [Fact]
    public void Whatever_destroys_a_resource_has_a_high_impact() => Assert.All(Cmdlets, command =>
    {
        var destroys = BuiltModule.Attributes(command, "Operation")
            .Any(operation => operation.Method == "DELETE" && Regex.IsMatch((string)operation.Path, @"^[a-z_/]+/\{[^}]+\}$"));
        if (destroys && command.Name != "RemoveTagCommand")
            Assert.Equal(ConfirmImpact.High, command.GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact);
    });

    [Fact]
    public void Every_cmdlet_and_parameter_is_documented()
    {
        var documents = XDocument.Load(Path.Combine(BuiltModule.Bin, "Intercom.PowerShell.xml")).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, member => member.Value.Trim());
        Assert.All(Cmdlets, command =>
        {
            Assert.True(documents.TryGetValue("T:" + command.FullName, out var text) && text.Length > 10, command.Name);
            foreach (var parameter in BuiltModule.Parameters(command))
            {
                Assert.True(documents.TryGetValue($"P:{parameter.DeclaringType!.FullName}.{parameter.Name}", out var words)
                    && words.Length > 5, $"{command.Name} -{parameter.Name}");
            }
        });
    }

    [Fact]
    public void What_people_name_has_one_row_that_lists_it()
    {
        var kinds = BuiltModule.Assembly.GetType("Intercom.PowerShell.NamedKinds")!;
        var known = ((IEnumerable<string>)kinds.GetProperty("Parameters")!.GetValue(null)!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var models = ((IEnumerable<dynamic>)kinds.GetField("All")!.GetValue(null)!)
            .Select(kind => (Type)kind.GetType().GetProperty("Model").GetValue(kind)).ToHashSet();
        var ids = Cmdlets.SelectMany(BuiltModule.Parameters).Where(parameter => Completer(parameter)?.Name == "IdCompleter")
            .Select(parameter => parameter.Name).Distinct().ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Contains(id, known));
        var named = Cmdlets.SelectMany(BuiltModule.Parameters)
            .SelectMany(parameter => BuiltModule.Attributes(parameter, "NameOf").Concat(BuiltModule.Attributes(parameter, "OrNameOf")))
            .ToList();
        Assert.NotEmpty(named);
        Assert.All(named, attribute => Assert.Contains((Type)attribute.Model, models));

        static Type? Completer(PropertyInfo parameter) =>
            parameter.GetCustomAttributes<ArgumentCompleterAttribute>().FirstOrDefault()?.Type;
    }

    [Fact]
    public void Every_cmdlet_that_writes_objects_declares_their_type() => Assert.All(Cmdlets, command =>
    {
        var cmdlet = command.GetCustomAttribute<CmdletAttribute>()!;
        if (cmdlet.VerbName is "Get" or "New" or "Search" or "Set" or "Connect" or "Start" or "Test")
            Assert.True(command.IsDefined(typeof(OutputTypeAttribute)), command.Name);
    });

    [Fact]
    public void No_base_class_stands_deeper_than_one_of_shared_parameters() => Assert.All(Cmdlets, command =>
    {
        var depth = 0;
        for (var type = command.BaseType!; !type.Name.StartsWith("Intercom", StringComparison.Ordinal)
            && type != typeof(PSCmdlet); type = type.BaseType!) depth++;
        Assert.InRange(depth, 0, 1);
    });

    [Fact]
    public void Every_date_takes_unix_seconds_and_every_table_what_holds_the_same() => Assert.All(Cmdlets, command =>
    {
        foreach (var parameter in BuiltModule.Parameters(command))
        {
            var type = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
            var wanted = type.FullName switch { "System.DateTime" => "DateInput", "System.Collections.Hashtable" => "Table", _ => null };
            if (wanted is not null)
                Assert.True(BuiltModule.Attributes(parameter, wanted).Any(), $"{command.Name} -{parameter.Name} lacks [{wanted}].");
        }
    });

    [Fact]
    public void Parameters_that_bind_by_property_name_bear_null() => Assert.All(Cmdlets, command =>
    {
        foreach (var parameter in BuiltModule.Parameters(command))
        {
            if (!parameter.GetCustomAttributes<ParameterAttribute>().All(set => set.ValueFromPipelineByPropertyName && !set.Mandatory))
                continue;
            Assert.False(parameter.GetCustomAttributes()
                .Any(attribute =>
                attribute is ValidateSetAttribute or ValidateRangeAttribute or ValidateNotNullAttribute or ValidateNotNullOrEmptyAttribute),
                $"{command.Name} -{parameter.Name}");
        }
    });

    [Fact]
    public void Id_parameters_take_by_value_or_by_name_but_not_both() => Assert.All(Cmdlets, command =>
    {
        foreach (var parameter in BuiltModule.Parameters(command).Where(parameter => BuiltModule.Attributes(parameter, "IntercomId").Any()))
        {
            Assert.All(parameter.GetCustomAttributes<ParameterAttribute>(), set =>
                Assert.False(set.ValueFromPipeline && set.ValueFromPipelineByPropertyName, $"{command.Name} -{parameter.Name}"));
        }
    });

    [Fact]
    public void No_exported_type_derives_from_or_holds_a_struct_of_a_foreign_assembly() =>
        Assert.All(BuiltModule.Assembly.GetExportedTypes(), type =>
    {
        static bool IsForeign(Type? other) =>
            other is not null && !other.Assembly.GetName().Name!.StartsWith("Intercom", StringComparison.Ordinal)
            && !other.Assembly.GetName().Name!.StartsWith("System", StringComparison.Ordinal)
            && !other.Assembly.GetName().Name!.StartsWith("netstandard", StringComparison.Ordinal);
        Assert.False(IsForeign(type.BaseType), type.Name);
        Assert.DoesNotContain(type.GetInterfaces(), IsForeign);
        Assert.DoesNotContain(
            type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly), field =>
            field.FieldType.IsValueType && IsForeign(field.FieldType));
    });

    [Fact]
    public void Foreign_assemblies_live_in_deps_alone()
    {
        Assert.Equal(["Intercom.Client.dll", "Intercom.PowerShell.dll", "Intercom.Sandbox.dll"],
            Directory.GetFiles(BuiltModule.Bin, "*.dll").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        var foreign = Directory.GetFiles(Path.Combine(BuiltModule.Bin, "deps"), "*.dll").Select(path => Path.GetFileName(path)!).ToList();
        Assert.DoesNotContain(foreign, name =>
            name.StartsWith("Intercom.", StringComparison.Ordinal) || name == "System.Management.Automation.dll");
        // On PowerShell 7 everything else is the runtime's.
        if (!BuiltModule.IsNetStandard) Assert.Equal(["Polly.Core.dll"], foreign);
    }

    [Fact]
    public void The_netstandard_build_has_everything_beside_it_that_Windows_PowerShell_lacks()
    {
        // Of .NET Framework 4.7.2, and the engine.
        string[] framework = ["netstandard", "mscorlib", "System", "System.Core", "System.Numerics",
            "System.ComponentModel.DataAnnotations", "System.Management.Automation"];
        var files = Directory.GetFiles(Path.Combine(BuiltModule.Root, "out", "Intercom", "bin", "netstandard2.0"), "*.dll",
            SearchOption.AllDirectories);
        var have = files.ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, path =>
            AssemblyName.GetAssemblyName(path).Version!, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("Polly.Core", have.Keys);
        foreach (var file in files)
        {
            using var image = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(file));
            var metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(image);
            foreach (var reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
            {
                var name = metadata.GetString(reference.Name);
                if (framework.Contains(name)) continue;
                Assert.True(have.TryGetValue(name, out var version), $"{Path.GetFileName(file)} refers to {name}, which is not in deps.");
                Assert.True(version >= reference.Version,
                    $"{Path.GetFileName(file)} refers to {name} {reference.Version}, and deps has {version}.");
            }
        }
    }

    [Fact]
    public void Only_the_sink_writes_to_streams_that_may_ask()
    {
        var direct = new Regex(@"\bWrite(Verbose|Warning|Debug)\(");
        var files = Directory.GetFiles(Path.Combine(BuiltModule.Root, "src", "Intercom.PowerShell"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "CommandSink.cs");
        Assert.All(files, file => Assert.False(direct.IsMatch(File.ReadAllText(file)), $"{file}: use Warn or Tell, which never ask."));
    }
}
