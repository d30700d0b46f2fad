import uPlot from "../vendor/uplot.js";
import { onTheme } from "./shell.js";

const KEPT = 600;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Lines over time, the newest ten minutes: `lines` are { label, stroke (a colour's name) }, `format` writes a value. */
export class Series {
  constructor(root, lines, format) {
    this.root = root;
    this.lines = lines;
    this.format = format;
    this.data = [[], ...lines.map(() => [])];
    new ResizeObserver(() => this.plot?.setSize(this.size())).observe(root);
    onTheme(() => this.build());
    this.build();
  }

  size() {
    return { width: Math.max(200, this.root.clientWidth), height: Math.max(110, this.root.clientHeight) };
  }

  build() {
    this.plot?.destroy();
    const axis = { stroke: colour("--muted"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, font: `11px ${colour("--sans")}` };
    this.plot = new uPlot(
      {
        ...this.size(),
        padding: [8, 10, 0, 0],
        cursor: { y: false, points: { size: 5 } },
        legend: { show: false },
        scales: { y: { range: (plot, low, high) => [0, Math.max(high * 1.15 || 0, 4)] } },
        series: [{}, ...this.lines.map(({ label, stroke }) => ({ label, stroke: colour(stroke), width: 1.5, points: { show: false } }))],
        axes: [
          { ...axis, size: 24, space: 70, values: "{HH}:{mm}:{ss}" },
          { ...axis, size: 58, space: 26, values: (plot, values) => values.map((value) => this.format(value)) },
        ],
      },
      this.data,
      this.root,
    );
  }

  add(seconds, values) {
    this.data[0].push(seconds);
    values.forEach((value, i) => this.data[i + 1].push(value));
    if (this.data[0].length > KEPT) {
      this.data.forEach((each) => each.shift());
    }
    this.plot.setData(this.data);
  }
}
