using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Microsoft.PowerShell;

namespace Intercom.Shell;

/// <summary>One runspace with the module loaded, and what runs in it: a file, a command, standard input, or a prompt.</summary>
internal sealed class ShellSession : IDisposable
{
    /// <summary>pwsh's exit code for a session that could not be set up (EX_SOFTWARE).</summary>
    private const int StartFailedExitCode = 70;

    private readonly ShellOptions _options;
    private readonly ShellUserInterface _ui;
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private readonly List<string> _history = [];
    private volatile Pipeline? _running;

    public ShellSession(ShellOptions options)
    {
        _options = options;
        _ui = new ShellUserInterface(options.NonInteractive);
        _host = new ShellHost(_ui, PromptLoop);
        _runspace = RunspaceFactory.CreateRunspace(_host, InitialState());
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        Runspace.DefaultRunspace = _runspace;
        _runspace.Open();
        PSStyle.Instance.OutputRendering = Terminal.OutputColor ? OutputRendering.Host : OutputRendering.PlainText;
        Console.CancelKeyPress += OnCancelKey;
    }

    /// <summary>Does what the command line asked for.</summary>
    /// <returns>The exit code of the process.</returns>
    public int Run()
    {
        if (!LoadModule())
        {
            return StartFailedExitCode;
        }

        ConnectAndGreet();
        bool done = true;
        switch (_options.Mode)
        {
            case ShellMode.File:
                EngineInternals.LetExitOfNextScriptEndTheHost(_runspace);
                done = Execute(FileCommand(), ReadInputIfUsed(Parser.ParseFile(_options.File, out _, out _)));
                break;
            case ShellMode.Command:
                // In the history, the command leaves its $? behind; a script file does not, as in pwsh.
                done = Execute(Script(_options.Command), addToHistory: true, input: ReadInputIfUsed(Parser.ParseInput(_options.Command, out _, out _)));
                break;
            case ShellMode.StandardInput:
                string script = Console.In.ReadToEnd();
                done = string.IsNullOrWhiteSpace(script) || Execute(Script(script), addToHistory: true);
                break;
            default:
                PromptLoop();
                break;
        }

        // As pwsh: an "exit" says it itself; an uncaught error is 1; else the state of the last command decides.
        return _host.ExitCode ?? (done && Evaluate("$global:?").FirstOrDefault()?.BaseObject is true ? 0 : 1);
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancelKey;
        _ui.ClearProgress();
        _runspace.Dispose();
    }

    private static InitialSessionState InitialState()
    {
        // pwsh's own module folders hold its utility modules, whose assemblies this process does not have: finding their
        // commands and failing to load them would be worse than not finding them.
        string paths = Environment.GetEnvironmentVariable("PSModulePath") ?? "";
        Environment.SetEnvironmentVariable("PSModulePath", string.Join(
            Path.PathSeparator, paths.Split(Path.PathSeparator).Where(p => !Directory.Exists(Path.Combine(p, "Microsoft.PowerShell.Utility")))));

        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        }

