// Tokens, versions, headers and errors.
import assert from 'node:assert/strict';
import { baseUri, refused, token } from '../lib/harness.mjs';

export function connection(story, sdk) {
  const { client } = sdk;

  story('connection: a token is accepted, and the answer has the headers of Intercom', async () => {
    const { data, rawResponse } = await client.admins.identify().withRawResponse();
    assert.equal(data.type, 'admin');
    assert.equal(rawResponse.status, 200);
    assert.match(rawResponse.headers.get('content-type'), /^application\/json/);
    assert.ok(rawResponse.headers.get('x-request-id'));
    assert.equal(rawResponse.headers.get('intercom-version'), sdk.major === 7 ? '2.14' : '2.11');
  });

  story('connection: an invalid token is refused with 401', async () => {
    const error = await refused(() => sdk.connect({ token: 'invalid' }).admins.identify(), 401, 'unauthorized');
    assert.equal(error.message, 'Access Token Invalid');
  });

  story('connection: an unknown version is refused with 400', async () => {
    await refused(() => sdk.connect({ version: '99.9' }).admins.identify(), 400, 'intercom_version_invalid');
  });

  for (const version of ['2.0', '2.7', '2.10', '2.11', '2.13', '2.14', 'Unstable']) {
    story(`connection: version ${version} is accepted`, async () => {
      const { data, rawResponse } = await sdk.connect({ version }).admins.list().withRawResponse();
      assert.equal(rawResponse.headers.get('intercom-version'), version);
      assert.equal(data.type, 'admin.list');
    });
  }

  story('connection: an error has its class, code and request id', async () => {
    let failure;
    try {
      await client.contacts.find({ contact_id: '000000000000000000000000' });
    } catch (thrown) {
      failure = thrown;
    }
    assert.equal(failure.constructor.name, 'IntercomError');
    assert.equal(failure.statusCode, 404);
    assert.equal(failure.body.type, 'error.list');
    assert.ok(failure.body.request_id);
    assert.equal(failure.body.errors[0].code, 'not_found');
  });

  story('connection: an error of a described status has its own class', async () => {
    let failure;
    try {
      await client.companies.find({ company_id: '000000000000000000000000' });
    } catch (thrown) {
      failure = thrown;
    }
    assert.equal(failure.constructor.name, 'NotFoundError');
    assert.equal(failure.statusCode, 404);
    assert.equal(failure.body.errors[0].code, 'company_not_found');
  });

  story('connection: a path that does not exist is refused with 404', async () => {
    const answer = await fetch(`${baseUri}/no/such/path`, { headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' } });
    assert.equal(answer.status, 404);
    assert.match(answer.headers.get('content-type'), /^application\/json/);
    await answer.json();
  });

  story('connection: many calls at once are all answered', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => client.admins.list()));
    for (const answer of answers) assert.ok(answer.admins.length >= 5);
  });
}
