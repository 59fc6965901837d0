// What the tests of all versions share: the address of the sandbox, unique names, and the list of known faults.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownFaults } from '../known-faults.mjs';

export const baseUri = (process.env.SANDBOX_URI ?? '').replace(/\/$/, '');
export const token = process.env.SANDBOX_TOKEN ?? '';

if (baseUri === '') throw new Error('SANDBOX_URI is not set. Start the tests with: node run.mjs');

/** An upper limit for pagers, so that a pager that never ends fails instead of hanging. */
export const mostItems = 5000;

let count = 0;

/** A name that no other test uses. */
export function unique(prefix) {
  count += 1;
  return `${prefix}-${process.pid.toString(36)}-${Date.now().toString(36)}-${count}`;
}

export const now = () => Math.floor(Date.now() / 1000);
export const day = 86_400;

/** Returns a function that declares tests of one SDK version, and reads the known faults of that version. */
export function storiesOf(version) {
  const faults = knownFaults[version] ?? {};
  const unused = new Set(Object.keys(faults));
  const story = (title, run) => {
    const fault = faults[title];
    unused.delete(title);
    test(`${version} ${title}`, async () => {
      if (!fault) {
        await run();
        return;
      }
      await assert.rejects(
        async () => {
          await run();
          throw new Error(`"${title}" passes. Remove it from known-faults.mjs.`);
        },
        (failure) => {
          assert.match(String(failure?.stack ?? failure), fault.failure, fault.reason);
          return true;
        });
    });
  };
  story.checkFaults = () => test(`${version} each known fault names a test`, () => assert.deepEqual([...unused], []));
  return story;
}

/** Checks that a call fails with a status, and returns the answer's first error. */
export async function refused(call, status, code) {
  let failure;
  try {
    await call();
  } catch (thrown) {
    failure = thrown;
  }
  assert.ok(failure, `the call succeeded instead of failing with ${status}`);
  const answered = failure.statusCode ?? failure.response?.status ?? failure.code;
  assert.equal(answered, status, `status of: ${failure.message}`);
  const body = failure.body ?? failure.response?.data ?? {};
  assert.equal(body.type, 'error.list');
  if (code) assert.equal(body.errors[0].code, code);
  return body.errors[0];
}

/** Reads a pager of the SDK to its end. */
export async function collect(page) {
  const items = [];
  for await (const item of page) {
    items.push(item);
    assert.ok(items.length <= mostItems, `the pager did not end after ${mostItems} items`);
  }
  return items;
}

/** Checks that an object has each of these fields, whatever their values. */
export function assertFields(object, names) {
  assert.deepEqual(names.split(' ').filter((name) => !(name in object)), [], 'fields that are missing');
}

/** Checks that a list has every item once. */
export function assertWhole(items, total, idOf = (item) => item.id) {
  assert.equal(items.length, total);
  assert.equal(new Set(items.map(idOf)).size, total, 'the pager returned an item twice');
}
