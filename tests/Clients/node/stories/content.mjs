// Articles, collections, help centers, internal articles, news and AI content.
import assert from 'node:assert/strict';
import { assertFields, assertWhole, collect, now, refused, token, unique } from '../lib/harness.mjs';
import { maker } from '../lib/modern.mjs';

export function content(story, sdk) {
  const { client } = sdk;
  const make = maker(client);
  const { collections } = client.helpCenters;

  story('article: create, read, update, delete', async () => {
    const title = unique('Thanks for everything');
    const made = await client.articles.create({
      title, description: 'Description of the article', body: '<p>Body of the article</p>', author_id: 5001, state: 'published',
    });
    assert.equal(made.type, 'article');
    assert.match(made.id, /^\d+$/);
    assert.equal(made.title, title);
    assert.equal(made.description, 'Description of the article');
    assert.match(made.body, /<p.*>Body of the article<\/p>/);
    assert.equal(made.author_id, 5001);
    assert.equal(made.state, 'published');
    assert.equal((await client.articles.find({ article_id: made.id })).title, title);
    const changed = await client.articles.update({ article_id: made.id, title: 'Christmas is here!' });
    assert.equal(changed.title, 'Christmas is here!');
    assert.equal(changed.state, 'published');
    assert.equal(changed.description, 'Description of the article');
    const answer = await client.articles.delete({ article_id: made.id });
    assert.equal(answer.id, made.id);
    assert.equal(answer.object, 'article');
    assert.equal(answer.deleted, true);
    await refused(() => client.articles.find({ article_id: made.id }), 404);
  });

  story('article: a draft stays a draft until it is published', async () => {
    const made = await make.article();
    assert.equal(made.state, 'draft');
    const changed = await client.articles.update({ article_id: made.id, state: 'published' });
    assert.equal(changed.state, 'published');
  });

  story('article: in a collection', async () => {
    const collection = await collections.create({ name: unique('Collection') });
    const made = await make.article({ parent_id: Number(collection.id), parent_type: 'collection' });
    assert.equal(Number(made.parent_id), Number(collection.id));
    assert.equal(made.parent_type, 'collection');
    assert.deepEqual(made.parent_ids.map(Number), [Number(collection.id)]);
  });

  story('article: with a translation', async () => {
    const made = await make.article({
      translated_content: {
        fr: { type: 'article_content', title: 'Merci pour tout', description: 'Description', body: '<p>Corps</p>', author_id: 5001, state: 'published' },
      },
    });
    const read = await client.articles.find({ article_id: made.id });
    assert.equal(read.translated_content.fr.title, 'Merci pour tout');
    assert.equal(read.translated_content.fr.state, 'published');
  });

  story('article: an unknown author is refused', async () => {
    await refused(() => client.articles.create({ title: 'x', body: 'x', author_id: 1295, state: 'published' }), 400, 'parameter_not_found');
  });

  story('article: a title is required', async () => {
    await refused(() => client.articles.create({ author_id: 5001 }), 400);
  });

  story('article: an unknown id is refused with 404', async () => {
    await refused(() => client.articles.find({ article_id: 99999999 }), 404);
  });

  story('article: list reads every page', async () => {
    const page = await client.articles.list({ per_page: 10 });
    assert.equal(page.data.length, 10);
    assertWhole(await collect(page), page.response.total_count);
  });

  story('article: list without parameters reads every page', async () => {
    const page = await client.articles.list();
    assert.ok(page.response.total_count > 25);
    assertWhole(await collect(page), page.response.total_count);
  });

  story('article: the address of the next page leads through all pages', async () => {
    let { response: list } = await client.articles.list({ per_page: 10 });
    const total = list.total_count;
    const items = [...list.data];
    while (list.pages.next) {
      assert.equal(typeof list.pages.next, 'string');
      const answer = await fetch(list.pages.next, { headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' } });
      assert.equal(answer.status, 200);
      list = await answer.json();
      items.push(...list.data);
    }
    assertWhole(items, total);
  });

  story('article: search by phrase', async () => {
    const word = unique('zebra').replaceAll('-', '');
    const made = await make.article({ title: `About the ${word}`, state: 'published' });
    const found = await client.articles.search({ phrase: word, state: 'published' });
    assert.equal(found.type, 'list');
    assert.equal(found.total_count, 1);
    assert.deepEqual(found.data.articles.map((item) => item.id), [made.id]);
  });

  if (sdk.major === 7) {
    story('article: search with highlights', async () => {
      const word = unique('giraffe').replaceAll('-', '');
      const made = await make.article({ title: `About the ${word}`, body: `<p>The ${word} is tall</p>`, state: 'published' });
      const found = await client.articles.search({ phrase: word, state: 'published', highlight: true });
      assert.equal(found.data.highlights.length, 1);
      assert.equal(String(found.data.highlights[0].article_id), made.id);
      const marked = found.data.highlights[0].highlighted_title.find((item) => item.type === 'highlight');
      assert.equal(marked.text.toLowerCase(), word.toLowerCase());
    });

    story('internal article: create, read, update, list, search, delete', async () => {
      const title = unique('Refunds');
      const made = await client.internalArticles.createInternalArticle({ title, body: '<p>Body</p>', author_id: 5001, owner_id: 5002 });
      assert.equal(made.type, 'internal_article');
      assert.equal(made.title, title);
      assert.equal(made.author_id, 5001);
      assert.equal(made.owner_id, 5002);
      const id = Number(made.id);
      assert.equal((await client.internalArticles.retrieveInternalArticle({ internal_article_id: id })).title, title);
      const changed = await client.internalArticles.updateInternalArticle({ internal_article_id: id, title: `${title} 2` });
      assert.equal(changed.title, `${title} 2`);
      assert.equal(changed.body, made.body);
      const list = await client.internalArticles.listInternalArticles();
      assert.equal(list.type, 'list');
      assert.ok(list.data.some((item) => item.id === made.id));
      const answer = await client.internalArticles.deleteInternalArticle({ internal_article_id: id });
      assert.equal(answer.id, made.id);
      assert.equal(answer.object, 'internal_article');
      assert.equal(answer.deleted, true);
      await refused(() => client.internalArticles.retrieveInternalArticle({ internal_article_id: id }), 404);
    });

    story('internal article: search', async () => {
      const found = await client.internalArticles.searchInternalArticles({});
      assert.equal(found.type, 'list');
      assert.ok(Array.isArray(found.data.internal_articles));
      assert.equal(found.data.internal_articles[0].type, 'internal_article');
    });

    story('internal article: an unknown owner is refused', async () => {
      await refused(() => client.internalArticles.createInternalArticle({ title: 'x', author_id: 5001, owner_id: 424242 }), 400);
    });
  }

  story('collection: create, read, update, delete', async () => {
    const name = unique('Collection');
    const made = await collections.create({ name, description: 'What it holds' });
    assert.equal(made.name, name);
    assert.equal(made.description, 'What it holds');
    assert.equal((await collections.find({ collection_id: made.id })).name, name);
    const changed = await collections.update({ collection_id: made.id, name: `${name} 2` });
    assert.equal(changed.name, `${name} 2`);
    assert.equal(changed.description, 'What it holds');
    const answer = await collections.delete({ collection_id: made.id });
    assert.equal(answer.id, made.id);
    assert.equal(answer.object, 'collection');
    assert.equal(answer.deleted, true);
    await refused(() => collections.find({ collection_id: made.id }), 404);
  });

  story('collection: inside another, with a translation', async () => {
    const outer = await collections.create({ name: unique('Outer') });
    const inner = await collections.create({
      name: unique('Inner'), parent_id: outer.id, help_center_id: 8001,
      translated_content: { fr: { type: 'group_content', name: 'Intérieur', description: 'Dedans' } },
    });
    assert.equal(String(inner.parent_id), outer.id);
    assert.equal(Number(inner.help_center_id), 8001);
    assert.equal((await collections.find({ collection_id: inner.id })).translated_content.fr.name, 'Intérieur');
  });

  story('collection: a name is required', async () => {
    await refused(() => collections.create({ description: 'Nothing' }), 400);
  });

  story('collection: list reads every page', async () => {
    for (let i = 0; i < 3; i += 1) await collections.create({ name: unique('Collection') });
    const page = await collections.list({ per_page: 3 });
    assert.equal(page.data.length, 3);
    assertWhole(await collect(page), page.response.total_count);
  });

  story('help center: list and read', async () => {
    const page = await client.helpCenters.list({ per_page: 1 });
    const centers = await collect(page);
    assertWhole(centers, page.response.total_count ?? centers.length);
    assert.ok(centers.length >= 1);
    const read = await client.helpCenters.find({ help_center_id: centers[0].id });
    assert.equal(read.identifier, centers[0].identifier);
    assert.equal(typeof read.website_turned_on, 'boolean');
    assert.equal(read.workspace_id, (await client.admins.identify()).app.id_code);
  });

  story('help center: an unknown id is refused with 404', async () => {
    await refused(() => client.helpCenters.find({ help_center_id: 99999999 }), 404);
  });

  story('news item: create, read, update, list, delete', async () => {
    const feed = (await client.news.feeds.list()).data[0];
    const made = await client.news.items.create({
      title: unique('Halloween is here!'), body: '<p>New costumes</p>', sender_id: 5001, state: 'live', deliver_silently: true,
      labels: ['Product', 'Update'], reactions: ['😆', '😅'],
      newsfeed_assignments: [{ newsfeed_id: Number(feed.id), published_at: now() - 60 }],
    });
    assert.equal(made.type, 'news-item');
    assert.equal(made.sender_id, 5001);
    assert.equal(made.state, 'live');
    assert.equal(made.deliver_silently, true);
    assert.deepEqual(made.labels, ['Product', 'Update']);
    assert.deepEqual(made.reactions, ['😆', '😅']);
    assert.equal(made.newsfeed_assignments[0].newsfeed_id, Number(feed.id));
    assert.equal((await client.news.items.find({ news_item_id: made.id })).title, made.title);
    const changed = await client.news.items.update({
      news_item_id: made.id, body: { title: 'Christmas is here!', body: '<p>Gifts</p>', sender_id: 5001, reactions: ['😝'] },
    });
    assert.equal(changed.title, 'Christmas is here!');
    assert.deepEqual(changed.reactions, ['😝']);
    assert.ok((await client.news.items.list()).data.some((item) => item.id === made.id));
    const answer = await client.news.items.delete({ news_item_id: made.id });
    assert.equal(answer.id, made.id);
    assert.equal(answer.object, 'news-item');
    assert.equal(answer.deleted, true);
    await refused(() => client.news.items.find({ news_item_id: made.id }), 404);
  });

  story('news feed: list, read, items', async () => {
    const list = await client.news.feeds.list();
    assert.equal(list.data[0].type, 'newsfeed');
    const feed = await client.news.feeds.find({ newsfeed_id: list.data[0].id });
    assert.equal(feed.name, list.data[0].name);
    const made = await client.news.items.create({
      title: unique('On the feed'), sender_id: 5001, state: 'live',
      newsfeed_assignments: [{ newsfeed_id: Number(feed.id), published_at: now() - 60 }],
    });
    const items = await client.news.feeds.listItems({ newsfeed_id: feed.id });
    assert.ok(items.data.some((item) => item.id === made.id));
  });

  story('news feed: an unknown id is refused with 404', async () => {
    await refused(() => client.news.feeds.find({ newsfeed_id: '99999999' }), 404);
  });

  story('content source: create, read, update, list, delete', async () => {
    const url = `https://${unique('wiki')}.example`;
    const made = await sdk.aiContent.createContentImportSource({ url });
    assert.equal(made.type, 'content_import_source');
    assert.equal(made.url, url);
    assert.equal(made.sync_behavior, 'api');
    assert.equal(made.status, 'active');
    const id = String(made.id);
    assert.equal((await sdk.aiContent.getContentImportSource(sdk.source(id))).url, url);
    const changed = await sdk.aiContent.updateContentImportSource({ ...sdk.source(id), sync_behavior: 'api', url: `${url}/v2` });
    assert.equal(changed.url, `${url}/v2`);
    const list = await sdk.aiContent.listContentImportSources();
    assert.equal(list.type, 'list');
    assert.ok(list.data.some((item) => item.id === made.id));
    await sdk.aiContent.deleteContentImportSource(sdk.source(id));
    await refused(() => sdk.aiContent.getContentImportSource(sdk.source(id)), 404);
  });

  story('external page: create, update by external id, read, list, delete', async () => {
    const source = await sdk.aiContent.createContentImportSource({ url: `https://${unique('wiki')}.example` });
    const fields = { title: 'Test', html: '<h1>Test</h1>', url: 'https://www.example.com', source_id: source.id, external_id: unique('page') };
    const made = await sdk.aiContent.createExternalPage(fields);
    assert.equal(made.type, 'external_page');
    assert.equal(made.title, 'Test');
    assert.equal(made.html, '<h1>Test</h1>');
    assert.equal(made.source_id, source.id);
    assert.equal(made.external_id, fields.external_id);
    assert.equal(made.locale, 'en');
    const again = await sdk.aiContent.createExternalPage({ ...fields, title: 'Test 2' });
    assert.equal(again.id, made.id);
    assert.equal(again.title, 'Test 2');
    const changed = await sdk.aiContent.updateExternalPage({ ...sdk.page(made.id), ...fields, title: 'Test 3' });
    assert.equal(changed.title, 'Test 3');
    assert.equal((await sdk.aiContent.getExternalPage(sdk.page(made.id))).title, 'Test 3');
    const list = await sdk.aiContent.listExternalPages();
    assert.equal(list.type, 'list');
    assert.ok(list.data.some((item) => item.id === made.id));
    const deleted = await sdk.aiContent.deleteExternalPage(sdk.page(made.id));
    assert.equal(deleted.id, made.id);
    await refused(() => sdk.aiContent.getExternalPage(sdk.page(made.id)), 404);
  });

  story('external page: has the fields that the API describes', async () => {
    const source = await sdk.aiContent.createContentImportSource({ url: `https://${unique('wiki')}.example` });
    const made = await sdk.aiContent.createExternalPage({
      title: 'Test', html: '<p>Test</p>', url: 'https://www.example.com', source_id: source.id, external_id: unique('page'),
    });
    assertFields(made, 'ai_agent_availability ai_copilot_availability ai_sales_agent_availability fin_availability last_ingested_at');
  });
}
