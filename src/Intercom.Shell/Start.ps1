# Runs when the shell starts. Imports the built module, and connects to the sandbox when INTERCOM_TOKEN is not set.
Import-Module -Name ([AppContext]::GetData('IntercomManifest')) -Global -ErrorAction Stop
# A variable that is set but empty means that a secret was not found. The sandbox must then not be mistaken for the workspace.
if (-not (Test-Path Env:INTERCOM_TOKEN)) { $null = Connect-Intercom -Sandbox }

if ([Environment]::GetCommandLineArgs() -notcontains '-NoLogo') {
    # Prevents users from mistaking sample data for their own, or the reverse. The error stream keeps the output of scripts unchanged.
    [Console]::Error.WriteLine($(if ($env:INTERCOM_TOKEN) { 'INTERCOM_TOKEN is set: the cmdlets use the workspace of that token.' } elseif (Test-Path Env:INTERCOM_TOKEN) { 'INTERCOM_TOKEN is set but empty: there is no connection.' } else { 'INTERCOM_TOKEN is not set: connected to the sandbox (sample data in memory).' }))
}

# Redirected output is plain text, without colors.
if ([Console]::IsOutputRedirected -or [Console]::IsErrorRedirected) { $PSStyle.OutputRendering = 'PlainText' }

# Two runspaces of ForEach-Object -Parallel that look for a module at the same time do not both find it, unless it is in PowerShell's cache.
$null = Get-Module Intercom -ListAvailable
# In other hosts, this belongs in the profile.
Register-IntercomQueryCompletion

$isTerminal = -not [Console]::IsInputRedirected -and -not [Console]::IsOutputRedirected -and $env:TERM -ne 'dumb'
if ($isTerminal -and -not (Get-Module PSReadLine) -and (Get-Module PSReadLine -ListAvailable)) {
    # A version that cannot be used here must not prevent the shell from starting.
    try { Import-Module PSReadLine -Global -ErrorAction Stop }
    catch { [Console]::Error.WriteLine("PSReadLine cannot be used: $_") }
}
if ($isTerminal -and -not $IsWindows -and -not (Get-Module PSReadLine)) {
    # The Windows console edits lines with history and completion. A Unix terminal does not.
    function global:PSConsoleHostReadLine { [Intercom.Shell.LineReader]::Read() }
}
