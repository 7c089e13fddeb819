<#
.SYNOPSIS
Builds Bulkhead if its sources changed, then starts it: the twin of run.sh for Windows.
.DESCRIPTION
  run.ps1                 the window; its samples run on the practice engine (no Docker needed)
  run.ps1 PATH            the window, with a project of yours
  run.ps1 COMMAND ...     the command line: run.ps1 --help lists the commands
  run.ps1 tour            the main job without a display: pictures, report and networks.yml in target/tour
#>
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# A command that ends with findings (1) is no fault of this script.
$PSNativeCommandUseErrorActionPreference = $false
$Wanted = 25
$Project = Split-Path -Parent $PSScriptRoot
$Target = Join-Path $Project 'target'
$Jar = Join-Path $Target 'bulkhead.jar'
$Stamp = Join-Path $Target 'built.stamp'
$Words = @($args)

function Stop-With([string] $Text) {
    [Console]::Error.WriteLine("bulkhead: $Text")
    exit 2
}

# The feature version of a JDK that compiles; 0 where there is none.
function Get-JdkVersion([string] $Folder) {
    $release = Join-Path $Folder 'release'
    if (-not (Test-Path -LiteralPath (Join-Path $Folder 'bin/javac.exe')) -or -not (Test-Path -LiteralPath $release)) { return 0 }
    $line = Select-String -LiteralPath $release -Pattern '^JAVA_VERSION="(\d+)' | Select-Object -First 1
    if ($null -eq $line) { return 0 }
    return [int] $line.Matches[0].Groups[1].Value
}

# The JDK already named, the one on the PATH, then the usual places.
function Find-Jdk {
    $candidates = @()
    if ($env:JAVA_HOME) { $candidates += $env:JAVA_HOME }
    $javac = Get-Command javac -ErrorAction SilentlyContinue
    if ($javac) { $candidates += Split-Path -Parent (Split-Path -Parent $javac.Source) }
    foreach ($root in "$env:ProgramFiles\Eclipse Adoptium", "$env:ProgramFiles\Java", "$env:ProgramFiles\Microsoft",
        "$env:ProgramFiles\Zulu", "$env:ProgramFiles\Amazon Corretto", "$env:ProgramFiles\BellSoft", "$env:USERPROFILE\.jdks") {
        if (Test-Path -LiteralPath $root) { $candidates += Get-ChildItem -Directory -LiteralPath $root | ForEach-Object { $_.FullName } }
    }
    foreach ($candidate in $candidates) {
        if ((Get-JdkVersion $candidate) -ge $Wanted) { return $candidate }
    }
    Stop-With ("needs a JDK $Wanted or newer and found none: " +
        "winget install EclipseAdoptium.Temurin.$Wanted.JDK, or unpack one and set JAVA_HOME to it.")
}

function Test-Built([string] $Jdk) {
    if (-not (Test-Path -LiteralPath $Jar) -or -not (Test-Path -LiteralPath $Stamp)) { return $false }
    if ("$(Get-Content -LiteralPath $Stamp -Raw)".Trim() -ne $Jdk) { return $false }
    $since = (Get-Item -LiteralPath $Stamp).LastWriteTimeUtc
    $sources = 'pom.xml', '.mvn', 'src/main', 'assets' | ForEach-Object { Join-Path $Project $_ }
    # A new or removed file makes its folder newer than the stamp, an edited one is newer itself.
    $newer = @(Get-Item -LiteralPath $sources -Force)
    $newer += Get-ChildItem -LiteralPath $sources -Recurse -Force
    return -not ($newer | Where-Object { $_.LastWriteTimeUtc -gt $since } | Select-Object -First 1)
}

# Training runs record which classes a start needs; without a record only speed is lost.
function Save-Record([string] $Name, [string[]] $Run) {
    # Windows PowerShell takes anything on stderr for an error otherwise.
    $ErrorActionPreference = 'Continue'
    $cache = Join-Path $Target $Name
    & $Java "-XX:AOTCacheOutput=$cache" @Options @Run *> $null
    if ($LASTEXITCODE -ne 0 -and (Test-Path -LiteralPath $cache)) { Remove-Item -LiteralPath $cache }
}

