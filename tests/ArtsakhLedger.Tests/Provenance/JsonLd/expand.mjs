// Reads JSON-LD from standard input and writes it expanded. The context of Web Annotation comes from the file beside; nothing is fetched.
import { readFileSync } from 'node:fs'
import jsonld from 'jsonld'

const annotations = JSON.parse(readFileSync(new URL('web-annotation-context.json', import.meta.url), 'utf8'))
const documentLoader = async (url) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`nothing but the context of Web Annotation is at hand, not ${url}`)
  return { contextUrl: null, documentUrl: url, document: annotations }
}

const document = JSON.parse(readFileSync(0, 'utf8'))
const expanded = await jsonld.expand(document, { documentLoader, base: 'https://ledger.example/facts/x/provenance', safe: true })
console.log(JSON.stringify(expanded))
