// Reads a graph that citekit wrote and prints what it says: node read.mjs FORMAT < file
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
const Graph = load("graphology");

function ofGraphology(graph) {
  const edges = graph.mapEdges((key, data, source, target) => [source, target, data.kind, Number(data.weight)]);
  return { nodes: Object.fromEntries(graph.mapNodes((key, data) => [key, data.label])), edges };
}

function ofCytoscape(json) {
  const cy = load("cytoscape")({ headless: true, elements: json.elements });
  return {
    nodes: Object.fromEntries(cy.nodes().map((node) => [node.id(), node.data("label")])),
    edges: cy.edges().map((edge) => [edge.source().id(), edge.target().id(), edge.data("kind"), edge.data("weight")]),
  };
}

const text = readFileSync(0, "utf8");
const readers = {
  gexf: () => ofGraphology(load("graphology-gexf").parse(Graph.MultiDirectedGraph, text, { allowUndeclaredAttributes: true })),
  graphml: () => ofGraphology(load("graphology-graphml").parse(Graph.MultiDirectedGraph, text)),
  cytoscape: () => ofCytoscape(JSON.parse(text)),
};
process.stdout.write(JSON.stringify(readers[process.argv[2]]()));
