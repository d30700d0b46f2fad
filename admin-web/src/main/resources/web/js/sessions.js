import { get, post, put, query } from "./api.js";
import { ask } from "./dialog.js";
import { fields, typeName } from "./fix-tags.js";
import { live } from "./live.js";
import { paintSoon } from "./paint.js";
import { shell } from "./shell.js";
import { Field, html, number, render, Table, Tabs, toast, useLoaded, useState, Word } from "./ui.js";
import { counted, spoken, utc, when } from "./words.js";

const root = document.getElementById("main");
await shell();
const sessions = new Map();
live.subscribe({ channel: "sessions" }, (frame) => {
  if (frame.type === "session") {
    sessions.set(frame.data.id, frame.data);
    paintSoon(paint);
  }
});

function paint() {
  render(html`<${Page} tick=${{}} />`, root);
}

const countOpen = async (id) => (await get("/orders" + query({ open: "true", enteredBy: id, limit: 1000 }))).items.length;

const ACTS = {
  logout: {
    button: "Log it out",
    what: "A Logout is sent and the connection is closed. The client may log on again at once.",
    hits: async (each) => [
      `1 FIX session, ${each.state === "LOGGED_ON" ? `connected from ${each.remoteAddress}` : "not connected"}`,
      each.cancelOnDisconnect === "NONE" ? "Its orders stay." : `${counted(await countOpen(each.id), "open order")} will be cancelled: cancel on disconnect is ${each.cancelOnDisconnect.toLowerCase()}.`,
    ],
  },
  reset: {
    button: "Set both to 1",
    what: "Both sequence numbers become 1. Reports the client has not had will not be resent: they are in drop copy and REST only.",
    hits: async (each) => [`1 FIX session: next out ${number(each.nextSenderMsgSeqNum)}, next in ${number(each.nextTargetMsgSeqNum)}`, `${counted(each.queued ?? 0, "waiting report")} will not be delivered.`],
  },
  disable: {
    button: "Disable it",
    what: "It is logged out, logons are refused, its live orders end.",
    hits: async (each) => [`1 FIX session, ${spoken(each.state).toLowerCase()}`, `${counted(await countOpen(each.id), "open order")} entered by it will be cancelled.`],
  },
  enable: { button: "Enable it", what: "Logons are taken again.", hits: async () => ["1 FIX session"] },
};

function act(verb, each) {
  return ask({
    title: `${spoken(verb)} ${each.id}`,
    what: ACTS[verb].what,
    hits: () => ACTS[verb].hits(each),
    danger: verb !== "enable",
    reason: true,
    button: ACTS[verb].button,
    act: async ({ reason }) => {
      const answer = await post(`/fix/sessions/${encodeURIComponent(each.id)}/${verb}`, { reason });
      if (answer) {
        sessions.set(answer.id ?? each.id, { ...each, ...answer });
      }
      toast(`${each.id}: ${verb} done`, "good");
      paint();
    },
  });
}

const password = (each) =>
  ask({
    title: `New password of ${each.id}`,
    what: "Connections that are open stay; the next logon needs it.",
    hits: ["1 FIX session"],
    values: { password: "" },
    fields: (values, set) => html`<label class="field"><span>Password, 12 characters or more</span><input name="new-password" type="password" autocomplete="new-password" value=${values.password} onInput=${(event) => set({ password: event.target.value })} /></label>`,
    button: "Set it",
    act: async (values) => {
      await put(`/fix/sessions/${encodeURIComponent(each.id)}/credentials`, { password: values.password });
      toast(`Password of ${each.id} set`, "good");
    },
  });

const announce = () =>
  ask({
    title: "Announce to everybody",
    what: "A news message to every session now, and 15, 5 and 1 minute before the time; a banner here.",
    hits: [`${counted([...sessions.values()].filter((each) => each.state === "LOGGED_ON").length, "session")} logged on now`],
    values: { text: "", at: "" },
    fields: (values, set) => html`<label class="field"><span>Text</span><input name="text" maxlength="256" value=${values.text} onInput=${(event) => set({ text: event.target.value })} /></label>
      <label class="field"><span>When it happens (your time)</span><input type="datetime-local" name="at" value=${values.at} onInput=${(event) => set({ at: event.target.value })} /></label>`,
    button: "Announce",
    act: async ({ text, at }) => {
      await post("/announcements", { text, at: at ? utc(at) : new Date().toISOString(), severity: "INFO" });
      toast("Announced", "good");
    },
  });

const columns = [
  { head: "Session", width: "104px", cell: (each) => html`<b>${each.id}</b>` },
  { head: "State", width: "126px", cell: (each) => html`<${Word} of=${each.enabled ? each.state : "DISABLED"} />` },
  { head: "Firm", wide: true, width: "82px", cell: (each) => each.participant },
  { head: "Role", wide: true, width: "104px", cell: (each) => html`<span class="muted">${spoken(each.role)}</span>` },
  { head: "Since", wide: true, width: "112px", cell: (each) => html`<span class="muted">${when(each.loggedOnAt)}</span>` },
  { head: "From", wide: true, cell: (each) => html`<span class="muted">${each.remoteAddress ?? ""}</span>` },
  { head: "Next out", width: "84px", number: true, cell: (each) => number(each.nextSenderMsgSeqNum) },
  { head: "Next in", width: "84px", number: true, cell: (each) => number(each.nextTargetMsgSeqNum) },
  { head: "Waiting", width: "76px", number: true, cell: (each) => number(each.queued) },
  { head: "In/s", wide: true, width: "64px", number: true, cell: (each) => number(each.messagesInPerSecond) },
  { head: "Out/s", wide: true, width: "64px", number: true, cell: (each) => number(each.messagesOutPerSecond) },
  { head: "Throttled", wide: true, width: "78px", number: true, cell: (each) => number(each.throttled) },
  { head: "Resends", wide: true, width: "72px", number: true, cell: (each) => number(each.resendsServed) },
];

