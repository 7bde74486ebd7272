"use strict";

/* The query editor: Yasgui on this server alone. Its completers for classes and properties would ask a third party. */
(() => {
  const START = [
    "SELECT ?person ?other WHERE {",
    "  ?a dip:met ?b .",
    "  ?a rdfs:label ?person . ?b rdfs:label ?other",
    "} ORDER BY ?person ?other LIMIT 100",
  ].join("\n");

  const fetchJson = async (path) => {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };

  const startEditor = (prefixes) => {
    const { Yasqe } = window.Yasgui;
    Yasqe.defaults.autocompleters = ["prefixes", "variables"];
    Yasqe.defaults.prefixCcApi = "/api/prefixes";
    Yasqe.defaults.value = withPrefixes(START, prefixes);
    Yasqe.defaults.requestConfig.endpoint = new URL("/sparql", location.href).href;
    return new window.Yasgui(document.getElementById("editor"), {
      requestConfig: Yasqe.defaults.requestConfig,
      copyEndpointOnNewTab: true,
      endpointCatalogueOptions: { getData: () => [], keys: [], renderItem: () => {} },
      yasr: { prefixes },
    });
  };

  const withPrefixes = (query, prefixes) => {
    const declared = Object.keys(prefixes).filter(
      (name) => new RegExp(`(^|[^\\w?])${name}:`).test(query) && !query.includes(`PREFIX ${name}:`),
    );
    return [...declared.map((name) => `PREFIX ${name}: <${prefixes[name]}>`), query].join("\n");
  };

  const offerQuestions = (yasgui, questions, prefixes) => {
    const select = document.getElementById("question");
    for (const question of questions) select.append(new Option(question.title, question.name));
    select.addEventListener("change", () => {
      const chosen = questions.find((question) => question.name === select.value);
      document.getElementById("description").textContent = chosen ? describe(chosen) : "";
      if (!chosen) return;
      yasgui.addTab(true, { name: chosen.title, yasqe: { value: withPrefixes(chosen.sparql, prefixes) } });
    });
  };

  const describe = (question) => {
    const open = question.parameters.filter((parameter) => parameter.default === null);
    const hints = open.map((parameter) => `?${parameter.name} is open (${parameter.description}); to set it, add VALUES ?${parameter.name} { … }.`);
    return [question.description, ...hints].join(" ");
  };

  const start = async () => {
    const [prefixes, questions] = await Promise.all([fetchJson("/api/prefixes"), fetchJson("/api/questions")]);
    offerQuestions(startEditor(prefixes), questions, prefixes);
  };

  start();
})();
