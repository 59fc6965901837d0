// Contacts: create, read, list, search, update, merge, archive, block, delete, and what is attached to them.
import assert from 'node:assert/strict';
import { assertFields, assertWhole, collect, day, now, refused, unique } from '../lib/harness.mjs';
import { maker } from '../lib/modern.mjs';

export function contacts(story, sdk) {
  const { client } = sdk;
  const make = maker(client);

  story('contact: create a user with all fields', async () => {
    const name = unique('Ann');
    const fields = {
      role: 'user', external_id: name, email: `${name}@example.com`, phone: '+353871234567', name,
      avatar: 'https://example.com/a.png', signed_up_at: now() - 10 * day, last_seen_at: now() - day, owner_id: 5001,
      unsubscribed_from_emails: true, custom_attributes: { plan: 'premium', seats: 12 },
    };
    const made = await client.contacts.create(fields);
    assert.equal(made.type, 'contact');
    assert.match(made.id, /^[0-9a-f]{24}$/);
    for (const key of ['role', 'external_id', 'email', 'phone', 'name', 'signed_up_at', 'last_seen_at', 'unsubscribed_from_emails']) {
      assert.equal(made[key], fields[key], key);
    }
    assert.equal(Number(made.owner_id), 5001);
    assert.deepEqual(made.custom_attributes, fields.custom_attributes);
    assert.ok(Math.abs(made.created_at - now()) < 60);
    assert.deepEqual(await client.contacts.find({ contact_id: made.id }), made);
  });

  story('contact: a lead needs only a name', async () => {
    const made = await client.contacts.create({ role: 'lead', name: 'Lena' });
    assert.equal(made.role, 'lead');
    assert.equal(made.name, 'Lena');
    assert.equal(made.email, null);
  });

  story('contact: without role it is a user when it has an email', async () => {
    const made = await client.contacts.create({ email: `${unique('bo')}@example.com` });
    assert.equal(made.role, 'user');
  });

  story('contact: has the fields that the API describes', async () => {
    const made = await make.contact();
    assertFields(
      made,
      'android_app_name android_app_version android_device android_last_seen_at android_os_version android_sdk_version avatar browser '
        + 'browser_language browser_version companies created_at custom_attributes email email_domain external_id has_hard_bounced id '
        + 'ios_app_name ios_app_version ios_device ios_last_seen_at ios_os_version ios_sdk_version language_override last_contacted_at '
        + 'last_email_clicked_at last_email_opened_at last_replied_at last_seen_at location marked_email_as_spam name notes os '
        + 'owner_id phone role signed_up_at social_profiles tags type unsubscribed_from_emails updated_at workspace_id');
  });

  story('contact: the avatar is sent as an address and returned as an object', async () => {
    const made = await make.contact({ avatar: 'https://example.com/a.png' });
    assert.deepEqual(made.avatar, { type: 'avatar', image_url: 'https://example.com/a.png' });
  });

  story('contact: names and texts keep every character', async () => {
    const name = '張 Ærø "quoted" <b> 👩‍🚀 \\ /';
    const made = await make.contact({ name });
    assert.equal(made.name, name);
    assert.equal((await client.contacts.find({ contact_id: made.id })).name, name);
  });

  story('contact: a duplicate email is refused with 409', async () => {
    const first = await make.contact();
    const error = await refused(() => client.contacts.create({ role: 'user', email: first.email }), 409, 'conflict');
    assert.match(error.message, new RegExp(`id=${first.id}`));
  });

  story('contact: a duplicate external id is refused with 409', async () => {
    const first = await make.contact({ external_id: unique('ext') });
    await refused(() => client.contacts.create({ role: 'user', external_id: first.external_id }), 409, 'conflict');
  });

  story('contact: email, external id or role is required', async () => {
    await refused(() => client.contacts.create({ name: 'Nobody' }), 400);
  });

  story('contact: an unknown id is refused with 404', async () => {
    await refused(() => client.contacts.find({ contact_id: '000000000000000000000000' }), 404, 'not_found');
  });

  story('contact: update changes only the given fields', async () => {
    const made = await make.contact({ name: 'Before', phone: '+353871111111' });
    const changed = await client.contacts.update({ contact_id: made.id, name: 'After' });
    assert.equal(changed.name, 'After');
    assert.equal(changed.phone, '+353871111111');
    assert.equal(changed.email, made.email);
    assert.equal((await client.contacts.find({ contact_id: made.id })).name, 'After');
  });

  story('contact: update merges custom attributes', async () => {
    const made = await make.contact({ custom_attributes: { plan: 'premium', seats: 1 } });
    const changed = await client.contacts.update({ contact_id: made.id, custom_attributes: { seats: 2 } });
    assert.deepEqual(changed.custom_attributes, { plan: 'premium', seats: 2 });
  });

  story('contact: null clears a field', async () => {
    const made = await make.contact({ phone: '+353872222222' });
    const changed = await client.contacts.update({ contact_id: made.id, phone: null });
    assert.equal(changed.phone, null);
  });

  story('contact: null removes a custom attribute', async () => {
    const made = await make.contact({ custom_attributes: { plan: 'premium' } });
    const changed = await client.contacts.update({ contact_id: made.id, custom_attributes: { plan: null } });
    assert.ok(changed.custom_attributes.plan == null);
  });

  story('contact: an unknown custom attribute is refused', async () => {
    const made = await make.contact();
    await refused(() => client.contacts.update({ contact_id: made.id, custom_attributes: { [unique('none')]: 'x' } }), 400);
  });

  story('contact: update to the email of another contact is refused with 409', async () => {
    const [one, two] = [await make.contact(), await make.contact()];
    await refused(() => client.contacts.update({ contact_id: two.id, email: one.email }), 409, 'conflict');
  });

  story('contact: a lead becomes a user by update of its role', async () => {
    const lead = await make.lead({ email: `${unique('lead')}@example.com` });
    const changed = await client.contacts.update({ contact_id: lead.id, role: 'user' });
    assert.equal(changed.role, 'user');
    assert.equal(changed.id, lead.id);
  });

  story('contact: delete returns the id, and the contact is gone', async () => {
    const made = await make.contact({ external_id: unique('gone') });
    const answer = await client.contacts.delete({ contact_id: made.id });
    assert.equal(answer.type, 'contact');
    assert.equal(answer.id, made.id);
    assert.equal(answer.deleted, true);
    assert.equal(answer.external_id, made.external_id);
    await refused(() => client.contacts.find({ contact_id: made.id }), 404, 'not_found');
  });

  story('contact: list reads every page', async () => {
    for (let i = 0; i < 3; i += 1) await make.contact();
    const page = await client.contacts.list({ per_page: 60 });
    const total = page.response.total_count;
    assert.ok(total > 200);
    assert.equal(page.data.length, 60);
    assert.equal(page.response.pages.per_page, 60);
    assert.equal(page.response.pages.total_pages, Math.ceil(total / 60));
    assertWhole(await collect(page), total);
  });

  story('contact: list without per_page returns ten', async () => {
    const page = await client.contacts.list();
    assert.equal(page.data.length, 10);
    assert.equal(page.hasNextPage(), true);
  });

  story('contact: getNextPage moves to the next page', async () => {
    const page = await client.contacts.list({ per_page: 5 });
    const first = page.data.map((item) => item.id);
    await page.getNextPage();
    assert.equal(page.data.length, 5);
    assert.equal(page.response.pages.page, 2);
    assert.ok(page.data.every((item) => !first.includes(item.id)));
  });

  story('contact: search by email finds the one', async () => {
    const made = await make.contact();
    const page = await client.contacts.search({ query: { field: 'email', operator: '=', value: made.email } });
    assert.equal(page.response.total_count, 1);
    assert.deepEqual(page.data.map((item) => item.id), [made.id]);
  });

  story('contact: search reads every page', async () => {
    const prefix = unique('Many');
    const ids = [];
    for (let i = 0; i < 7; i += 1) ids.push((await make.contact({ name: `${prefix} ${i}` })).id);
    const page = await client.contacts.search({
      query: { field: 'name', operator: '^', value: prefix }, pagination: { per_page: 3 },
    });
    assert.equal(page.response.total_count, 7);
    assert.equal(page.data.length, 3);
    const found = await collect(page);
    assertWhole(found, 7);
    assert.deepEqual(found.map((item) => item.id).sort(), ids.sort());
  });

  story('contact: search of all contacts reads every page', async () => {
    const page = await client.contacts.search({
      query: { field: 'created_at', operator: '>', value: 1_000_000_000 }, pagination: { per_page: 150 },
    });
    assert.ok(page.response.total_count >= 250);
    assertWhole(await collect(page), page.response.total_count);
  });

  story('contact: search takes a value as text, as the SDK examples send it', async () => {
    const page = await client.contacts.search({
      query: { operator: 'AND', value: [{ field: 'created_at', operator: '>', value: '1306054154' }] }, pagination: { per_page: 5 },
    });
    assert.ok(page.response.total_count >= 250);
    assert.equal(page.data.length, 5);
  });

  story('contact: search nests AND and OR', async () => {
    const prefix = unique('Nest');
    const user = await make.contact({ name: `${prefix} user` });
    const lead = await make.lead({ name: `${prefix} lead` });
    await make.contact({ name: `${prefix} other` });
    const page = await client.contacts.search({
      query: {
        operator: 'AND',
        value: [
          { field: 'name', operator: '~', value: prefix },
          {
            operator: 'OR',
            value: [{ field: 'role', operator: '=', value: 'lead' }, { field: 'email', operator: '=', value: user.email }],
          },
        ],
      },
    });
    assert.deepEqual((await collect(page)).map((item) => item.id).sort(), [user.id, lead.id].sort());
  });

  story('contact: search with IN and NIN', async () => {
    const prefix = unique('In');
    const [one, two, three] = [
      await make.contact({ name: prefix }), await make.contact({ name: prefix }), await make.contact({ name: prefix })];
    const both = await client.contacts.search({ query: { field: 'email', operator: 'IN', value: [one.email, two.email] } });
    assert.deepEqual(both.data.map((item) => item.id).sort(), [one.id, two.id].sort());
    const rest = await client.contacts.search({
      query: {
        operator: 'AND',
        value: [
          { field: 'name', operator: '=', value: prefix },
          { field: 'email', operator: 'NIN', value: [one.email, two.email] },
        ],
      },
    });
    assert.deepEqual(rest.data.map((item) => item.id), [three.id]);
  });

  story('contact: search by custom attribute', async () => {
    const prefix = unique('Attr');
    const made = await make.contact({ name: prefix, custom_attributes: { plan: prefix } });
    const page = await client.contacts.search({ query: { field: 'custom_attributes.plan', operator: '=', value: prefix } });
    assert.deepEqual(page.data.map((item) => item.id), [made.id]);
  });

  story('contact: search by external id and by null', async () => {
    const made = await make.contact({ external_id: unique('search') });
    const page = await client.contacts.search({ query: { field: 'external_id', operator: '=', value: made.external_id } });
    assert.deepEqual(page.data.map((item) => item.id), [made.id]);
    const without = await client.contacts.search({
      query: {
        operator: 'AND',
        value: [{ field: 'email', operator: '=', value: made.email }, { field: 'phone', operator: '=', value: null }],
      },
    });
    assert.deepEqual(without.data.map((item) => item.id), [made.id]);
  });

  story('contact: search without a match is an empty page', async () => {
    const page = await client.contacts.search({ query: { field: 'email', operator: '=', value: `${unique('none')}@example.com` } });
    assert.equal(page.response.total_count, 0);
    assert.deepEqual(page.data, []);
    assert.equal(page.hasNextPage(), false);
    assert.deepEqual(await collect(page), []);
  });

  story('contact: search of a date with >= is refused', async () => {
    await refused(() => client.contacts.search({ query: { field: 'created_at', operator: '>=', value: 1 } }), 400);
  });

  story('contact: search with an unknown operator is refused', async () => {
    await refused(() => client.contacts.search({ query: { field: 'email', operator: '??', value: 'x' } }), 400);
  });

  story('contact: search without a query is refused', async () => {
    await refused(() => client.contacts.search({}), 400);
  });

  story('contact: sort by the search is kept on every page', async () => {
    const prefix = unique('Sort');
    for (const word of ['c', 'a', 'e', 'b', 'd']) await make.contact({ name: `${prefix} ${word}` });
    const page = await client.contacts.search({
      query: { field: 'name', operator: '^', value: prefix }, pagination: { per_page: 2 },
      sort: { field: 'name', order: 'ascending' },
    });
    assert.deepEqual((await collect(page)).map((item) => item.name.slice(-1)), ['a', 'b', 'c', 'd', 'e']);
  });

  story('contact: archive and unarchive', async () => {
    const made = await make.contact();
    const archived = await client.contacts.archive({ contact_id: made.id });
    assert.equal(archived.type, 'contact');
    assert.equal(archived.id, made.id);
    assert.equal(archived.archived, true);
    const back = await client.contacts.unarchive({ contact_id: made.id });
    assert.equal(back.id, made.id);
    assert.equal(back.archived, false);
    assert.equal((await client.contacts.find({ contact_id: made.id })).email, made.email);
  });

  story('contact: merge a lead into a user', async () => {
    const lead = await make.lead({ phone: '+353873333333' });
    const user = await make.contact();
    const tag = await make.tag();
    await client.tags.tagContact({ contact_id: lead.id, id: tag.id });
    const merged = await client.contacts.mergeLeadInUser({ from: lead.id, into: user.id });
    assert.equal(merged.id, user.id);
    assert.equal(merged.role, 'user');
    await refused(() => client.contacts.find({ contact_id: lead.id }), 404, 'not_found');
    const tags = await client.contacts.listAttachedTags({ contact_id: user.id });
    assert.deepEqual(tags.data.map((item) => item.id), [tag.id]);
  });

  story('contact: merge of two users is refused', async () => {
    const [one, two] = [await make.contact(), await make.contact()];
    await refused(() => client.contacts.mergeLeadInUser({ from: one.id, into: two.id }), 400);
  });

  if (sdk.major === 7) {
    story('contact: find by external id', async () => {
      const made = await make.contact({ external_id: unique('find me/ä') });
      const found = await client.contacts.showContactByExternalId({ external_id: made.external_id });
      assert.equal(found.id, made.id);
      assert.equal(found.external_id, made.external_id);
    });

    story('contact: an unknown external id is refused with 404', async () => {
      await refused(() => client.contacts.showContactByExternalId({ external_id: unique('none') }), 404, 'not_found');
    });

    story('contact: block', async () => {
      const made = await make.contact();
      const blocked = await client.contacts.blockContact({ contact_id: made.id });
      assert.equal(blocked.type, 'contact');
      assert.equal(blocked.id, made.id);
      assert.equal(blocked.blocked, true);
    });
  }

  // What is attached to a contact

  story('contact tag: add, list, remove', async () => {
    const [contact, tag] = [await make.contact(), await make.tag()];
    const added = await client.tags.tagContact({ contact_id: contact.id, id: tag.id });
    assert.equal(added.type, 'tag');
    assert.equal(added.id, tag.id);
    assert.equal(added.name, tag.name);
    const list = await client.contacts.listAttachedTags({ contact_id: contact.id });
    assert.equal(list.type, 'list');
    assert.deepEqual(list.data.map((item) => item.name), [tag.name]);
    const found = await client.contacts.find({ contact_id: contact.id });
    assert.equal(found.tags.total_count, 1);
    assert.equal(found.tags.data[0].id, tag.id);
    assert.equal(found.tags.url, `/contacts/${contact.id}/tags`);
    const removed = await client.tags.untagContact({ contact_id: contact.id, tag_id: tag.id });
    assert.equal(removed.id, tag.id);
    assert.deepEqual((await client.contacts.listAttachedTags({ contact_id: contact.id })).data, []);
  });

  story('contact tag: an unknown tag is refused with 404', async () => {
    const contact = await make.contact();
    await refused(() => client.tags.tagContact({ contact_id: contact.id, id: '99999999' }), 404, 'not_found');
  });

  story('contact tag: the answer says when it was applied and by whom', async () => {
    const [contact, tag] = [await make.contact(), await make.tag()];
    const added = await client.tags.tagContact({ contact_id: contact.id, id: tag.id });
    assert.ok(Math.abs(added.applied_at - now()) < 60);
    assert.equal(added.applied_by.type, 'admin');
  });

  story('contact tag: search by tag_id', async () => {
    const [contact, tag] = [await make.contact(), await make.tag()];
    await client.tags.tagContact({ contact_id: contact.id, id: tag.id });
    const page = await client.contacts.search({ query: { field: 'tag_id', operator: '=', value: tag.id } });
    assert.deepEqual(page.data.map((item) => item.id), [contact.id]);
  });

  story('contact tag: many at once by the tag', async () => {
    const [one, two, name] = [await make.contact(), await make.contact(), unique('Bulk')];
    const tag = await client.tags.create({ name, users: [{ id: one.id }, { id: two.id }] });
    assert.equal(tag.name, name);
    for (const contact of [one, two]) {
      const list = await client.contacts.listAttachedTags({ contact_id: contact.id });
      assert.deepEqual(list.data.map((item) => item.id), [tag.id]);
    }
  });

  story('contact note: create, read, list every page', async () => {
    const contact = await make.contact();
    const ids = [];
    for (let i = 0; i < 5; i += 1) {
      const note = await client.notes.create({ contact_id: contact.id, body: `Note ${i}`, admin_id: '5001' });
      assert.equal(note.type, 'note');
      assert.match(note.body, new RegExp(`Note ${i}`));
      assert.equal(note.contact.id, contact.id);
      assert.equal(note.author.id, '5001');
      ids.push(note.id);
    }
    const read = await client.notes.find({ note_id: ids[2] });
    assert.match(read.body, /Note 2/);
    assert.equal(read.contact.id, contact.id);
    const page = await client.notes.list({ contact_id: contact.id, per_page: 2 });
    assert.equal(page.response.total_count, 5);
    assert.equal(page.response.pages.total_pages, 3);
    const notes = await collect(page);
    assertWhole(notes, 5);
    assert.deepEqual(notes.map((item) => String(item.id)).sort(), ids.map(String).sort());
  });

  story('contact note: an unknown note is refused with 404', async () => {
    await refused(() => client.notes.find({ note_id: '999999999' }), 404);
  });

  story('contact company: attach, list every page, detach', async () => {
    const contact = await make.contact();
    const ids = [];
    for (let i = 0; i < 5; i += 1) {
      const company = await make.company();
      const attached = await client.companies.attachContact({ contact_id: contact.id, id: company.id });
      assert.equal(attached.type, 'company');
      assert.equal(attached.id, company.id);
      assert.equal(attached.name, company.name);
      ids.push(company.id);
    }
    const page = await client.contacts.listAttachedCompanies({ contact_id: contact.id, per_page: 2 });
    assert.equal(page.response.total_count, 5);
    const companies = await collect(page);
    assertWhole(companies, 5);
    assert.deepEqual(companies.map((item) => item.id).sort(), [...ids].sort());
    const detached = await client.companies.detachContact({ contact_id: contact.id, company_id: ids[0] });
    assert.equal(detached.id, ids[0]);
    const rest = await client.contacts.listAttachedCompanies({ contact_id: contact.id });
    assert.deepEqual((await collect(rest)).map((item) => item.id).sort(), ids.slice(1).sort());
  });

  story('contact company: an unknown company is refused with 404', async () => {
    const contact = await make.contact();
    await refused(() => client.companies.attachContact({ contact_id: contact.id, id: '000000000000000000000000' }), 404);
  });

  story('contact company: the contact shows its companies', async () => {
    const [contact, company] = [await make.contact(), await make.company()];
    await client.companies.attachContact({ contact_id: contact.id, id: company.id });
    const found = await client.contacts.find({ contact_id: contact.id });
    assert.equal(found.companies.total_count, 1);
    assert.equal(found.companies.data[0].id, company.id);
  });

  story('contact subscription: opt in, list, remove', async () => {
    const contact = await make.contact();
    const types = (await client.subscriptionTypes.list()).data;
    const optIn = types.find((item) => item.consent_type === 'opt_in');
    const added = await client.contacts.attachSubscription({ contact_id: contact.id, id: optIn.id, consent_type: 'opt_in' });
    assert.equal(added.type, 'subscription');
    assert.equal(added.id, optIn.id);
    const list = await client.contacts.listAttachedSubscriptions({ contact_id: contact.id });
    assert.equal(list.type, 'list');
    assert.deepEqual(list.data.map((item) => item.id), [optIn.id]);
    const found = await client.contacts.find({ contact_id: contact.id });
    assert.deepEqual(found.opted_in_subscription_types.data.map((item) => item.id), [optIn.id]);
    const removed = await client.contacts.detachSubscription({ contact_id: contact.id, subscription_id: optIn.id });
    assert.equal(removed.id, optIn.id);
    assert.deepEqual((await client.contacts.listAttachedSubscriptions({ contact_id: contact.id })).data, []);
  });

  story('contact subscription: opt out', async () => {
    const contact = await make.contact();
    const optOut = (await client.subscriptionTypes.list()).data.find((item) => item.consent_type === 'opt_out');
    await client.contacts.attachSubscription({ contact_id: contact.id, id: optOut.id, consent_type: 'opt_out' });
    const found = await client.contacts.find({ contact_id: contact.id });
    assert.deepEqual(found.opted_out_subscription_types.data.map((item) => item.id), [optOut.id]);
  });

  story('contact subscription: an unknown type is refused with 404', async () => {
    const contact = await make.contact();
    await refused(
      () => client.contacts.attachSubscription({ contact_id: contact.id, id: 'invalid_id', consent_type: 'opt_in' }), 404);
  });

  story('contact segment: list', async () => {
    const segment = (await client.segments.list()).segments.find((item) => item.name === 'Active');
    const page = await client.contacts.search({
      query: { field: 'segment_id', operator: '=', value: segment.id }, pagination: { per_page: 1 },
    });
    const list = await client.contacts.listAttachedSegments({ contact_id: page.data[0].id });
    assert.equal(list.type, 'list');
    assert.ok(list.data.some((item) => item.id === segment.id && item.name === 'Active' && item.type === 'segment'));
  });
}