function Page() {
  const listed = useLoaded(() => get("/fix/sessions?limit=1000"), [], 5000);
  const [chosen, setChosen] = useState(null);
  const [show, setShow] = useState("all");
  const all = (listed.value?.items ?? []).map((each) => sessions.get(each.id) ?? each);
  const counts = { on: all.filter((each) => each.state === "LOGGED_ON").length, all: all.length };
  const rows = show === "all" ? all : all.filter((each) => each.state === "LOGGED_ON");
  const shown = all.find((each) => each.id === chosen);
  return html`<div class="heading"><h1>FIX sessions</h1><span class="lead">${counts.on} of ${counts.all} logged on</span>
      <${Tabs} of=${{ all: "All", on: "Logged on" }} chosen=${show} choose=${setShow} label="What to show" />
      <button type="button" class="act" id="announce" onClick=${announce}>Announce…</button></div>
    <section class="panel" aria-label="FIX sessions"><${Table} caption="FIX sessions" columns=${columns} rows=${rows} least="460px" choose=${(each) => setChosen(each.id)} chosen=${chosen} empty=${listed.problem ? listed.problem.line : "No session"} /></section>
    ${shown && html`<${Detail} of=${shown} key=${shown.id} />`}`;
}

function Detail({ of: it }) {
  const messages = useLoaded(() => get(`/fix/sessions/${encodeURIComponent(it.id)}/messages?limit=200`), [it.id], 2000);
  const [at, setAt] = useState(null);
  const [find, setFind] = useState("");
  const rows = (messages.value?.items ?? [])
    .map((each, i, all) => ({ ...each, key: all.length - i, list: fields(each.message) }))
    .filter((each) => !find || each.message.includes(find));
  const of = (row, tag) => row.list.find((each) => each.tag === tag)?.value ?? "";
  const shown = at && rows.find((each) => each.message === at);
  const facts = [
    ["Accounts", it.accounts.join(", ") || "–"],
    ["Default account", it.defaultAccount ?? "–"],
    ["Gateway", it.gateway ?? "–"],
    ["Heartbeat", it.heartbeatSeconds ? `${it.heartbeatSeconds} s` : "–"],
    ["Cancel on disconnect", spoken(it.cancelOnDisconnect)],
    ["Last in", it.lastIn ? when(it.lastIn.at) : "–"],
    ["Last out", it.lastOut ? when(it.lastOut.at) : "–"],
  ];
  return html`<section class="panel" aria-label=${it.id}>
      <header><h2>${it.id}</h2><div class="acts">
        <button type="button" class="act small danger" onClick=${() => act("logout", it)} disabled=${it.state !== "LOGGED_ON"}>Log out…</button>
        <button type="button" class="act small danger" onClick=${() => act("reset", it)} disabled=${it.state === "LOGGED_ON"}>Reset numbers…</button>
        ${it.enabled ? html`<button type="button" class="act small danger" onClick=${() => act("disable", it)}>Disable…</button>` : html`<button type="button" class="act small" onClick=${() => act("enable", it)}>Enable…</button>`}
        <button type="button" class="act small" onClick=${() => password(it)}>Password…</button>
      </div></header>
      <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    </section>
    <div class="side-by-side">
      <section class="panel" aria-label="Messages"><header><h2>Messages</h2><span class="unit">newest first, passwords masked</span></header>
        <div class="filters"><${Field} label="Containing"><input name="find" placeholder="11=w-1" value=${find} onInput=${(event) => setFind(event.target.value)} /></${Field}></div>
        <div style=${{ maxHeight: "420px", overflow: "auto" }}><${Table} caption="Messages" rowKey=${(each) => each.key} rows=${rows} least="520px" choose=${(each) => setAt(each.message)} chosen=${shown?.key} empty=${messages.problem ? messages.problem.line : "No message in the gateway's memory"} columns=${[
          { head: "Time", width: "110px", cell: (each) => html`<span class="muted">${of(each, "52").slice(9) || when(each.at, true)}</span>` },
          { head: "", width: "44px", cell: (each) => (of(each, "49") === it.targetCompId ? html`<span class="muted">out</span>` : html`<b>in</b>`) },
          { head: "No.", width: "60px", number: true, cell: (each) => of(each, "34") },
          { head: "Type", width: "150px", cell: (each) => `${of(each, "35")} ${typeName(of(each, "35"))}` },
          { head: "Order", cell: (each) => html`<span class="muted">${[of(each, "11"), of(each, "55"), of(each, "58")].filter(Boolean).join("  ")}</span>` },
        ]} /></div>
      </section>
      <section class="panel" aria-label="One message"><header><h2>${shown ? typeName(of(shown, "35")) : "Message"}</h2></header>
        ${shown ? html`<${Table} caption="Fields" rowKey=${(each) => each.key} rows=${shown.list.map((each, i) => ({ ...each, key: i }))} columns=${[
          { head: "Tag", width: "56px", cell: (each) => html`<span class="muted">${each.tag}</span>` },
          { head: "Field", width: "170px", cell: (each) => each.name },
          { head: "Value", cell: (each) => html`<code>${each.value}</code>`, title: (each) => each.value },
        ]} />` : html`<p class="empty">Choose a message to see its fields.</p>`}
      </section>
    </div>`;
}

root.replaceChildren();
paint();
