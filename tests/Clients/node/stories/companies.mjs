// Companies: create or update, read, list, scroll, tags, segments, contacts, delete.
import assert from 'node:assert/strict';
import { assertWhole, collect, day, now, refused, unique } from '../lib/harness.mjs';
import { maker } from '../lib/modern.mjs';

export function companies(story, sdk) {
  const { client } = sdk;
  const make = maker(client);

  async function withUser(fields) {
    const company = await make.company(fields);
    const contact = await make.contact();
    await client.companies.attachContact({ contact_id: contact.id, id: company.id });
    return { company, contact };
  }

  story('company: create with all fields', async () => {
    const fields = {
      name: unique('Acme'), company_id: unique('acme'), plan: 'enterprise', size: 500, website: 'https://acme.example',
      industry: 'Manufacturing', remote_created_at: now() - 100 * day, monthly_spend: 1200,
      custom_attributes: { paid_subscriber: true },
    };
    const made = await client.companies.createOrUpdate(fields);
    assert.equal(made.type, 'company');
    assert.match(made.id, /^[0-9a-f]{24}$/);
    for (const key of ['name', 'company_id', 'size', 'website', 'industry', 'remote_created_at', 'monthly_spend']) {
      assert.equal(made[key], fields[key], key);
    }
    assert.equal(made.plan.name, 'enterprise');
    assert.equal(made.plan.type, 'plan');
    assert.equal(made.custom_attributes.paid_subscriber, true);
    assert.equal((await client.companies.find({ company_id: made.id })).name, fields.name);
  });

  story('company: a second create with the same company_id updates', async () => {
    const first = await make.company({ size: 1 });
    const second = await client.companies.createOrUpdate({ company_id: first.company_id, size: 2 });
    assert.equal(second.id, first.id);
    assert.equal(second.size, 2);
    assert.equal(second.name, first.name);
  });

  story('company: create without any field', async () => {
    const made = await client.companies.createOrUpdate();
    assert.equal(made.type, 'company');
    assert.match(made.id, /^[0-9a-f]{24}$/);
  });

  story('company: update by Intercom id', async () => {
    const made = await make.company();
    const changed = await sdk.updateCompany(made.id, { name: 'Renamed', website: 'https://new.example', size: 9 });
    assert.equal(changed.id, made.id);
    assert.equal(changed.name, 'Renamed');
    assert.equal(changed.website, 'https://new.example');
    assert.equal((await client.companies.find({ company_id: made.id })).size, 9);
  });

  story('company: an unknown id is refused with 404', async () => {
    await refused(() => client.companies.find({ company_id: '000000000000000000000000' }), 404);
  });

  story('company: retrieve by name', async () => {
    const made = await make.company();
    const found = await client.companies.retrieve({ name: made.name });
    assert.equal(found.type, 'company');
    assert.equal(found.id, made.id);
  });

  story('company: retrieve by company_id', async () => {
    const made = await make.company();
    assert.equal((await client.companies.retrieve({ company_id: made.company_id })).id, made.id);
  });

  story('company: retrieve of an unknown company_id is refused with 404', async () => {
    await refused(() => client.companies.retrieve({ company_id: unique('none') }), 404);
  });

  story('company: retrieve by tag returns a list', async () => {
    const { company } = await withUser();
    const tag = await client.tags.create({ name: unique('Tag'), companies: [{ id: company.id }] });
    const list = await client.companies.retrieve({ tag_id: tag.id });
    assert.equal(list.type, 'list');
    assert.deepEqual(list.data.map((item) => item.id), [company.id]);
    assert.equal(list.total_count, 1);
  });

  story('company: retrieve by segment returns a list', async () => {
    const segment = (await client.segments.list()).segments[0];
    const list = await client.companies.retrieve({ segment_id: segment.id, per_page: 3 });
    assert.equal(list.data.length, 3);
    for (const company of list.data) assert.ok(company.segments.segments.some((item) => item.id === segment.id));
  });

  story('company: retrieve without a filter pages through all', async () => {
    const seen = new Set();
    let list = await client.companies.retrieve({ page: 1, per_page: 6 });
    const total = list.total_count;
    for (let page = 1; list.data.length > 0 && page < 1000; page += 1) {
      for (const company of list.data) seen.add(company.id);
      list = await client.companies.retrieve({ page: page + 1, per_page: 6 });
    }
    assert.equal(seen.size, total);
  });

  story('company: list reads every page', async () => {
    await withUser();
    const page = await client.companies.list({ per_page: 6 });
    assert.equal(page.data.length, 6);
    assert.equal(page.response.pages.total_pages, Math.ceil(page.response.total_count / 6));
    assertWhole(await collect(page), page.response.total_count);
  });

  story('company: list defaults to the page size of the description', async () => {
    const page = await client.companies.list();
    assert.ok([15, 20].includes(page.response.pages.per_page), `per_page is ${page.response.pages.per_page}`);
  });

  story('company: list turns its order', async () => {
    const down = await collect(await client.companies.list({ per_page: 50, order: 'desc' }));
    const up = await collect(await client.companies.list({ per_page: 50, order: 'asc' }));
    const dates = (list) => list.map((item) => item.last_request_at).filter((date) => date != null);
    assert.deepEqual(dates(down), [...dates(down)].sort((a, b) => b - a));
    assert.deepEqual(dates(up), [...dates(up)].sort((a, b) => a - b));
  });

  story('company: a company without users is in no list', async () => {
    const made = await make.company();
    const all = await collect(await client.companies.list({ per_page: 50 }));
    assert.ok(all.every((item) => item.id !== made.id));
  });

  story('company: scroll reads every company', async () => {
    await withUser();
    const listed = await collect(await client.companies.list({ per_page: 50 }));
    const scrolled = await collect(await client.companies.scroll());
    assert.deepEqual(scrolled.map((item) => item.id).sort(), listed.map((item) => item.id).sort());
  });

  story('company: list attached contacts', async () => {
    const { company, contact } = await withUser();
    const second = await make.contact();
    await client.companies.attachContact({ contact_id: second.id, id: company.id });
    const list = await client.companies.listAttachedContacts({ company_id: company.id });
    assert.equal(list.type, 'list');
    assert.equal(list.total_count, 2);
    assert.deepEqual(list.data.map((item) => item.id).sort(), [contact.id, second.id].sort());
    assert.equal((await client.companies.find({ company_id: company.id })).user_count, 2);
  });

  story('company: list attached segments', async () => {
    const list = await client.companies.retrieve({ segment_id: (await client.segments.list()).segments[0].id, per_page: 1 });
    const segments = await client.companies.listAttachedSegments({ company_id: list.data[0].id });
    assert.equal(segments.type, 'list');
    assert.ok(segments.data.some((item) => item.type === 'segment' && item.name === 'Active'));
  });

  story('company tag: tag by company_id and untag', async () => {
    const { company } = await withUser();
    const name = unique('Tag');
    const tag = await client.tags.create({ name, companies: [{ company_id: company.company_id }] });
    assert.equal(tag.type, 'tag');
    let found = await client.companies.find({ company_id: company.id });
    assert.deepEqual(found.tags.tags.map((item) => item.name), [name]);
    await client.tags.create({ name, companies: [{ company_id: company.company_id, untag: true }] });
    found = await client.companies.find({ company_id: company.id });
    assert.deepEqual(found.tags.tags, []);
  });

  story('company: delete', async () => {
    const made = await make.company();
    const answer = await client.companies.delete({ company_id: made.id });
    assert.equal(answer.id, made.id);
    assert.equal(answer.object, 'company');
    assert.equal(answer.deleted, true);
    await refused(() => client.companies.find({ company_id: made.id }), 404);
  });
}
