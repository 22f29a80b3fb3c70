// Runs an import translator with the framework's documented calls: {code, text, types: {itemType: [field]}} as JSON on
// standard input. Prints what detectImport says, and the items and collections that doImport has completed. As the
// framework does, it takes no item with fields that its type does not have, and none that is completed twice.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const given = JSON.parse(readFileSync(0, 'utf8'));
const end = given.code.indexOf('\n}\n') + 2;
const header = JSON.parse(given.code.slice(0, end));

function run(call) {
	let position = 0;
	const items = [];
	const collections = [];
	class Item {
		constructor(itemType) {
			if (!given.types[itemType]) throw new Error(`no item type ${itemType}`);
			Object.assign(this, { itemType, creators: [], notes: [], attachments: [], tags: [], seeAlso: [] });
		}
		complete() {
			const beside = ['itemType', 'itemID', 'creators', 'notes', 'attachments', 'tags', 'seeAlso'];
			for (const name of Object.keys(this)) {
				if (!beside.includes(name) && !given.types[this.itemType].includes(name)) {
					throw new Error(`Unknown field ${name} of ${this.itemType}`);
				}
			}
			if (items.includes(this)) throw new Error('completed twice');
			items.push(this);
		}
	}
	class Collection {
		complete() {
			if (this.type !== 'collection' || !this.name) throw new Error('no collection');
			collections.push(this);
		}
	}
	const Zotero = {
		read(length) {
			if (position >= given.text.length) return false;
			const part = given.text.slice(position, position + length);
			position += length;
			return part;
		},
		Item,
		Collection,
		debug() {},
	};
	const context = vm.createContext({ Zotero, Z: Zotero });
	vm.runInContext(given.code.slice(end), context);
	const result = vm.runInContext(`${call}()`, context);
	return { result, items, collections };
}

const detected = run('detectImport').result;
const { items, collections } = detected ? run('doImport') : { items: [], collections: [] };
console.log(JSON.stringify({ header, detected, items, collections }));
