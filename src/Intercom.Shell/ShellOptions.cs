using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation.Runspaces;

namespace Intercom.Shell;

/// <summary>What one start of the shell is to do.</summary>
internal enum ShellMode
{
    /// <summary>A prompt, until <c>exit</c>.</summary>
    Interactive,

    /// <summary>One script file with its arguments.</summary>
    File,

    /// <summary>The text given after <c>-Command</c>.</summary>
    Command,

    /// <summary>The script that stands on standard input.</summary>
    StandardInput,

    /// <summary>The usage text, alone or after a usage error.</summary>
    Help,
}

/// <summary>The command line, read as pwsh reads its own.</summary>
internal sealed class ShellOptions
{
    /// <summary>pwsh's exit code for a command line that it does not understand (EX_USAGE).</summary>
    public const int UsageErrorExitCode = 64;

    public const string Usage = """
        Usage: dotnet run --project src/Intercom.Shell [-- <options>]

          [-File] <script.ps1> [args]   Runs the script; args bind to its parameters. Exits with its exit code,
                                        1 after an error that nothing caught, else 0.
          -Command <text>               Runs the text (-c for short; - reads it from standard input).
                                        Exits with 1 if its last command failed, else 0.
          -NoLogo                       Shows no banner and no notice about the connection.
          -NonInteractive               Never asks: what would ask is an error.
          -Help                         Shows this text.

        Without -File or -Command it opens a prompt, or runs the script on standard input if that is not a terminal.
        -NoProfile and -ExecutionPolicy <policy> are taken, as pwsh takes them, and change nothing: there are no profiles here.

        """;

    public ShellMode Mode { get; private set; }

    /// <summary>The full path of the script to run.</summary>
    public string File { get; private set; } = "";

    /// <summary>What follows the script on the command line, as named and positional arguments.</summary>
    public List<CommandParameter> FileArguments { get; } = [];

    public string Command { get; private set; } = "";

    public bool NoLogo { get; private set; }

    public bool NonInteractive { get; private set; }

    /// <summary>Says what is wrong with the command line; null when nothing is.</summary>
    public string? UsageError { get; private set; }

    public static ShellOptions Parse(string[] args, bool inputRedirected)
    {
        var options = new ShellOptions { Mode = inputRedirected ? ShellMode.StandardInput : ShellMode.Interactive };
        for (int i = 0; i < args.Length; i++)
        {
            string[] rest = args[(i + 1)..];
            switch (OptionName(args[i]))
            {
                case "nologo" or "nol":
                    options.NoLogo = true;
                    break;
                case "noninteractive" or "noni":
                    options.NonInteractive = true;
                    break;
                case "noprofile" or "nop":
                    break;
                case "executionpolicy" or "ex" or "ep":
                    i++;
                    break;
                case "help" or "h" or "?":
                    return new ShellOptions { Mode = ShellMode.Help };
                case "command" or "c":
                    return options.WithCommand(rest);
                case "file" or "f":
                    return rest.Length == 0 ? options.Refuse("-File needs the path of a script after it.") : options.WithFile(rest[0], rest[1..]);
                case null:
                    return options.WithFile(args[i], rest);
                default:
                    return options.Refuse($"The argument '{args[i]}' is not recognized.");
            }
        }

        return options;
    }

    private static string? OptionName(string arg) =>
        arg == "/?" ? "?"
        : arg.Length > 1 && arg[0] == '-' ? arg.TrimStart('-').ToLowerInvariant()
        : null;

    private ShellOptions Refuse(string error)
    {
        Mode = ShellMode.Help;
        UsageError = error;
        return this;
    }

    private ShellOptions WithCommand(string[] words)
    {
        if (words.Length == 0)
        {
            return Refuse("-Command needs the command after it.");
        }

        Command = string.Join(' ', words);
        Mode = Command == "-" ? ShellMode.StandardInput : ShellMode.Command;
        return this;
    }

    private ShellOptions WithFile(string path, string[] arguments)
    {
        if (path == "-")
        {
            Mode = ShellMode.StandardInput;
            return this;
        }

        if (!System.IO.File.Exists(path))
        {
            return Refuse($"The argument '{path}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.");
        }

        Mode = ShellMode.File;
        File = Path.GetFullPath(path);
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            if (argument.Length < 2 || argument[0] != '-' || !(char.IsLetter(argument[1]) || argument[1] is '_' or '?'))
            {
                FileArguments.Add(new CommandParameter(null, argument));
                continue;
            }

            // "-Name" alone keeps its dash: the engine then binds it as a parameter name, and what follows as its value
            // or, after a switch, as the next argument. "-Name:value" and "-Name: value" are a pair.
            int colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                FileArguments.Add(new CommandParameter(argument));
            }
            else if (colon < argument.Length - 1)
            {
                FileArguments.Add(new CommandParameter(argument[..(colon + 1)], SwitchValue(argument[(colon + 1)..])));
            }
            else
            {
                FileArguments.Add(i + 1 < arguments.Length ? new CommandParameter(argument, SwitchValue(arguments[++i])) : new CommandParameter(argument));
            }
        }

        return this;
    }

    /// <summary>A shell hands <c>-Confirm:$false</c> over as text; the switch needs the boolean.</summary>
    private static object SwitchValue(string text) =>
        text.Equals("$true", StringComparison.OrdinalIgnoreCase) ? true
        : text.Equals("$false", StringComparison.OrdinalIgnoreCase) ? false
        : text;
}