        foreach (Type type in typeof(ShellSession).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet)
            {
                state.Commands.Add(new SessionStateCmdletEntry($"{cmdlet.VerbName}-{cmdlet.NounName}", type, null));
            }
        }

        return state;
    }

    private static string? FindModule()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string manifest = Path.Combine(folder.FullName, "out", "Intercom", "Intercom.psd1");
            if (File.Exists(manifest))
            {
                return manifest;
            }
        }

        return null;
    }

    private static Command Script(string text) => new(text, isScript: true, useLocalScope: false);

    private static Command OutDefault() => new("Out-Default", isScript: false, useLocalScope: true);

    private static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    private Command FileCommand()
    {
        // Only a .ps1 is a command by its path; a script under another name (#! ...) is run by its text.
        Command command = _options.File.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)
            ? new Command(_options.File, isScript: false, useLocalScope: false)
            : Script(File.ReadAllText(_options.File));
        _options.FileArguments.ForEach(command.Parameters.Add);
        return command;
    }

    private bool LoadModule()
    {
        if (FindModule() is not { } manifest)
        {
            _ui.WriteErrorLine($"The module out/Intercom/Intercom.psd1 was not found in any folder above {AppContext.BaseDirectory}. Run 'dotnet build' in the repository first.");
            return false;
        }

        return Execute(Script($"Import-Module -Name {Quote(manifest)} -Global -ErrorAction Stop"));
    }

    /// <summary>Without a token the shell works on the sandbox, and says so: nobody is to take sample data for their own.</summary>
    private void ConnectAndGreet()
    {
        bool tokenSet = !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("INTERCOM_TOKEN"));
        bool sandbox = !tokenSet && Evaluate("(Get-Command Connect-Intercom -ErrorAction Ignore).Parameters.ContainsKey('Sandbox')").FirstOrDefault()?.BaseObject is true;
        sandbox = sandbox && Execute(Script("try { $null = Connect-Intercom -Sandbox -ErrorAction Stop } catch { throw }"));
        if (_options.NoLogo)
        {
            return;
        }

        string connection = tokenSet ? "INTERCOM_TOKEN is set: the cmdlets work on the workspace of that token."
            : sandbox ? "INTERCOM_TOKEN is not set: connected to the sandbox (sample data in memory)."
            : "INTERCOM_TOKEN is not set, and the cmdlets are not connected.";
        if (_options.Mode != ShellMode.Interactive)
        {
            Console.Error.WriteLine(connection);
            return;
        }

        object version = Evaluate("(Get-Module Intercom).Version")[0];
        object engine = Evaluate("$PSVersionTable.PSVersion")[0];
        _ui.WriteLine($"""
            Intercom for PowerShell {version}, on the PowerShell {engine} engine.
            This is the real engine without pwsh's Microsoft.PowerShell.Utility and
            .Management cmdlets (Measure-Object, Get-ChildItem ...); some everyday ones
            are stood in for. In pwsh, Import-Module ./out/Intercom gives the whole.
            {connection}
            Get-Command -Module Intercom lists the cmdlets; Tab completes; exit ends.

            """);
    }

    private IEnumerable<string>? ReadInputIfUsed(Ast script) =>
        Console.IsInputRedirected && script.Find(a => a is VariableExpressionAst v && v.VariablePath.UserPath.Equals("input", StringComparison.OrdinalIgnoreCase), searchNestedScriptBlocks: true) is not null
            ? Console.In.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')
            : null;

    /// <summary>Reads statements and runs them until <c>exit</c> or the end of input; also the nested prompt of "Suspend".</summary>
    private void PromptLoop()
    {
        while (_host.ExitCode is null && !_host.LeaveNestedPrompt && ReadStatement() is { } statement)
        {
            if (!string.IsNullOrWhiteSpace(statement))
            {
                Execute(Script(statement), addToHistory: true);
            }
        }
    }

    /// <summary>Reads lines until they are a whole statement, or an empty line says that the rest will not come.</summary>
    private string? ReadStatement()
    {
        _ui.StartLine();
        string text = "";
        string prompt = string.Concat(Evaluate("prompt"));
        try
        {
            while (LineReader.Read(prompt, history: _history, complete: Complete) is { } line)
            {
                if (line.Length > 0 && (_history.Count == 0 || _history[^1] != line))
                {
                    _history.Add(line);
                }

                text = text.Length == 0 ? line : text + "\n" + line;
                Parser.ParseInput(text, out _, out ParseError[] errors);
                if (line.Length == 0 || !errors.Any(e => e.IncompleteInput))
                {
                    return text;
                }

                prompt = ">> ";
            }

            return null;
        }
        catch (OperationCanceledException)
        {
            return "";
        }
    }

    private CommandCompletion? Complete(string text, int cursor)
    {
        try
        {
            using var powershell = Nested ? PowerShell.Create(RunspaceMode.CurrentRunspace) : PowerShell.Create(_runspace);
            return CommandCompletion.CompleteInput(text, cursor, null, powershell);
        }
        catch (Exception e) when (e is RuntimeException or InvalidOperationException)
        {
            // A completer that fails offers nothing; the line being typed must survive it.
            return null;
        }
    }

    /// <summary>Something is suspended while a nested prompt is open.</summary>
    private bool Nested => _running is not null;

    private Pipeline NewPipeline(Command command, bool addToHistory = false)
    {
        Pipeline pipeline = Nested ? _runspace.CreateNestedPipeline(command.CommandText, addToHistory) : _runspace.CreatePipeline(command.CommandText, addToHistory);
        pipeline.Commands.Clear();
        pipeline.Commands.Add(command);
        return pipeline;
    }

    /// <summary>Runs a command for its result, printing nothing.</summary>
    private IList<PSObject> Evaluate(string script)
    {
        using Pipeline pipeline = NewPipeline(Script(script));
        try
        {
            return pipeline.Invoke();
        }
        catch (RuntimeException)
        {
            return [];
        }
    }

    /// <summary>Runs a command and prints what it gives, errors in the order in which they came.</summary>
    /// <returns>False when an error ended it.</returns>
    private bool Execute(Command command, IEnumerable<string>? input = null, bool addToHistory = false)
    {
        command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        using Pipeline pipeline = NewPipeline(command, addToHistory);
        pipeline.Commands.Add(OutDefault());
        try
        {
            Print(pipeline, input);
            return true;
        }
        catch (PipelineStoppedException)
        {
            return true;
        }
        catch (RuntimeException e)
        {
            using Pipeline report = NewPipeline(OutDefault());
            Print(report, [EngineInternals.OnErrorStream(new ErrorRecord(e.ErrorRecord, e))]);
            return false;
        }
    }

    private void Print(Pipeline pipeline, IEnumerable<object>? input)
    {
        foreach (object item in input ?? [])
        {
            pipeline.Input.Write(item);
        }

        pipeline.Input.Close();
        Pipeline? outer = _running;
        _running = pipeline;
        try
        {
            pipeline.Invoke();
        }
        finally
        {
            _running = outer;
            _ui.ClearProgress();
        }
    }

    // Ctrl+C stops what runs, after its finally blocks. As in pwsh, that is no failure: the exit code stays 0.
    private void OnCancelKey(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = _running is not null || _options.Mode == ShellMode.Interactive;
        _running?.StopAsync();
    }
}
