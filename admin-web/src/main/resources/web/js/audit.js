import { get, query, saveCsv } from "./api.js";
import { shell } from "./shell.js";
import { attempt, Field, html, More, render, Select, Table, Tabs, usePaged, useState, Word } from "./ui.js";
import { spoken, when } from "./words.js";

const TABS = { audit: "Acts", logs: "Incidents" };
const NO_FILTERS = { actor: "", action: "", target: "", result: "", severity: "", code: "", from: "", to: "" };
const OF_TAB = { audit: ["actor", "action", "target", "result", "from", "to"], logs: ["severity", "code", "from", "to"] };

const root = document.getElementById("main");
root.classList.add("fills");
await shell();

function Page() {
  const [tab, setTab] = useState("audit");
  const [filters, setFilters] = useState(NO_FILTERS);
  const [chosen, setChosen] = useState(null);
  const set = (change) => setFilters((before) => ({ ...before, ...change }));
  const names = OF_TAB[tab];
  const given = Object.fromEntries(
    names.filter((name) => filters[name]).map((name) => [name, name === "from" || name === "to" ? new Date(filters[name] + "Z").toISOString() : filters[name].trim()]),
  );
  const path = `/${tab}` + query(given);
  const paged = usePaged(path, get);
  const text = (name, label, hint) => html`<${Field} label=${label}><input name=${name} placeholder=${hint} autocomplete="off" spellcheck="false" value=${filters[name]} onChange=${(event) => set({ [name]: event.target.value })} /></${Field}>`;
  const moment = (name, label) => html`<${Field} label=${label}><input type="datetime-local" name=${name} value=${filters[name]} onChange=${(event) => set({ [name]: event.target.value })} /></${Field}>`;
  const controls = {
    actor: text("actor", "Who", "operator"),
    action: text("action", "Act", "PHASE_SET"),
    target: text("target", "What it concerns", "ACME"),
    result: html`<${Field} label="Result"><${Select} name="result" value=${filters.result} any="Any" of=${["OK", "REFUSED"]} change=${(result) => set({ result })} /></${Field}>`,
    severity: html`<${Field} label="Severity"><${Select} name="severity" value=${filters.severity} any="Any" of=${["INFO", "WARNING", "ERROR"]} change=${(severity) => set({ severity })} /></${Field}>`,
    code: text("code", "Code", "PROJECTION_LAG"),
    from: moment("from", "From, UTC"),
    to: moment("to", "To, UTC"),
  };
  const shown = paged.items.find((each) => each.id === chosen);
  return html`<div class="heading"><h1>Audit</h1><span class="lead">Who did what, from where, and what came of it.</span><${Tabs} of=${TABS} chosen=${tab} choose=${setTab} label="What to show" /></div>
    <section class="panel grows" aria-label=${TABS[tab]}>
      <header><h2>${TABS[tab]}</h2><div class="acts"><button type="button" class="act small quiet" onClick=${paged.again}>Refresh</button>
        ${tab === "audit" && html`<button type="button" class="act small" onClick=${() => attempt(() => saveCsv(path, "audit.csv"))}>Export CSV</button>`}</div></header>
      <div class="filters">${names.map((name) => controls[name])}</div>
      ${tab === "audit" ? html`<${Table} caption="Acts" columns=${acts} rows=${paged.items} least="720px" choose=${(each) => setChosen(each.id)} chosen=${chosen} empty=${paged.problem ? "" : "Nothing was done"} />` : html`<${Table} caption="Incidents" columns=${incidents} rows=${paged.items} least="640px" empty=${paged.problem ? "" : "Nothing happened"} />`}
      <${More} of=${paged} />
    </section>
    ${tab === "audit" && shown && html`<section class="panel" aria-label="One act"><header><h2>${spoken(shown.action)}</h2><button type="button" class="act small quiet" onClick=${() => setChosen(null)}>Close</button></header>
      <dl class="facts">
        ${[["Event", shown.id], ["At", shown.at], ["Who", `${shown.actor ?? "–"} (${shown.role ?? "–"})`], ["From", shown.source ?? "–"], ["By", shown.channel ?? "–"], ["Request", shown.requestId ?? "–"], ["Code", shown.code ?? "–"], ["Reason", shown.reason ?? "–"]].map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
        <div><dt>What was asked</dt><dd><code>${JSON.stringify(shown.request ?? {})}</code></dd></div>
      </dl></section>`}`;
}

const acts = [
  { head: "Time", width: "104px", cell: (each) => html`<span class="muted">${when(each.at)}</span>`, title: (each) => each.at },
  { head: "Who", width: "110px", cell: (each) => html`<b>${each.actor ?? "–"}</b>` },
  { head: "Role", wide: true, width: "80px", cell: (each) => html`<span class="muted">${each.role ?? ""}</span>` },
  { head: "Act", width: "190px", cell: (each) => spoken(each.action) },
  { head: "Concerns", width: "160px", cell: (each) => each.target ?? "–", title: (each) => each.target ?? "" },
  { head: "Result", width: "104px", cell: (each) => html`<${Word} of=${each.result} />` },
  { head: "Code", wide: true, width: "150px", cell: (each) => html`<span class="muted">${each.code ?? ""}</span>`, title: (each) => each.code ?? "" },
  { head: "Reason", cell: (each) => each.reason ?? "", title: (each) => each.reason ?? "" },
  { head: "By", wide: true, width: "80px", cell: (each) => html`<span class="muted">${each.channel ?? ""}</span>` },
  { head: "From", wide: true, width: "110px", cell: (each) => html`<span class="muted">${each.source ?? ""}</span>` },
];

const incidents = [
  { head: "Time", width: "104px", cell: (each) => html`<span class="muted">${when(each.at)}</span>`, title: (each) => each.at },
  { head: "Severity", width: "110px", cell: (each) => html`<${Word} of=${each.severity} />` },
  { head: "Code", width: "200px", cell: (each) => html`<b>${each.code}</b>` },
  { head: "Text", cell: (each) => each.text, title: (each) => each.text },
  { head: "Member", width: "70px", number: true, cell: (each) => each.member },
];

root.replaceChildren();
render(html`<${Page} />`, root);
