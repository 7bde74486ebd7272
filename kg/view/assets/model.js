"use strict";
// The data of the page with the look-ups that all views share. Nodes, facts and links are named by their numbers.

Kg.model = (() => {
  const data = JSON.parse(document.getElementById("graph-data").textContent);
  ["nodes", "groups", "facts", "sources", "links", "articles"].forEach((name) => (data[name] = rows(data[name])));
  share(data.facts, data.sources);
  const drawing = JSON.parse(document.getElementById("network-data").textContent);
  const ID_BASE = data.prefixes.event.replace(/event\/$/, "");
  const { nodes, facts, links } = data;

  /** One list a key becomes one object a row; a list of few values is written as those values and their numbers. */
  function rows(columns) {
    const keys = Object.keys(columns);
    const lists = keys.map((key) => (Array.isArray(columns[key]) ? columns[key] : columns[key].at.map((at) => columns[key].of[at])));
    return keys.length ? lists[0].map((_, row) => Object.fromEntries(keys.map((key, at) => [key, lists[at][row]]))) : [];
  }

  /** Facts say how many sources they have; the sources stand in the same order. */
  function share(list, sources) {
    let from = 0;
    list.forEach((fact) => {
      fact.sources = sources.slice(from, (from += fact.sources));
      fact.text = fact.text || fact.object;
    });
  }

  const many = () => nodes.map(() => []);
  const asSubject = many(), asObject = many(), linksOf = many();
  facts.forEach((fact, index) => {
    if (fact.s >= 0) asSubject[fact.s].push(index);
    if (fact.o >= 0) asObject[fact.o].push(index);
  });
  links.forEach((link, index) => {
    linksOf[link.from].push(index);
    linksOf[link.to].push(index);
  });
  const ACTORS = new Set(["person", "state", "group"]);
  const isActor = (node) => ACTORS.has(nodes[node].kind);
  /** How much a reader looks for a node: by its links, and for actors before what they did. */
  const weight = (node) => linksOf[node].length * (isActor(node) ? 4 : 1);
  const members = data.groups.map(() => []);
  nodes.forEach((node, index) => members[node.group].push(index));
  members.forEach((group) => group.sort((a, b) => weight(b) - weight(a) || a - b));
  const byIri = new Map(nodes.map((node, index) => [node.iri, index]));

  const HAPPENINGS = new Set(["event", "agreement", "commitment", "statement", "tenure"]);
  const isHappening = (node) => HAPPENINGS.has(nodes[node].kind);

  const local = (iri) => iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1);
  /** "committedBy" reads "committed by". */
  const words = (name) => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  const predicateName = (fact) => (local(fact.p) === "type" ? "is a" : words(local(fact.p)));
  const typeName = (node) => {
    const text = nodes[node].type.replace(/([a-z])([A-Z])/g, "$1 $2");
    return text.charAt(0) + text.slice(1).toLowerCase();
  };

  const subjectIri = (fact) => (fact.s >= 0 ? nodes[fact.s].iri : fact.subject);
  const objectIri = (fact) => (fact.o >= 0 ? nodes[fact.o].iri : fact.object);
  const objectText = (fact) => {
    if (fact.o >= 0) return nodes[fact.o].label;
    const isTerm = !fact.datatype && /ontology#/.test(fact.object);
    return isTerm ? local(fact.object).replace(/([a-z])([A-Z])/g, "$1 $2") : fact.text;
  };

  /** Facts of one property of a node, accepted ones first. */
  function values(node, ...names) {
    const found = asSubject[node].map((index) => facts[index]).filter((fact) => names.includes(local(fact.p)));
    const accepted = found.filter((fact) => fact.status === "accepted" || fact.status === "background");
    return accepted.length ? accepted : found;
  }

  /** The sentence cut around the words that carry the claim; offsets count code points, not UTF-16 units. */
  function marked(source) {
    const letters = Array.from(data.sentences[source.sentence]);
    const { start, end } = source;
    return [letters.slice(0, start), letters.slice(start, end), letters.slice(end)].map((part) => part.join(""));
  }

  const when = (node) => {
    const { from, to } = nodes[node];
    if (from === to) return from;
    return `${from || "…"} – ${to || "…"}`;
  };

  /** IRIs in the page's address go without their common beginning. */
  const shorten = (iri) => (iri.startsWith(ID_BASE) ? iri.slice(ID_BASE.length) : iri);
  const nodeByShort = (short) => byIri.get(short.includes("://") ? short : ID_BASE + short) ?? -1;

  return {
    ...data, drawing, members, asSubject, asObject, linksOf, isHappening, isActor, weight, local, words, predicateName, typeName,
    subjectIri, objectIri, objectText, values, marked, when, shorten, nodeByShort,
  };
})();
