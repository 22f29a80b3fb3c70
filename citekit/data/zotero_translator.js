{
	"translatorID": "6c0b7b34-2a0e-4d0a-9d3a-5f6c1c1e7a42",
	"label": "citekit JSON",
	"creator": "The citekit developers",
	"target": "json",
	"minVersion": "5.0",
	"maxVersion": "",
	"priority": 50,
	"inRepository": false,
	"translatorType": 1,
	"browserSupport": "",
	"lastUpdated": "2026-11-22 00:00:00"
}

// Reads what `citekit extract --format json` writes: the cited works and the articles as items, with notes that hold
// the quoted words, and a collection for each article. Written by `citekit zotero translator`; put it into the folder
// "translators" of Zotero's data directory, restart Zotero, and open the JSON with File > Import.
//
// Zotero drops the Related links of what it imports; `citekit zotero relate-script` adds them.

// The item type of a CSL type, or of a CSL type and genre.
const CSL = /*CSL*/[];
// For each item type the fields of title, date and outlet, the role of authors, and which identifiers it has.
const TYPES = /*TYPES*/[];

const HEAD = /^\s*\{\s*"format"\s*:\s*"citekit"\s*,\s*"version"\s*:\s*1\b/;

function detectImport() {
	return HEAD.test(Zotero.read(200) || '');
}

function doImport() {
	let text = '';
	let part;
	while ((part = Zotero.read(65536)) !== false) text += part;
	const { documents, works } = JSON.parse(text.replace(/^\uFEFF/, ''));

	const items = new Map(); // by citekey, or the article's id
	for (const work of works) items.set(work.id, fromWork(work));
	const byAddress = new Map(works.filter(work => work.URL).map(work => [address(work.URL), work.id]));
	const own = new Map(); // for each article the name of its item
	for (const article of documents) {
		const same = article.url && byAddress.get(address(article.url));
		own.set(article, same || `article ${article.id}`);
		if (!same) items.set(own.get(article), fromArticle(article));
	}
	const collections = documents.map(article => addCitations(article, own.get(article), items));
	for (const item of items.values()) item.complete();
	for (const collection of collections) collection.complete();
}

// Notes, tags and links for what an article cites; its collection.
function addCitations(article, name, items) {
	const byID = new Map(article.citations.map(citation => [citation.id, citation]));
	const quotes = new Map();
	for (const citation of article.citations) {
		const item = items.get(citation.work);
		if (!item) continue;
		addTag(item, `citekit:${citation.form}`);
		const words = (citation.quote || citation.anchor).text.replace(/\s+/g, ' ').trim();
		if (words) quotes.set(citation.work, (quotes.get(citation.work) || new Set()).add(words));
		const voice = voiceOf(citation, byID, items) || name;
		if (voice !== citation.work) relate(voice, citation.work, items);
	}
	for (const [work, words] of quotes) {
		const lines = [`<h1>Cited in ${escapeHTML(nameOf(article))}</h1>`];
		for (const each of words) lines.push(`<blockquote><p>${escapeHTML(each)}</p></blockquote>`);
		items.get(work).notes.push({ note: lines.join('\n') });
	}
	const collection = new Zotero.Collection();
	collection.type = 'collection';
	collection.name = nameOf(article);
	const inside = new Set([...article.citations.map(citation => citation.work), name]);
	collection.children = [...inside].filter(id => items.has(id)).map(id => ({ type: 'item', id }));
	return collection;
}

// The work whose words a citation stands in, or nothing.
function voiceOf(citation, byID, items) {
	let outer = byID.get(citation.within);
	for (let depth = 0; outer && depth < byID.size; depth++) {
		if (items.has(outer.work)) return outer.work;
		outer = byID.get(outer.within);
	}
	return null;
}

function relate(one, other, items) {
	for (const [from, to] of [[one, other], [other, one]]) {
		const { seeAlso } = items.get(from);
		if (!seeAlso.includes(to)) seeAlso.push(to);
	}
}

function fromWork(work) {
	const type = CSL[`${work.type}|${work.genre || ''}`] || CSL[work.type] || 'document';
	const item = begin(type, work.id, work.title);
	const facts = TYPES[type];
	const extra = [`Citation Key: ${work.id}`];
	setDate(item, facts, work.issued && dateOf(work.issued), extra);
	const outlet = work['container-title'] || work.publisher || work.authority;
	if (outlet && facts.outlet) item[facts.outlet] = outlet;
	else if (outlet) extra.push(`Publisher: ${outlet}`);
	if (type === 'forumPost') item.postType = work.genre || 'Post';
	for (const name of ['DOI', 'ISBN', 'ISSN', 'PMID', 'PMCID']) {
		if (!work[name]) continue;
		if (facts.has.includes(name)) item[name] = work[name];
		else extra.push(`${name}: ${work[name]}`);
	}
	if (work.note) extra.push(work.note);
	finish(item, work.URL, work.language, work.author || [], facts, extra);
	for (const tag of (work.keyword || '').split(',')) addTag(item, tag.trim());
	if (/^https?:\/\//.test(work.archive_location || '')) {
		item.attachments.push({
			title: 'Archived copy', url: work.archive_location, mimeType: 'text/html', snapshot: false,
		});
	}
	return item;
}

function fromArticle(article) {
	const item = begin('webpage', `article ${article.id}`, nameOf(article));
	const extra = [];
	setDate(item, TYPES.webpage, article.date, extra);
	if (article.outlet) item.websiteTitle = article.outlet.name;
	finish(item, article.url, article.language, article.authors, TYPES.webpage, extra);
	return item;
}

// An article's title, else its address, else its file's name: the folder is nobody else's business.
function nameOf(article) {
	return article.title || article.url || article.source.replace(/^.*[\\/]/, '') || article.id;
}

function begin(type, id, title) {
	const item = new Zotero.Item(type);
	item.itemID = id;
	item[TYPES[type].title] = title || '';
	item.seeAlso = [];
	addTag(item, 'citekit');
	return item;
}

function finish(item, url, language, authors, facts, extra) {
	if (/^(https?|ftp):\/\//i.test(url || '')) item.url = url;
	if (language) item.language = language;
	for (const author of authors) item.creators.push(creatorOf(author, facts.creator));
	if (extra.length) item.extra = extra.join('\n');
}

function setDate(item, facts, date, extra) {
	if (!date) return;
	const plain = date.replace(/[~?%]/g, '');
	if (facts.date) item[facts.date] = plain;
	else extra.push(`Issued: ${plain}`);
	if (plain !== date) extra.push(`citekit date: ${date}`);
}

// A CSL date in EDTF.
function dateOf(issued) {
	if (issued.edtf) return issued.edtf;
	const pad = (part, place) => String(part).padStart(place ? 2 : 4, '0');
	return (issued['date-parts'] || []).map(parts => parts.map(pad).join('-')).join('/');
}

function creatorOf(author, creatorType) {
	if (author.literal || !author.given) {
		return { lastName: author.literal || author.family, fieldMode: 1, creatorType };
	}
	const join = (...parts) => parts.filter(Boolean);
	return {
		firstName: join(author.given, author.suffix).join(', '),
		lastName: join(author['non-dropping-particle'], author.family).join(' '),
		creatorType,
	};
}

function addTag(item, tag) {
	if (tag && !item.tags.includes(tag)) item.tags.push(tag);
}

function address(url) {
	return url.replace(/^https?:\/\/(www\.)?/i, '').replace(/[?&]utm_[^&#]*/g, '').replace(/#.*$/, '').replace(/\/$/, '');
}

function escapeHTML(text) {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
