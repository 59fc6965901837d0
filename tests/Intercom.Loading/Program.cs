using System.Reflection;
using System.Reflection.Emit;

namespace Intercom.Loading;

/// <summary>
/// Loads the files that Windows PowerShell gets, by their path and without binding redirects, and works with them. The first argument is
/// the folder bin/netstandard2.0 of a module; "other" as the second lets another module answer first for System.Text.Json, with a version
/// that is too old for ours; a second folder is another version of the module, which is loaded beside the first one.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        try
        {
            if (arguments.Skip(1).Contains("other")) AppDomain.CurrentDomain.AssemblyResolve += AnswerWithAnOldOne;
            // The host brings this one; it is beside this program, where no GAC holds it.
            foreach (var folder in arguments.Where(Directory.Exists)) Console.WriteLine($"{folder}: {Work(folder)} contacts");
            foreach (var loaded in AppDomain.CurrentDomain.GetAssemblies())
            {
                if (loaded.GetName().Name == "System.Text.Json") Console.WriteLine(loaded);
            }
            return 0;
        }
        catch (Exception failure)
        {
            Console.Error.WriteLine(failure);
            return 1;
        }
    }

    /// <summary>What a module does that was imported earlier and finds everything by its simple name.</summary>
    private static Assembly? AnswerWithAnOldOne(object sender, ResolveEventArgs request)
    {
        var name = new AssemblyName(request.Name);
        if (name.Name != "System.Text.Json" && name.Name != "System.Memory") return null;
        Console.WriteLine($"Another module was asked for {name.Name} {name.Version}.");
        name.Version = new Version(6, 0, 0, 0);
        return AppDomain.CurrentDomain.DefineDynamicAssembly(name, AssemblyBuilderAccess.Run);
    }

    /// <summary>Imports the module as far as it goes without an engine, and reads the contacts of a sandbox. Returns how many there
    /// are.</summary>
    private static int Work(string folder)
    {
        Assembly Load(string name) => Assembly.LoadFrom(Path.Combine(folder, name + ".dll"));
        var module = Load("Intercom.PowerShell");
        module.GetType("Intercom.PowerShell.Dependencies", true)
            .GetMethod("Install", BindingFlags.Static | BindingFlags.Public)!.Invoke(null, null);
        var (client, sandbox) = (Load("Intercom.Client"), Load("Intercom.Sandbox"));
        var workspaceType = sandbox.GetType("Intercom.Sandbox.SandboxWorkspace", true);
        var workspace = Activator.CreateInstance(workspaceType, new object?[] { null });
        var handler = Activator.CreateInstance(sandbox.GetTypes().Single(type => type.Name == "SandboxHandler"), workspace);
        var options = Activator.CreateInstance(client.GetType("Intercom.Http.IntercomClientOptions", true));
        void Set(string name, object? value) => options.GetType().GetProperty(name)!.SetValue(options, value);
        Set("BaseUri", new Uri("https://sandbox.invalid/"));
        Set("Token", "tok_3v3ryb0dy");
        Set("Handler", handler);
        var connection = Activator.CreateInstance(client.GetType("Intercom.Http.IntercomClient", true), options);
        var request = Activator.CreateInstance(client.GetType("Intercom.Http.ApiRequest", true), "GET", "contacts?per_page=7");
        var send = connection.GetType().GetMethods()
            .Single(method => method.Name == "SendAsync" && !method.IsGenericMethod && method.GetParameters().Length == 4);
        var answer = (Task<object>)send.Invoke(connection, new[] { request, typeof(object), null, CancellationToken.None });
        // Plain objects, parsed by System.Text.Json: a dictionary with the list in "data".
        var page = answer.GetAwaiter().GetResult();
        var data = ((System.Collections.IDictionary)page)["data"];
        return ((System.Collections.ICollection)data!).Count;
    }
}
