// What the parsers make of files, as JSON: `node read.mjs FILE...` prints {file: {bbt, errors, groups, cite}}.
import { readFileSync } from 'node:fs'
import { parse } from '@retorquere/bibtex-parser'
import Cite from 'citation-js'

const found = {}
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8')
  const read = { bbt: [], errors: [], groups: [], cite: [] }
  if (file.endsWith('.bib')) {
    const library = parse(text, { sentenceCase: false })
    read.errors = library.errors.map(error => error.error ?? String(error))
    read.groups = (library.jabref?.root ?? []).map(({ name, entries }) => [name, entries.length])
    read.bbt = library.entries.map(({ key, type, fields }) => ({ key, type, fields }))
  }
  for (const { _graph, ...item } of new Cite(text).data) read.cite.push(item)
  found[file] = read
}
process.stdout.write(JSON.stringify(found))
