// Made by embed-client.mjs from client/. Do not edit.

/** The style sheet of a page. */
export const STYLE: string = `:root {
  color-scheme: light dark;
  --sheet: light-dark(#f4f5f7, #0d1015);
  --paper: light-dark(#ffffff, #161a21);
  --shade: light-dark(#f1f4f7, #1e242d);
  --ink: light-dark(#1c2430, #e6e9ef);
  --muted: light-dark(#566070, #a4aebc);
  --grid: light-dark(#e3e7ec, #2b323d);
  --edge: light-dark(#d5dbe2, #343c48);
  --main: light-dark(#0067b0, #63b3f3);
  --baseline: light-dark(#7b8592, #8f99a7);
  --bad: light-dark(#b84600, #ff9d5c);
  --line-1: light-dark(#00805f, #45d0a2);
  --line-2: light-dark(#a8508a, #e793ca);
  --line-3: light-dark(#8a6a00, #dfbb45);
  --line-4: light-dark(#5b4bb5, #b0a4ff);
}

:root[data-theme='light'] {
  color-scheme: light;
}

:root[data-theme='dark'] {
  color-scheme: dark;
}

* {
  box-sizing: border-box;
}

html {
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}

body {
  margin: 0;
  background: var(--sheet);
  color: var(--ink);
  font:
    16px/1.55 system-ui,
    -apple-system,
    'Segoe UI',
    Roboto,
    Helvetica,
    Arial,
    'DejaVu Sans',
    sans-serif;
}

header,
main,
footer {
  max-width: 58rem;
  margin-inline: auto;
  padding-inline: 1rem;
}

header {
  display: grid;
  grid-template-columns: 1fr auto;
  align-items: start;
  gap: 0.5rem 1rem;
  padding-block: 2rem 1rem;
}

h1,
h2,
h3,
h4 {
  margin: 0;
  line-height: 1.25;
  text-wrap: balance;
  overflow-wrap: anywhere;
}

h1 {
  font-size: 1.75rem;
  letter-spacing: -0.01em;
}

h2 {
  color: var(--muted);
  font-size: 0.95rem;
  font-weight: 600;
}

h3 {
  font-size: 1.1rem;
}

h4 {
  margin-block: 1rem 0.25rem;
  color: var(--muted);
  font-size: 0.85rem;
  font-weight: 600;
}

p {
  margin: 0;
}

.about,
.note,
.status {
  color: var(--muted);
  font-size: 0.9rem;
}

nav ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
  margin: 0.75rem 0 0;
  padding: 0;
  list-style: none;
  font-size: 0.95rem;
}

a {
  color: var(--main);
  text-underline-offset: 0.2em;
}

:focus-visible {
  border-radius: 3px;
  outline: 2px solid var(--main);
  outline-offset: 2px;
}

section {
  margin-block: 0 1.5rem;
  padding: 1.75rem;
  border: 1px solid var(--edge);
  border-radius: 12px;
  background: var(--paper);
}

.answer {
  max-width: 44rem;
  margin-block: 0.35rem 0;
  font-size: 1.4rem;
  font-weight: 500;
  line-height: 1.4;
  text-wrap: pretty;
  overflow-wrap: anywhere;
}

.warnings {
  margin: 1.25rem 0 0;
  padding: 0.75rem 1rem 0.75rem 2rem;
  border-left: 4px solid var(--bad);
  border-radius: 4px;
  background: var(--shade);
  font-size: 0.95rem;
}

.numbers {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr));
  gap: 1.25rem 2rem;
  margin: 1.5rem 0 0;
  padding-block: 1.25rem;
  border-block: 1px solid var(--grid);
}

.numbers div {
  display: flex;
  flex-direction: column;
}

.numbers dt {
  order: 2;
  font-size: 0.9rem;
}

.numbers dd {
  margin: 0;
}

.numbers .value {
  order: 1;
  font-size: 1.9rem;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
  letter-spacing: -0.02em;
  line-height: 1.2;
}

.numbers .note {
  order: 3;
}

.good {
  color: var(--main);
}

.bad {
  color: var(--bad);
}

.block {
  margin-top: 2.25rem;
}

figure {
  margin: 0.75rem 0 0;
}

figure svg {
  display: block;
  width: 100%;
  height: auto;
}

figure .narrow {
  display: none;
  max-width: 30rem;
}

.scroll {
  margin-top: 0.75rem;
  overflow-x: auto;
}

table {
  width: 100%;
  border-collapse: collapse;
  font-size: 0.92rem;
  font-variant-numeric: tabular-nums;
}

th,
td {
  padding: 0.45rem 0.75rem;
  border-bottom: 1px solid var(--grid);
  text-align: start;
  vertical-align: baseline;
}

th:first-child,
td:first-child {
  padding-left: 0;
}

th:last-child,
td:last-child {
  padding-right: 0;
}

thead th {
  border-bottom-color: var(--edge);
  color: var(--muted);
  font-weight: 600;
  white-space: nowrap;
}

tbody th {
  font-weight: 500;
  overflow-wrap: break-word;
}

.short,
.good,
.bad {
  white-space: nowrap;
}

.right {
  text-align: end;
  white-space: nowrap;
}

.hash {
  font:
    0.92em ui-monospace,
    Menlo,
    Consolas,
    'DejaVu Sans Mono',
    monospace;
}

tbody tr:hover:not(.detail) {
  background: var(--shade);
}

button,
input {
  border: 1px solid var(--edge);
  border-radius: 6px;
  background: var(--paper);
  color: inherit;
  font: inherit;
}

button {
  padding: 0.3rem 0.8rem;
  cursor: pointer;
}

button:hover {
  background: var(--shade);
}

header button {
  font-size: 0.9rem;
}

th button {
  padding: 0;
  border: 0;
  background: none;
  font-weight: inherit;
  text-align: inherit;
}

th button:hover {
  background: none;
  color: var(--main);
}

thead button::after {
  content: '↕' / '';
  display: inline-block;
  width: 1em;
  margin-inline-start: 0.25em;
  opacity: 0.5;
  text-align: center;
}

[aria-sort='ascending'] button::after {
  content: '↑' / '';
  opacity: 1;
}

[aria-sort='descending'] button::after {
  content: '↓' / '';
  opacity: 1;
}

.tools {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0.5rem 1.5rem;
  margin-top: 0.75rem;
}

.tools input {
  width: 16rem;
  max-width: 100%;
  margin-left: 0.35rem;
  padding: 0.35rem 0.7rem;
}

.more {
  display: block;
  margin: 1rem auto 0;
}

[hidden],
.beyond {
  display: none;
}

.items [aria-expanded] {
  padding-left: 1.1em;
  text-indent: -1.1em;
}

.items [aria-expanded]::before {
  content: '▸' / '';
  display: inline-block;
  width: 1.1em;
  color: var(--muted);
  text-indent: 0;
}

.items [aria-expanded='true']::before {
  content: '▾' / '';
}

.snippet {
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  color: var(--muted);
  overflow-wrap: anywhere;
}

.detail > td {
  padding: 0.25rem 1.25rem 1.5rem;
  background: var(--shade);
}

.facts span {
  margin-right: 1.5rem;
}

.facts {
  padding-top: 0.75rem;
  font-size: 0.9rem;
}

.text {
  max-width: 46rem;
  white-space: pre-line;
  overflow-wrap: anywhere;
}

.folded {
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 6;
}

.unfold {
  margin-top: 0.5rem;
  font-size: 0.85rem;
}

.outputs {
  display: grid;
  gap: 0.9rem;
  margin: 0;
  padding: 0;
  list-style: none;
}

.output-head {
  display: grid;
  grid-template-columns: minmax(0, 14rem) minmax(2rem, 8rem) auto;
  gap: 0.75rem;
  align-items: center;
  justify-content: start;
  font-size: 0.9rem;
  font-weight: 600;
  overflow-wrap: anywhere;
}

.bar {
  height: 0.5rem;
  overflow: hidden;
  border-radius: 4px;
  background: var(--grid);
}

.bar span {
  display: block;
  height: 100%;
  background: var(--main);
}

details {
  margin-top: 1rem;
}

summary {
  width: fit-content;
  color: var(--muted);
  font-size: 0.95rem;
  cursor: pointer;
}

.method {
  margin-top: 2.25rem;
  padding-top: 1rem;
  border-top: 1px solid var(--grid);
}

.method dl {
  display: grid;
  grid-template-columns: minmax(7rem, auto) 1fr;
  gap: 0.3rem 1.5rem;
  margin: 0.75rem 0 0;
  font-size: 0.9rem;
}

.method dt {
  color: var(--muted);
}

.method dd {
  margin: 0;
  overflow-wrap: anywhere;
}

pre {
  margin: 0.75rem 0 0;
  padding: 0.7rem 0.9rem;
  border-radius: 6px;
  background: var(--shade);
  font:
    0.85rem/1.5 ui-monospace,
    Menlo,
    Consolas,
    'DejaVu Sans Mono',
    monospace;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}

footer {
  padding-block: 0.5rem 2.5rem;
}

.hidden {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

@media (max-width: 44rem) {
  header {
    grid-template-columns: 1fr;
    justify-items: start;
    padding-block: 1.25rem 0.75rem;
  }

  h1 {
    font-size: 1.5rem;
  }

  thead th {
    white-space: normal;
    vertical-align: bottom;
  }

  main {
    padding-inline: 0.5rem;
  }

  section {
    padding: 1.25rem 0.9rem;
  }

  .answer {
    font-size: 1.2rem;
  }

  .numbers {
    grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
    gap: 1.25rem 1rem;
  }

  .numbers .value {
    font-size: 1.6rem;
  }

  .minor,
  figure .wide {
    display: none;
  }

  figure .narrow {
    display: block;
  }

  table {
    font-size: 0.88rem;
  }

  tbody th,
  td {
    overflow-wrap: anywhere;
  }

  th,
  td {
    padding-inline: 0.35rem;
  }

  th:not([aria-sort]) button::after {
    display: none;
  }

  .tools label,
  .tools input {
    width: 100%;
    margin-left: 0;
  }

  .detail > td {
    padding-inline: 0.6rem;
  }

  .output-head {
    grid-template-columns: minmax(0, 1fr) 4rem auto;
  }

  .method dl {
    grid-template-columns: 1fr;
    gap: 0;
  }

  .method dd {
    margin-bottom: 0.5rem;
  }
}

@media print {
  :root,
  :root[data-theme] {
    color-scheme: light;
  }

  body {
    background: none;
    font-size: 10.5pt;
  }

  header,
  main,
  footer {
    max-width: none;
    padding-inline: 0;
  }

  section {
    padding: 0;
    border: 0;
  }

  section + section {
    break-before: page;
  }

  nav,
  #theme,
  .tools,
  .more,
  thead button::after {
    display: none;
  }

  figure,
  tr,
  .numbers,
  .outputs li {
    break-inside: avoid;
  }

  h3 {
    break-after: avoid;
  }

  .scroll {
    overflow: visible;
  }

  .folded {
    display: block;
  }

  .beyond {
    display: table-row;
  }

  .unfold {
    display: none;
  }
}
`;

