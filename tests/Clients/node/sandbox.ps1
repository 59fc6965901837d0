# Serves a sandbox until standard input closes. The first line of the output is its address and token as JSON.
$ErrorActionPreference = 'Stop'
$sandbox = Start-IntercomSandbox -RateLimit 0
[Console]::Out.WriteLine((@{ baseUri = "$($sandbox.BaseUri)"; token = $sandbox.Token } | ConvertTo-Json -Compress))
[Console]::Out.Flush()
while ($null -ne [Console]::In.ReadLine()) { }
$sandbox | Stop-IntercomSandbox
