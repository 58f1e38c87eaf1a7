// node draw.mjs PROMETHEUS_URL OUT.png [NAMESPACE] [MINUTES]: the panels of the dashboard as Prometheus would fill them. Not Grafana: Apache
// ECharts draws what stands in ../waymark/files/dashboard.json, with its titles, places, units, legends and thresholds.
import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import * as echarts from 'echarts';

const [prometheus, out, namespace = 'waymark', minutes = '10'] = process.argv.slice(2);
if (!out) {
  console.error('usage: node draw.mjs PROMETHEUS_URL OUT.png [NAMESPACE] [MINUTES]');
  process.exit(2);
}
const dashboard = JSON.parse(readFileSync(new URL('../waymark/files/dashboard.json', import.meta.url)));
const column = 50, row = 30, gap = 8;
const end = Math.floor(Date.now() / 1000), start = end - Number(minutes) * 60;
const palette = ['#73bf69', '#5794f2', '#f2cc0c', '#ff9830', '#b877d9', '#f2495c', '#8ab8ff', '#96d98d', '#ffcb7d'];
const named = { green: '#37872d', orange: '#c4620a', red: '#c4162a', blue: '#1f60c4' };

const round = (value) => String(Number(value.toPrecision(3)));
function scaled(value, names, step) {
  let at = 0;
  while (Math.abs(value) >= step && at < names.length - 1) { value /= step; at += 1; }
  return round(value) + names[at];
}
const seconds = (value) => value === 0 ? '0 s' : value < 0.001 ? `${round(value * 1e6)} µs` : value < 1 ? `${round(value * 1000)} ms`
  : value < 120 ? `${round(value)} s` : `${round(value / 60)} min`;
const units = {
  s: seconds,
  short: (value) => scaled(value, ['', ' K', ' Mil'], 1000),
  reqps: (value) => `${scaled(value, ['', ' K'], 1000)} req/s`,
  percentunit: (value) => `${round(value * 100)} %`,
  bytes: (value) => scaled(value, [' B', ' KiB', ' MiB', ' GiB'], 1024),
};

async function lines(panel) {
  const found = [];
  for (const target of panel.targets) {
    const query = target.expr.replaceAll('$namespace', namespace).replaceAll('$__rate_interval', '1m');
    const answer = await fetch(`${prometheus}/api/v1/query_range`, {
      method: 'POST',
      body: new URLSearchParams({ query, start, end, step: '5' }),
    });
    if (!answer.ok) throw new Error(`${panel.title}: ${await answer.text()}`);
    for (const { metric, values } of (await answer.json()).data.result) {
      const name = target.legendFormat.replace(/{{(\w+)}}/g, (_, label) => metric[label] ?? '');
      const points = values.filter(([, value]) => value !== 'NaN').map(([at, value]) => [at * 1000, Number(value)]);
      if (points.length) found.push({ name, points });
    }
  }
  return found.sort((one, other) => one.name.localeCompare(other.name));
}

function stat(panel, series) {
  const unit = units[panel.fieldConfig.defaults.unit];
  const value = series[0]?.points.at(-1)[1];
  const steps = panel.fieldConfig.defaults.thresholds?.steps ?? [{ color: 'green', value: null }];
  const color = value === undefined ? '#3a3f47' : named[steps.filter((step) => step.value === null || value >= step.value).at(-1).color];
  return {
    backgroundColor: color,
    graphic: [{
      type: 'text', left: 'center', top: 'middle',
      style: { text: value === undefined ? 'No data' : unit(value), fontSize: 34, fontWeight: 'bold', fill: '#fff' },
    }],
    title: { text: panel.title, left: 10, top: 8, textStyle: { color: '#fff', fontSize: 13 } },
  };
}

/** The next number that divides by four well. */
function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value || 1));
  return [1, 1.2, 1.6, 2, 2.4, 3, 4, 6, 8, 10].find((factor) => factor * power >= value) * power;
}

function timeseries(panel, series, width) {
  const whole = panel.fieldConfig.defaults.unit === 'bytes' ? 2 ** 20 : 1;
  // Grafana's soft maximum: the least that the axis shows.
  const most = Math.max(panel.fieldConfig.defaults.custom?.axisSoftMax ?? 0, ...series.flatMap(({ points }) => points.map(([, value]) => value)));
  const top = nice((most || 1) / whole) * whole;
  const wrapped = series.reduce((sum, { name }) => sum + name.length * 5.6 + 32, 0) > width - 20;
  const unit = units[panel.fieldConfig.defaults.unit];
  return {
    backgroundColor: '#181b1f',
    color: palette,
    title: { text: panel.title, subtext: panel.description, left: 10, top: 6, itemGap: 2,
      textStyle: { color: '#d8d9da', fontSize: 13 }, subtextStyle: { color: '#8e8e8e', fontSize: 11 } },
    legend: { bottom: 6, left: 8, right: 8, icon: 'roundRect', itemWidth: 14, itemHeight: 4, itemGap: 12,
      textStyle: { color: '#c7d0d9', fontSize: 11 } },
    grid: { left: 78, right: 16, top: 52, bottom: wrapped ? 66 : 48 },
    xAxis: { type: 'time', min: start * 1000, max: end * 1000, axisLabel: { color: '#8e8e8e', hideOverlap: true, formatter: '{HH}:{mm}' },
      minInterval: 60_000, splitNumber: 6, axisLine: { lineStyle: { color: '#3a3f47' } } },
    yAxis: { type: 'value', min: panel.fieldConfig.defaults.min, max: top, interval: top / 4,
      axisLabel: { color: '#8e8e8e', formatter: unit }, splitLine: { lineStyle: { color: '#2c3235' } } },
    graphic: series.length ? [] : [{ type: 'text', left: 'center', top: 'middle', style: { text: 'No data', fontSize: 16, fill: '#8e8e8e' } }],
    series: series.map(({ name, points }) => ({ name, type: 'line', data: points, showSymbol: false, lineStyle: { width: 1.5 } })),
  };
}

function draw(panel, series) {
  const { x, y, w, h } = panel.gridPos;
  const width = w * column - gap, height = h * row - gap;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, textStyle: { fontFamily: 'Liberation Sans' }, ...(panel.type === 'stat' ? stat : timeseries)(panel, series, width) });
  const svg = chart.renderToSVGString().replace('<svg ', `<svg x="${x * column + gap / 2}" y="${y * row + gap / 2}" `);
  chart.dispose();
  return svg;
}

const panels = [];
for (const panel of dashboard.panels) panels.push(draw(panel, await lines(panel)));
const width = 24 * column, height = Math.max(...dashboard.panels.map(({ gridPos }) => gridPos.y + gridPos.h)) * row;
const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#111217"/>${panels.join('')}</svg>`;
writeFileSync(out, new Resvg(page, { font: { loadSystemFonts: true, defaultFontFamily: 'Liberation Sans' } }).render().asPng());
