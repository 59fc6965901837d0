# Runs one Pester file, and writes the result as one line of JSON.
param([Parameter(Mandatory)] [string] $Pester, [Parameter(Mandatory)] [string] $Path)
Import-Module $Pester
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$result = Invoke-Pester -Configuration $configuration
$broken = @($result.Failed) + @($result.FailedBlocks) + @($result.FailedContainers)
@{
    Passed  = $result.PassedCount
    Skipped = $result.SkippedCount
    Failed  = @($broken | ForEach-Object { "$($_.ExpandedPath)$($_.Item): $($_.ErrorRecord | Out-String)" })
} | ConvertTo-Json -Compress
