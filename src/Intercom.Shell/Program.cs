using System.Management.Automation.Runspaces;
using System.Reflection;
using Microsoft.PowerShell;

// PowerShell's own console host, which takes the command line of pwsh; Start.ps1 loads the module and connects it.

const string Usage = """
    Usage: dotnet run --project src/Intercom.Shell [-- <options of pwsh>]

      [-File] <script.ps1> [args]   Runs the script; args bind to its parameters. Exits with its exit code,
                                    1 after an error that nothing caught, else 0.
      -Command <text>               Runs the text (-c for short; - reads it from standard input).
                                    Exits with 1 if its last command failed, else 0.
      -NoLogo                       Shows no banner and no notice about the connection.
      -NonInteractive               Never asks: what would ask is an error.
      -NoExit                       Stays at the prompt after -File or -Command.
      -Help                         Shows this text.

    Without -File or -Command it opens a prompt. Profiles are not run. Without INTERCOM_TOKEN it works on the sandbox.

    """;

// The host reports usage to its makers and looks for updates unless told otherwise; a shell that is to run without a network must not.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
Environment.SetEnvironmentVariable("POWERSHELL_UPDATECHECK", "Off");

string manifest = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
    .Single(entry => entry.Key == "ModuleManifest").Value!;

// Started from within pwsh, the path would lead to the other one's utility modules before our own. The built module comes first, so that
// the runspaces of ForEach-Object -Parallel find it.
string[] folders = (Environment.GetEnvironmentVariable("PSModulePath") ?? "").Split(Path.PathSeparator);
Environment.SetEnvironmentVariable("PSModulePath",
    string.Join(Path.PathSeparator, folders.Where(folder => !Directory.Exists(Path.Combine(folder, "Microsoft.PowerShell.Utility")))
        .Prepend(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(manifest))))));

var assembly = Assembly.GetExecutingAssembly();
AppContext.SetData("IntercomManifest", manifest);
var state = InitialSessionState.CreateDefault2();
if (OperatingSystem.IsWindows()) state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
state.StartupScripts.Add(Path.Combine(AppContext.BaseDirectory, "Start.ps1"));

var engine = typeof(PSObject).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split(' ', '+')[0];
string banner = $"""
    Intercom for PowerShell {assembly.GetName().Version?.ToString(3)}, in PowerShell {engine}.
    Get-Command -Module Intercom lists the cmdlets, Get-Help about_Intercom explains them; Tab completes; exit ends.
    """;
return ConsoleShell.Start(state, banner, Usage, ["-NoProfile", .. args]);