# Class files of old versions are not recorded, renewed ones are; style sheets are read faster in their binary form. Only speed is
# lost without.
function Update-Jars {
    $ErrorActionPreference = 'Continue'
    Get-ChildItem -Path (Join-Path $Target 'lib') -Filter 'picocli-*.jar' |
        ForEach-Object { & $Java (Join-Path $PSScriptRoot 'lib/RenewClasses.java') $_.FullName *> $null }
    & $Java -cp "$(Join-Path $Target 'lib')\*" (Join-Path $PSScriptRoot 'lib/BinaryStyles.java') $Jar *> $null
}

function Build-Program([string] $Jdk) {
    if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) {
        Stop-With 'needs Apache Maven 3.8 or newer to build and found no mvn on the PATH: unpack it from maven.apache.org and add its bin folder to the PATH.'
    }
    [Console]::Error.WriteLine('bulkhead: building (only the first time and after changes) ...')
    $begun = [DateTime]::UtcNow
    foreach ($old in $Stamp, (Join-Path $Target 'bulkhead-window.aot'), (Join-Path $Target 'bulkhead-command.aot'), (Join-Path $Target 'lib')) {
        if (Test-Path -LiteralPath $old) { Remove-Item -LiteralPath $old -Recurse -Force }
    }
    Push-Location -LiteralPath $Project
    try { & mvn -q -B -DskipTests package | Out-Host } finally { Pop-Location }
    if ($LASTEXITCODE -ne 0) { Stop-With 'the build failed; its messages are above.' }
    Update-Jars
    $scratch = Join-Path ([IO.Path]::GetTempPath()) "bulkhead-$PID"
    Save-Record 'bulkhead-window.aot' ($WindowOptions + @('dev.bulkhead.app.WindowRehearsal',
        (Join-Path $Project 'assets/samples/mediaserver'), $scratch))
    Save-Record 'bulkhead-command.aot' @('dev.bulkhead.app.Rehearsal', (Join-Path $Project 'assets/samples/mediaserver'))
    if (Test-Path -LiteralPath $scratch) { Remove-Item -Recurse -Force -LiteralPath $scratch }
    # The stamp carries the time the build began, so that an edit made meanwhile is seen.
    Set-Content -LiteralPath $Stamp -Value $Jdk -NoNewline
    (Get-Item -LiteralPath $Stamp).LastWriteTimeUtc = $begun
}

$env:JAVA_HOME = Find-Jdk
$Java = Join-Path $env:JAVA_HOME 'bin/java.exe'
$Options = @('-XX:+UseSerialGC', '-Xss2m', '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow',
    '-cp', "$Jar;$(Join-Path $Target 'lib')\*")
# The record of the window is made with the same headers of objects.
$WindowOptions = @('-Xms32m', '-XX:MinHeapFreeRatio=20', '-XX:MaxHeapFreeRatio=40', '-XX:+UseCompactObjectHeaders')
if (-not (Test-Built $env:JAVA_HOME)) { Build-Program $env:JAVA_HOME }

$first = if ($Words.Count -gt 0) { [string] $Words[0] } else { '' }
$commands = 'show', 'check', 'accept', 'reach', 'edit', 'export', 'plan', 'apply', 'confirm', 'guard', 'rollback', 'prune',
    'renew', 'measure', 'firewall', 'status', 'import', 'drift', 'playbook'
$window = $first -eq '' -or $first -eq 'tour' -or $first -like '--engine*' -or
    (($commands -notcontains $first) -and (Test-Path -LiteralPath $first))
$record = Join-Path $Target $(if ($window) { 'bulkhead-window.aot' } else { 'bulkhead-command.aot' })
$start = @()
if (Test-Path -LiteralPath $record) { $start += "-XX:AOTCache=$record", '-Xlog:aot=off', '-Xlog:cds=off' }
if ($window) {
    $start += $WindowOptions
} else {
    $start += '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData'
}
# A list of words by intent, as everywhere that Java is told something by the environment.
$more = @("$env:BULKHEAD_JAVA_OPTS" -split '\s+' | Where-Object { $_ })
& $Java @start @Options @more dev.bulkhead.app.Main @Words
exit $LASTEXITCODE
