using System;
using Intercom.Shell;

// The engine reports usage to its makers unless told otherwise; a shell that is to run without a network must not.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

ShellOptions options = ShellOptions.Parse(args, Console.IsInputRedirected);
if (options.Mode == ShellMode.Help)
{
    if (options.UsageError is not null)
    {
        Console.Error.WriteLine(options.UsageError);
        Console.Error.WriteLine();
    }

    (options.UsageError is null ? Console.Out : Console.Error).Write(ShellOptions.Usage);
    return options.UsageError is null ? 0 : ShellOptions.UsageErrorExitCode;
}

using var session = new ShellSession(options);
return session.Run();
