// Adds the Related links that show who cites whom; written by `citekit zotero relate-script`.
//
// In Zotero 7, 8 or 9: Tools > Developer > Run JavaScript; tick "Run as async function"; paste all of this; Run.
// It looks in the library that is selected. Links that are there already stay as they are, so it may be run again.

const works = /*WORKS*/[];
const pairs = /*PAIRS*/[];

const libraryID = Zotero.getActiveZoteroPane().getSelectedLibraryID();
await Zotero.Libraries.get(libraryID).waitForDataLoad('item');

const citationKey = (item) => {
	let key = '';
	if (Zotero.ItemFields.getID('citationKey')) key = item.getField('citationKey');
	if (key) return key;
	const line = /^citation key[ \t]*:[ \t]*(\S.*)$/im.exec(item.getField('extra'));
	return line ? line[1].trim() : '';
};
const address = (url) => url.replace(/^https?:\/\/(www\.)?/i, '').replace(/#.*$/, '').replace(/\/$/, '');

const byKey = new Map();
const byURL = new Map();
const byAddress = new Map();
const take = (map, key, item) => {
	if (key && !map.has(key)) map.set(key, item);
};
for (const item of await Zotero.Items.getAll(libraryID, true, false)) {
	if (!item.isRegularItem()) continue;
	take(byKey, citationKey(item), item);
	const url = item.getField('url');
	take(byURL, url, item);
	take(byAddress, url && address(url), item);
}
const found = works.map((work) => {
	const same = byKey.get(work.key);
	// One citekey and two addresses are two works.
	const url = same && same.getField('url');
	if (same && (!url || !work.url || address(url) === address(work.url))) return same;
	return byURL.get(work.url) || (work.url && byAddress.get(address(work.url))) || null;
});

let linked = 0;
await Zotero.DB.executeTransaction(async () => {
	for (const [one, other] of pairs) {
		const [a, b] = [found[one], found[other]];
		if (!a || !b || a.id === b.id) continue;
		const first = a.addRelatedItem(b);
		const second = b.addRelatedItem(a);
		if (first) await a.save({ skipDateModifiedUpdate: true });
		if (second) await b.save({ skipDateModifiedUpdate: true });
		if (first || second) linked++;
	}
});
const missing = works.filter((work, number) => !found[number]).map((work) => work.key);
return `${linked} of ${pairs.length} pairs newly linked`
	+ (missing.length ? `; not in this library: ${missing.join(', ')}` : '');