/** The script of a page. */
export const SCRIPT: string = `(function() {
	function element(tag, properties = {}, ...children) {
		const made = Object.assign(document.createElement(tag), properties);
		made.append(...children);
		return made;
	}
	function isolated(text) {
		return element("bdi", {}, text);
	}
	function numberFormat(values, digits) {
		const whole = values.every((value) => value === null || Number.isInteger(value));
		const fine = values.every((value) => value === null || Math.abs(value) < 5e-4);
		const places = whole ? 0 : fine ? 6 : digits;
		return (value) => value === null ? "–" : value.toFixed(places).replace("-", "−");
	}
	var LONGEST_SNIPPET = 300;
	function itemColumns({ items, unit }) {
		return [
			number("rank", ({ rank }) => rank),
			{
				title: "item",
				className: "",
				key: ({ id }) => id
			},
			number("utility", ({ utility }) => utility, 3),
			...unit === void 0 ? [] : [{
				...number(unit, ({ cost }) => cost, 1),
				className: "right minor"
			}],
			...items.some(({ source }) => source !== void 0) ? [SOURCE] : []
		];
		function number(title, key, digits = 0) {
			const format = numberFormat(items.map(key), digits);
			return {
				title,
				className: "right",
				key,
				content: (item) => format(key(item))
			};
		}
	}
	var SOURCE = {
		title: "source",
		className: "",
		key: ({ source }) => source ?? null,
		content: ({ source = "" }) => element("span", {
			className: "snippet",
			dir: "auto"
		}, source.slice(0, LONGEST_SNIPPET))
	};
	function itemDetail(item, data, scale) {
		const detail = document.createDocumentFragment();
		const facts = factsOf(item);
		if (facts.length > 0) detail.append(element("p", { className: "facts" }, ...facts));
		if (item.source !== void 0) detail.append(element("h4", {}, "Source"), ...sourceElements(item.source));
		const outputs = outputsOf(item, data);
		if (outputs.length === 0) return detail;
		const scores = data.metric === void 0 ? [] : [" by ", isolated(data.metric)];
		const list = outputs.map((output) => outputElement(output, scale));
		detail.append(element("h4", {}, "Outputs", ...scores), element("ol", { className: "outputs" }, ...list));
		return detail;
	}
	var LONG = 600;
	function sourceElements(source) {
		const text = element("p", {
			className: "text",
			dir: "auto"
		}, source);
		if (source.length <= LONG) return [text];
		const button = element("button", {
			type: "button",
			className: "unfold"
		}, "Show the whole source");
		text.classList.add("folded");
		button.addEventListener("click", () => {
			text.classList.remove("folded");
			button.remove();
		});
		return [text, button];
	}
	function factsOf({ document: name, domain, inclusion, weight }) {
		return [
			["Document", name],
			["Domain", domain],
			["Chance of being chosen", inclusion?.toFixed(3)],
			["Stands for", weight === void 0 ? void 0 : \`\${Number(weight.toFixed(2))} items\`]
		].flatMap(([label, value]) => value === void 0 ? [] : [element("span", {}, \`\${label}: \`, isolated(value))]);
	}
	function outputsOf({ texts, scores }, { systems }) {
		return systems.map((system, s) => ({
			system,
			text: texts?.[s] ?? null,
			score: scores?.[s] ?? null
		})).filter(({ text, score }) => text !== null || score !== null).sort((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity));
	}
	function outputElement({ system, text, score }, scale) {
		const bar = element("span", {
			className: "bar",
			ariaHidden: "true"
		});
		const filled = element("span");
		const { low, high } = scale;
		filled.style.width = \`\${score === null || high === low ? 0 : 100 * (score - low) / (high - low)}%\`;
		bar.append(filled);
		return element("li", {}, element("p", { className: "output-head" }, isolated(system), bar, scale.format(score)), ...text === null ? [] : [element("p", {
			className: "text",
			dir: "auto"
		}, text)]);
	}
	function itemRows(item, columns, detailOf) {
		const button = element("button", {
			type: "button",
			ariaExpanded: "false"
		}, isolated(item.id));
		const cells = columns.map(({ className, content }) => content === void 0 ? element("th", {
			scope: "row",
			className
		}, button) : element("td", { className }, content(item)));
		const detail = element("td", { colSpan: columns.length });
		const under = element("tr", {
			className: "detail",
			hidden: true
		}, detail);
		button.addEventListener("click", () => {
			if (!detail.hasChildNodes()) detail.append(detailOf(item));
			under.hidden = !under.hidden;
			button.ariaExpanded = String(!under.hidden);
		});
		return [element("tr", {}, ...cells), under];
	}
	function scoreScale({ items }) {
		const scores = items.flatMap((item) => item.scores ?? []);
		let [low, high] = [Infinity, -Infinity];
		for (const score of scores) {
			if (score === null) continue;
			low = Math.min(low, score);
			high = Math.max(high, score);
		}
		return {
			low,
			high,
			format: numberFormat(scores, 3)
		};
	}
	function searchTexts(items) {
		return items.map(({ id, source, document, domain, texts = [] }) => [
			id,
			source,
			document,
			domain,
			...texts
		].join("\\n").toLowerCase());
	}
	function sortByHeader(headers, sort, start) {
		if (start !== void 0) headers[start.column].ariaSort = start.direction;
		for (const [column, header] of headers.entries()) {
			const button = document.createElement("button");
			button.type = "button";
			button.append(...header.childNodes);
			header.append(button);
			button.addEventListener("click", () => {
				const first = header.classList.contains("right") ? "descending" : "ascending";
				const second = first === "ascending" ? "descending" : "ascending";
				const direction = header.ariaSort === first ? second : first;
				for (const other of headers) other.ariaSort = null;
				header.ariaSort = direction;
				sort(column, direction);
			});
		}
	}
	var collator = new Intl.Collator("en", { numeric: true });
	function compareKeys(a, b, direction) {
		if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
		const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
		return direction === "ascending" ? order : -order;
	}
	var STEP = 50;
	function setUpItemLists() {
		for (const place of document.querySelectorAll("[data-items]")) {
			const data = JSON.parse(document.getElementById(place.dataset.items).textContent);
			place.replaceChildren(...itemList(data));
		}
	}
	function itemList(data) {
		const columns = itemColumns(data);
		const scale = scoreScale(data);
		const rows = /* @__PURE__ */ new Map();
		const rowsOf = (index) => {
			const made = rows.get(index) ?? itemRows(data.items[index], columns, (item) => itemDetail(item, data, scale));
			rows.set(index, made);
			return made;
		};
		const headers = columns.map(({ title, className }) => element("th", {
			scope: "col",
			className
		}, title));
		const body = element("tbody");
		const search = element("input", {
			type: "search",
			autocomplete: "off",
			spellcheck: false
		});
		const status = element("p", {
			className: "status",
			role: "status"
		});
		const more = element("button", {
			type: "button",
			className: "more"
		});
		let order = data.items.map((_, index) => index);
		let shown = STEP;
		const find = finder(data);
		const show = (count) => {
			shown = count;
			const found = find(order, search.value);
			body.replaceChildren(...found.slice(0, shown).flatMap(rowsOf));
			status.textContent = statusText(found.length, Math.min(shown, found.length), data.items.length);
			more.hidden = found.length <= shown;
			more.textContent = \`Show \${Math.min(STEP, found.length - shown)} more\`;
		};
		const sort = (column, direction) => {
			const keys = data.items.map(columns[column].key);
			order = order.toSorted((a, b) => compareKeys(keys[a], keys[b], direction) || a - b);
			show(STEP);
		};
		sortByHeader(headers, sort, {
			column: 0,
			direction: "ascending"
		});
		search.addEventListener("input", () => show(STEP));
		more.addEventListener("click", () => {
			const first = shown;
			show(shown + STEP);
			body.querySelectorAll("button[aria-expanded]")[first]?.focus();
		});
		show(STEP);
		const table = element("table", { className: "items" }, element("caption", { className: "hidden" }, data.title), element("thead", {}, element("tr", {}, ...headers)), body);
		const tools = element("div", { className: "tools" }, element("label", {}, "Search ", search), status);
		return [
			...cutNote(data),
			tools,
			element("div", { className: "scroll" }, table),
			more
		];
	}
	function cutNote({ cut }) {
		if (cut === void 0) return [];
		return [element("p", { className: "note" }, \`To keep this file small, texts of more than \${cut} characters are cut.\`)];
	}
	function finder({ items }) {
		let texts;
		return (order, text) => {
			const query = text.trim().toLowerCase();
			if (query === "") return order;
			const all = texts ??= searchTexts(items);
			return order.filter((index) => all[index].includes(query));
		};
	}
	function statusText(found, shown, all) {
		const [foundText, shownText, allText] = [
			found,
			shown,
			all
		].map((count) => count.toLocaleString("en"));
		if (found === 0) return "No item has this text.";
		if (found === all) return shown < all ? \`\${shownText} of \${allText} items shown.\` : \`All \${allText} items shown.\`;
		return \`\${foundText} of \${allText} items have this text\${shown < found ? \`; \${shownText} shown\` : ""}.\`;
	}
	function focusableScrollers() {
		const update = () => {
			for (const box of document.querySelectorAll(".scroll")) if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
			else box.removeAttribute("tabindex");
		};
		addEventListener("resize", update);
		update();
	}
	var MOST_ROWS = 20;
	function sortableTables() {
		for (const table of document.querySelectorAll("table[data-sortable]")) {
			const body = table.tBodies[0];
			const rows = [...body.rows];
			const fold = foldRows(table, rows.length);
			sortByHeader([...table.tHead.rows[0].cells], (column, direction) => {
				const keyed = rows.map((row) => ({
					row,
					key: keyOf(row.cells[column])
				}));
				keyed.sort((a, b) => compareKeys(a.key, b.key, direction));
				body.append(...keyed.map(({ row }) => row));
				fold();
			});
		}
	}
	function foldRows(table, count) {
		if (count < 25) return () => {};
		let most = MOST_ROWS;
		const update = () => {
			for (const [index, row] of [...table.tBodies[0].rows].entries()) row.classList.toggle("beyond", index >= most);
		};
		const button = element("button", {
			type: "button",
			className: "more"
		}, \`Show all \${count} rows\`);
		button.addEventListener("click", () => {
			most = Infinity;
			update();
			button.remove();
		});
		table.parentElement.after(button);
		update();
		return update;
	}
	function keyOf(cell) {
		const { sort } = cell.dataset;
		if (sort === void 0) return cell.textContent === "" ? null : cell.textContent;
		return sort === "" ? null : Number(sort);
	}
	function setUpTheme() {
		const button = document.querySelector("#theme");
		if (button === null) return;
		const system = matchMedia("(prefers-color-scheme: dark)");
		const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
		const show = () => {
			button.textContent = isDark() ? "Light theme" : "Dark theme";
		};
		button.addEventListener("click", () => {
			document.documentElement.dataset.theme = isDark() ? "light" : "dark";
			show();
		});
		system.addEventListener("change", show);
		button.hidden = false;
		show();
	}
	setUpTheme();
	sortableTables();
	setUpItemLists();
	focusableScrollers();
})();
`;

/** What a content security policy calls them. */
export const STYLE_HASH = 'sha256-s2oZutnyzCXQsT++T/HPuh+vqxG3BL9a7uxnvfIURvY=';
export const SCRIPT_HASH = 'sha256-LTzHvNTj8D2uKyQQJh6GyyZe11IoSdnhkjFxa5Di0Uk=';
