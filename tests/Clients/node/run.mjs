// Starts a sandbox, runs the tests against it, and stops it. The exit code is that of the tests.
//   node run.mjs                 all tests
//   node run.mjs v7 curl         only these files
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
const configuration = process.env.CONFIGURATION ?? 'Debug';
const shell = process.env.INTERCOM_SHELL ?? join(root, 'src', 'Intercom.Shell', 'bin', configuration, 'net10.0', 'Intercom.Shell.dll');

function fail(message) {
  console.error(message);
  process.exit(2);
}

if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node ${process.versions.node} is too old. Install node 20 or later.`);
if (!existsSync(shell)) fail(`${shell} is missing. Build it with: dotnet build src/Intercom.Shell`);

const files = readdirSync(here).filter((file) => file.endsWith('.test.mjs')).sort();
const wanted = process.argv.slice(2).map((name) => `${name}.test.mjs`);
for (const file of wanted) {
  if (!files.includes(file)) fail(`${file} is not a test. The tests are ${files.join(', ')}.`);
}

// npm removes node_modules and installs exactly what the lockfile names.
if (!process.env.SKIP_INSTALL) {
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: here, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32',
  });
  if (install.error?.code === 'ENOENT') fail('npm was not found. Install node with npm.');
  if (install.status !== 0) fail(`npm ci failed with exit code ${install.status}.`);
}

const sandbox = spawn('dotnet', [shell, '-NoProfile', '-File', join(here, 'sandbox.ps1')], { stdio: ['pipe', 'pipe', 'inherit'] });
const stopped = new Promise((resolve) => sandbox.once('close', resolve));
sandbox.once('error', (failure) => fail(`The sandbox did not start: ${failure.message}`));

const address = await new Promise((resolve) => {
  const lines = createInterface({ input: sandbox.stdout });
  lines.on('line', (line) => {
    if (line.startsWith('{')) resolve(JSON.parse(line));
  });
  lines.on('close', () => resolve(undefined));
});
if (!address) fail('The sandbox ended before it printed its address.');

// One file at a time, because a list must not change while a test reads its pages.
const tests = spawn(
  process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...(wanted.length > 0 ? wanted : files)],
  { cwd: here, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, SANDBOX_URI: address.baseUri, SANDBOX_TOKEN: address.token } });
const code = await new Promise((resolve) => tests.once('close', resolve));

sandbox.stdin.end();
await stopped;
process.exit(code ?? 1);
