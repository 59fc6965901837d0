# What the shell does before anything else: it loads the module that was built, and without a token connects it to the sandbox.
Import-Module -Name ([AppContext]::GetData('IntercomManifest')) -Global -ErrorAction Stop
# A variable that is set but empty is a secret that was not found: nobody is to take the sandbox for the workspace then.
if (-not (Test-Path Env:INTERCOM_TOKEN)) { $null = Connect-Intercom -Sandbox }

if ([Environment]::GetCommandLineArgs() -notcontains '-NoLogo') {
    # Nobody is to take sample data for their own, nor the other way round; on the error stream, for what a script writes stays its own.
    [Console]::Error.WriteLine($(if ($env:INTERCOM_TOKEN) { 'INTERCOM_TOKEN is set: the cmdlets work on the workspace of that token.' } elseif (Test-Path Env:INTERCOM_TOKEN) { 'INTERCOM_TOKEN is set, but empty: nothing is connected.' } else { 'INTERCOM_TOKEN is not set: connected to the sandbox (sample data in memory).' }))
}

# A file or another program wants no colours.
if ([Console]::IsOutputRedirected -or [Console]::IsErrorRedirected) { $PSStyle.OutputRendering = 'PlainText' }

if (-not $IsWindows -and -not [Console]::IsInputRedirected -and -not [Console]::IsOutputRedirected -and $env:TERM -ne 'dumb') {
    # Windows' own console reads lines with history and completion; a Unix terminal does not.
    function global:PSConsoleHostReadLine { [Intercom.Shell.LineReader]::Read() }
}
