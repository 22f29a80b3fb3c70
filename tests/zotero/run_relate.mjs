// Runs a script of `citekit zotero relate-script` with the calls of Zotero that it makes, on a library given as JSON
// on standard input: {script, items: [{id, citationKey, extra, url, regular, related: [id]}], fields}. Prints what
// the script returns, the relations of each item, and how often each was saved.
import { readFileSync } from 'node:fs';

const given = JSON.parse(readFileSync(0, 'utf8'));
const items = given.items.map((data) => ({
	id: data.id,
	related: new Set(data.related || []),
	saved: 0,
	isRegularItem: () => data.regular !== false,
	getField(name) {
		if (name === 'citationKey' && !given.fields.includes(name)) throw new Error('invalid field');
		return data[name] || '';
	},
	addRelatedItem(other) {
		if (this.related.has(other.id)) return false;
		this.related.add(other.id);
		return true;
	},
	async save(options) {
		if (!inTransaction) throw new Error('save() outside a transaction');
		if (!options.skipDateModifiedUpdate) throw new Error('touches the date');
		this.saved++;
	},
}));
let inTransaction = false;
let loaded = false;
const Zotero = {
	getActiveZoteroPane: () => ({ getSelectedLibraryID: () => 1 }),
	Libraries: { get: (library) => ({ waitForDataLoad: async (type) => { loaded = library === 1 && type === 'item'; } }) },
	ItemFields: { getID: (name) => given.fields.includes(name) && 1 },
	Items: { getAll: async (library, onlyTop, deleted) => (loaded && library === 1 && onlyTop && !deleted ? items : []) },
	DB: {
		async executeTransaction(work) {
			inTransaction = true;
			await work();
			inTransaction = false;
		},
	},
};
const AsyncFunction = (async () => {}).constructor;
const run = new AsyncFunction('Zotero', given.script);
const said = [];
for (let turn = 0; turn < given.runs; turn++) said.push(await run(Zotero));
console.log(JSON.stringify({
	said,
	related: Object.fromEntries(items.map((item) => [item.id, [...item.related].sort()])),
	saved: Object.fromEntries(items.map((item) => [item.id, item.saved])),
}));
