"use strict";
// What can be taken away: citations, Turtle and SPARQL for a node or a fact.

Kg.cite = (() => {
  const { nodes, facts, articles, sentences, prefixes, subjectIri, objectIri, objectText, predicateName, local } = Kg.model;
  const { plain } = Kg.dom;
  const XSD = prefixes.xsd;
  const TYPE = `${prefixes.rdf}type`;

  const subjectLabel = (fact) => (fact.s >= 0 ? nodes[fact.s].label : local(fact.subject));
  const sentenceOf = (fact) => `${subjectLabel(fact)}: ${predicateName(fact)} ${objectText(fact)}`;

  function sourceLine(source) {
    const article = articles[source.article];
    const head = [article.outlet || article.id, article.title && `“${article.title}”`, article.date, article.url];
    const word = source.byText || source.by;
    const notes = [source.modality === "asserted" ? "" : source.modality, word && `attributed: ${word}`].filter(Boolean);
    const quote = sentences[source.sentence];
    const said = quote ? `: “${quote}”` : "";
    return plain(`${head.filter(Boolean).join(", ")}${said}${notes.length ? ` (${notes.join("; ")})` : ""}`);
  }

  /** One paragraph a fact: what is said, then every article with its sentence. */
  function citation(indices) {
    const parts = indices.map((index) => facts[index]).filter((fact) => fact.sources.length);
    return parts.map((fact) => [plain(sentenceOf(fact)), ...fact.sources.map((s) => `  - ${sourceLine(s)}`)].join("\n")).join("\n\n");
  }

  function iri(text) {
    const escaped = (letter) => `\\u${letter.codePointAt(0).toString(16).padStart(4, "0")}`;
    for (const [prefix, base] of Object.entries(prefixes)) {
      const rest = text.startsWith(base) ? text.slice(base.length) : "";
      if (/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(rest)) return `${prefix}:${rest}`;
    }
    return `<${text.replace(/[\u0000-\u0020<>"{}|^`\\\u202a-\u202e\u2066-\u2069]/g, escaped)}>`;
  }

  function literal(value, datatype) {
    const escape = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
    const text = value.replace(/[\\"\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu, escape);
    return datatype === "string" ? `"${text}"` : `"${text}"^^${iri(XSD + datatype)}`;
  }

  const term = (fact) => (fact.datatype ? literal(fact.object, fact.datatype) : iri(objectIri(fact)));

  function statement(fact) {
    const live = fact.status === "accepted" || fact.status === "background";
    if (live) return `${iri(subjectIri(fact))} ${fact.p === TYPE ? "a" : iri(fact.p)} ${term(fact)} .`;
    return [
      "[] a dip:Fact ;", `    rdf:subject ${iri(subjectIri(fact))} ;`, `    rdf:predicate ${iri(fact.p)} ;`,
      `    rdf:object ${term(fact)} ;`, `    dip:status dip:${fact.status} .`,
    ].join("\n");
  }

  /** Turtle of some facts: triples where they are accepted, fact nodes where they are not. */
  function turtle(indices, node = -1) {
    const lines = indices.map((index) => statement(facts[index]));
    if (node >= 0) lines.unshift(`${iri(nodes[node].iri)} rdfs:label ${literal(nodes[node].label, "string")} .`);
    return withPrefixes(lines.join("\n"), (name, base) => `@prefix ${name}: <${base}> .`);
  }

  function withPrefixes(body, write) {
    const used = Object.entries(prefixes).filter(([name]) => new RegExp(`(^|[\\s^(/])${name}:`, "m").test(body));
    return `${used.map(([name, base]) => write(name, base)).join("\n")}\n\n${body}\n`;
  }

  const asQuery = (body) => withPrefixes(body, (name, base) => `PREFIX ${name}: <${base}>`);

  /** A query for all that the graph holds about a node. */
  const nodeQuery = (node) =>
    asQuery(`SELECT ?property ?value WHERE {\n  ${iri(nodes[node].iri)} ?property ?value .\n}\nORDER BY ?property ?value`);

  /** A query for the sentences behind some facts. */
  function factQuery(indices) {
    const rows = indices.map((index) => facts[index]).map((fact) => `    (${iri(subjectIri(fact))} ${iri(fact.p)} ${term(fact)})`);
    return asQuery([
      "SELECT ?outlet ?modality ?attribution ?sentence WHERE {", "  VALUES (?subject ?predicate ?object) {", ...rows, "  }",
      "  ?fact rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .",
      "  ?claim dip:states ?fact ; dip:modality ?modality ; dip:evidence/nif:anchorOf ?sentence .",
      "  OPTIONAL { ?claim dip:inArticle/schema:publisher/rdfs:label ?outlet }",
      "  OPTIONAL { ?claim dip:attributionText ?attribution }", "}",
    ].join("\n"));
  }

  return { citation, turtle, nodeQuery, factQuery };
})();
