// Admins, teams, tags, segments, subscription types, calls, phone redirects, the allowlist.
import assert from 'node:assert/strict';
import { day, now, refused, unique } from '../lib/harness.mjs';
import { maker } from '../lib/modern.mjs';

export function workspace(story, sdk) {
  const { client } = sdk;
  const make = maker(client);

  story('admin: identify', async () => {
    const me = await client.admins.identify();
    assert.equal(me.type, 'admin');
    assert.match(me.id, /^\d+$/);
    assert.equal(me.app.type, 'app');
    assert.equal(typeof me.app.id_code, 'string');
    assert.equal(typeof me.app.timezone, 'string');
    assert.equal(me.email_verified, true);
  });

  story('admin: list and read each', async () => {
    const list = await client.admins.list();
    assert.equal(list.type, 'admin.list');
    assert.ok(list.admins.length >= 5);
    for (const admin of list.admins) {
      const read = await client.admins.find({ admin_id: admin.id });
      assert.equal(read.type, 'admin');
      assert.equal(read.name, admin.name);
      assert.deepEqual(read.team_ids, admin.team_ids);
    }
  });

  story('admin: an unknown id is refused with 404', async () => {
    await refused(() => client.admins.find({ admin_id: 424242 }), 404, 'admin_not_found');
  });

  story('admin: away and back', async () => {
    const away = await client.admins.away({ admin_id: 5003, away_mode_enabled: true, away_mode_reassign: true });
    assert.equal(away.id, '5003');
    assert.equal(away.away_mode_enabled, true);
    assert.equal(away.away_mode_reassign, true);
    const back = await client.admins.away({ admin_id: 5003, away_mode_enabled: false, away_mode_reassign: false });
    assert.equal(back.away_mode_enabled, false);
  });

  story('admin: away status reasons', async () => {
    const answer = await sdk.awayStatusReasons();
    const reasons = Array.isArray(answer) ? answer : answer.data;
    assert.ok(reasons.length > 0);
    for (const reason of reasons) {
      assert.equal(reason.type, 'away_status_reason');
      assert.equal(typeof reason.label, 'string');
      assert.equal(typeof reason.deleted, 'boolean');
    }
  });

  if (sdk.major === 7) {
    story('admin: away with a reason', async () => {
      const away = await client.admins.away({
        admin_id: 5004, away_mode_enabled: true, away_mode_reassign: false, away_status_reason_id: 402,
      });
      assert.equal(Number(away.away_status_reason_id), 402);
      await client.admins.away({ admin_id: 5004, away_mode_enabled: false, away_mode_reassign: false });
    });
  }

  story('admin: activity logs of a time', async () => {
    const list = await client.admins.listAllActivityLogs({
      created_at_after: String(now() - 30 * day), created_at_before: String(now()),
    });
    assert.equal(list.type, 'activity_log.list');
    assert.ok(list.activity_logs.length > 0);
    const log = list.activity_logs[0];
    assert.equal(typeof log.activity_type, 'string');
    assert.equal(log.performed_by.type, 'admin');
    assert.ok(list.activity_logs.every((item) => item.created_at >= now() - 31 * day));
  });

  story('team: list and read each', async () => {
    const list = await client.teams.list();
    assert.equal(list.type, 'team.list');
    assert.ok(list.teams.length >= 2);
    for (const team of list.teams) {
      const read = await client.teams.find({ team_id: team.id });
      assert.equal(read.type, 'team');
      assert.equal(read.name, team.name);
      assert.deepEqual(read.admin_ids, team.admin_ids);
    }
  });

  story('team: an unknown id is refused with 404', async () => {
    await refused(() => client.teams.find({ team_id: '424242' }), 404);
  });

  story('segment: list and read each', async () => {
    const list = await client.segments.list();
    assert.equal(list.type, 'segment.list');
    for (const segment of list.segments) {
      const read = await client.segments.find({ segment_id: segment.id });
      assert.equal(read.type, 'segment');
      assert.equal(read.name, segment.name);
      assert.ok(['user', 'contact'].includes(read.person_type));
    }
  });

  story('segment: list with counts', async () => {
    const list = await client.segments.list({ include_count: true });
    for (const segment of list.segments) assert.equal(typeof segment.count, 'number', segment.name);
  });

  story('segment: an unknown id is refused with 404', async () => {
    await refused(() => client.segments.find({ segment_id: '000000000000000000000000' }), 404);
  });

  story('subscription type: list', async () => {
    const list = await client.subscriptionTypes.list();
    assert.equal(list.type, 'list');
    for (const type of list.data) {
      assert.equal(type.type, 'subscription');
      assert.ok(['opt_in', 'opt_out'].includes(type.consent_type));
      assert.equal(typeof type.default_translation.name, 'string');
      assert.ok(Array.isArray(type.content_types));
    }
  });

  story('tag: create, read, rename, list, delete', async () => {
    const name = unique('Tag');
    const made = await client.tags.create({ name });
    assert.equal(made.type, 'tag');
    assert.equal(made.name, name);
    assert.equal((await client.tags.find({ tag_id: made.id })).name, name);
    const renamed = await client.tags.create({ id: made.id, name: `${name} 2` });
    assert.equal(renamed.id, made.id);
    assert.equal(renamed.name, `${name} 2`);
    const list = await client.tags.list();
    assert.equal(list.type, 'list');
    assert.equal(list.data.find((item) => item.id === made.id).name, `${name} 2`);
    await client.tags.delete({ tag_id: made.id });
    await refused(() => client.tags.find({ tag_id: made.id }), 404);
  });

  story('tag: an unknown id is refused with 404', async () => {
    await refused(() => client.tags.find({ tag_id: '99999999' }), 404, 'not_found');
  });

  story('tag: create of an existing name returns the same tag', async () => {
    const made = await make.tag();
    assert.equal((await client.tags.create({ name: made.name })).id, made.id);
    assert.equal((await client.tags.create({ name: made.name.toUpperCase() })).id, made.id);
  });

  story('tag: a name is required', async () => {
    await refused(() => client.tags.create({}), 400, 'parameter_invalid');
  });

  story('tag: one that is in use is deleted from its contacts', async () => {
    const [contact, tag] = [await make.contact(), await make.tag()];
    await client.tags.tagContact({ contact_id: contact.id, id: tag.id });
    await client.tags.untagContact({ contact_id: contact.id, tag_id: tag.id });
    await client.tags.delete({ tag_id: tag.id });
    assert.deepEqual((await client.contacts.listAttachedTags({ contact_id: contact.id })).data, []);
  });

  story('phone call redirect: create', async () => {
    const answer = await client.phoneCallRedirects.create({
      phone: '+353832345678', custom_attributes: { issue_type: 'Billing' },
    });
    assert.equal(answer.type, 'phone_call_redirect');
    assert.equal(answer.phone, '+353832345678');
  });

  story('phone call redirect: an invalid number is refused', async () => {
    // The errors of this operation have a shape of their own.
    const failure = await client.phoneCallRedirects.create({ phone: 'not a number' }).then(() => undefined, (thrown) => thrown);
    assert.equal(failure?.statusCode, 400);
    assert.equal(failure.body.error_key, 'invalid_phone_number');
  });

  if (sdk.major === 7) {
    story('call: list all pages and read each', async () => {
      const ids = new Set();
      let list = await client.calls.listCalls({ page: 1, per_page: 5 });
      const total = list.total_count;
      for (let page = 1; list.data.length > 0 && page < 100; page += 1) {
        for (const call of list.data) {
          assert.equal(call.type, 'call');
          ids.add(call.id);
        }
        list = await client.calls.listCalls({ page: page + 1, per_page: 5 });
      }
      assert.equal(ids.size, total);
      for (const id of ids) assert.equal((await client.calls.showCall({ call_id: id })).id, id);
    });

    story('call: an unknown id is refused with 404', async () => {
      await refused(() => client.calls.showCall({ call_id: '99999999' }), 404);
    });

    story('call: transcript', async () => {
      const list = await client.calls.listCalls({ per_page: 25 });
      const call = list.data.find((item) => item.transcription_url);
      const text = await client.calls.showCallTranscript({ call_id: call.id });
      assert.equal(typeof text, 'string');
      assert.ok(text.length > 0);
    });

    story('call: recording', async () => {
      const list = await client.calls.listCalls({ per_page: 25 });
      const call = list.data.find((item) => item.recording_url);
      await client.calls.showCallRecording({ call_id: call.id });
    });

    story('call: with transcripts by conversation', async () => {
      const list = await client.calls.listCalls({ per_page: 25 });
      const ids = list.data.filter((item) => item.conversation_id).slice(0, 3).map((item) => item.conversation_id);
      const found = await client.calls.listCallsWithTranscripts({ conversation_ids: ids });
      assert.equal(found.type, 'list');
      assert.deepEqual([...new Set(found.data.map((item) => item.conversation_id))].sort(), [...ids].sort());
      assert.ok(found.data.every((item) => 'transcript_status' in item));
    });

    story('call: with transcripts of none or of too many is refused', async () => {
      await refused(() => client.calls.listCallsWithTranscripts({ conversation_ids: [] }), 400);
      const many = Array.from({ length: 21 }, (_, i) => String(i));
      await refused(() => client.calls.listCallsWithTranscripts({ conversation_ids: many }), 400);
    });

    story('ip allowlist: read, change, restore', async () => {
      const before = await client.ipAllowlist.getIpAllowlist();
      assert.equal(before.type, 'ip_allowlist');
      assert.equal(before.enabled, false);
      const changed = await client.ipAllowlist.updateIpAllowlist({ enabled: false, ip_allowlist: ['192.168.1.0/24', '10.0.0.1'] });
      assert.deepEqual(changed.ip_allowlist, ['192.168.1.0/24', '10.0.0.1']);
      assert.deepEqual((await client.ipAllowlist.getIpAllowlist()).ip_allowlist, ['192.168.1.0/24', '10.0.0.1']);
      await client.ipAllowlist.updateIpAllowlist({ enabled: before.enabled, ip_allowlist: before.ip_allowlist });
    });
  }
}
