import { base64 } from '../../http/base64.ts';
import { sha256Bytes } from '../../http/digest.ts';

/** The arrows from one lane to another. Each lane has two of eight columns. */
const LANE_PAIRS = [0, 1, 2, 3]
  .flatMap((lane) => [
    `.from-${lane}{grid-column-start:${lane * 2 + 2}}`,
    `.to-${lane}{grid-column-end:${lane * 2 + 2}}`,
  ])
  .join('');
const LANE_COUNTS = [1, 2, 3, 4]
  .map(
    (count) =>
      `.lanes-${count}{--lanes:${count};grid-template-columns:repeat(${count * 2},minmax(0,1fr))}`,
  )
  .join('');
/** A line in the middle of each lane. */
const LANE_LINES =
  'linear-gradient(90deg,transparent calc(50% - .5px),var(--line) 0 calc(50% + .5px),transparent 0) 0/calc(100%/var(--lanes)) 100%';

/** The only style of a report. It has the tones of the panel and loads nothing. */
export const STYLE = `:root{color-scheme:light dark;--bg:light-dark(#fff,#1f1f1f);--raised:light-dark(#f3f6fc,#2b2c2f);--line:light-dark(#c4d2ea,#5e5e5e);--faint:light-dark(#e6ebf3,#3f4043);--text:light-dark(#1f1f1f,#e3e3e3);--quiet:light-dark(#54595f,#b4b9bf);--accent:light-dark(#0b57d0,#a8c7fa);--error:light-dark(#b3261e,#f2b8b5);--error-bg:light-dark(#fcf0ef,#4e3534);--warning:light-dark(#8a5300,#fdd663);--warning-bg:light-dark(#fff7e0,#413c26);--info:light-dark(#0b57d0,#a8c7fa);--info-bg:light-dark(#eef4fe,#263041);--ok:light-dark(#146c2e,#7fcf94);--columns:2em minmax(0,1fr) 11em 5em}
*{box-sizing:border-box}
body{max-width:72rem;margin:0 auto;padding:0 1rem 2rem;background:var(--bg);color:var(--text);font:14px/1.5 system-ui,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.1rem}h2{margin:0 0 .25rem;font-size:1.15rem}h3{margin:1rem 0 .25rem;font-size:1rem}
p{margin:.25rem 0}a{color:var(--accent)}
code{font:.86em ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
article,section{margin-top:2rem}
dl{display:grid;gap:.15rem;margin:.35rem 0}dl>div{display:grid;grid-template-columns:8em minmax(0,1fr);gap:.5rem}dt{color:var(--quiet)}dd{margin:0}
ul,ol{margin:0;padding:0;list-style:none}.plain{padding-left:1.2em;list-style:disc}
summary{color:var(--quiet);cursor:pointer}
.quiet,.time{color:var(--quiet)}.ok,.good .mark{color:var(--ok)}.bad,.error .mark,.verdict.bad .mark{color:var(--error)}.verdict.bad{color:inherit}.warning .mark{color:var(--warning)}.info .mark{color:var(--info)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.verdict{padding:.75rem 1rem;border-left:4px solid var(--line);background:var(--raised)}.verdict.bad{border-color:var(--error);background:var(--error-bg)}.verdict.good{border-color:var(--ok)}.bad .quiet,.bad dt{color:var(--text)}
.lane-heads,.row{display:grid;grid-template-columns:var(--columns);gap:0 .5rem;align-items:center}
.lane-heads{padding:.25rem 0;border-bottom:1px solid var(--line);color:var(--quiet);font-size:.86em}
.lanes{display:grid}.lane-heads .lanes>span{grid-column:span 2;text-align:center}
.step,.part,.again{padding:.15rem 0 .4rem;border-bottom:1px solid var(--faint)}.part,.again{padding-left:2.5em}
.row .lanes{align-self:stretch;min-height:2.4em;background:${LANE_LINES}}
.number,.time{text-align:right}.row .where{grid-column:2/-1}.words{display:none}
.arrow{position:relative;align-self:end;height:1px;margin-bottom:.6em;background:var(--quiet)}.arrow.bad{background:var(--error)}.arrow.broken{background:repeating-linear-gradient(90deg,var(--quiet) 0 4px,transparent 4px 8px)}
.label{position:absolute;bottom:2px;left:50%;padding:0 .3em;background:var(--bg);color:var(--text);transform:translateX(-50%);white-space:nowrap}
.arrow::after{position:absolute;top:-4px;border:4.5px solid transparent;content:""}.right::after{right:-1px;border-right-width:0;border-left:8px solid var(--quiet)}.left::after{left:-1px;border-left-width:0;border-right:8px solid var(--quiet)}.bad.right::after{border-left-color:var(--error)}.bad.left::after{border-right-color:var(--error)}
${LANE_COUNTS}${LANE_PAIRS}
.chip{display:inline-block;padding:0 .4em;border:1px solid var(--line);border-radius:.7em;color:var(--quiet);font-size:.86em}
.value{border-radius:3px;background:var(--info-bg)}
.step>details,.step>.below,.step>.findings{margin-left:2.5em}.step>details{font-size:.93em}
.finding{margin:.35rem 0;padding:.25rem .6rem;border-left:3px solid}.finding.error{border-color:var(--error);background:var(--error-bg)}.finding.warning{border-color:var(--warning);background:var(--warning-bg)}.finding.info{border-color:var(--info);background:var(--info-bg)}.finding .quiet,.finding dt{color:var(--text)}.finding .findings .finding{margin:0;background:none;border-left:1px solid var(--line)}
.wide{overflow-x:auto}table{width:100%;margin:.25rem 0;border-collapse:collapse}th,td{padding:.2rem .5rem;border-bottom:1px solid var(--faint);text-align:left;vertical-align:top}th{font-weight:400}thead th{color:var(--quiet);overflow-wrap:normal}tbody th{min-width:9em}
@media (width<700px){:root{--columns:1.6em minmax(0,1fr) auto}h2{font-size:1rem}.lane-heads,.row .lanes{display:none}.words{display:inline}.row .answer{grid-column:2}.row .time{grid-area:1/3}dl>div{grid-template-columns:1fr;gap:0}dt{margin-top:.25rem;font-weight:600}.step>details,.step>.below,.step>.findings,.part,.again{margin-left:0;padding-left:0}th,td{padding:.15rem .3rem}tbody th{min-width:6em}}
@media print{:root{color-scheme:light}@page{size:A4;margin:14mm 12mm}body{max-width:none;padding:0;font-size:9.5pt}*{print-color-adjust:exact}.row,tr,.finding>p,.finding>dl,.verdict,.lane-heads,dl>div{break-inside:avoid}h1,h2,h3,summary,.lane-heads{break-after:avoid}thead{display:table-header-group}details::details-content{content-visibility:visible;display:block;height:auto}.on-screen{display:none}.wide{overflow:visible}}
@media (forced-colors:active){.arrow{background:CanvasText;forced-color-adjust:none}}`;

/** The policy of a report: its own style, and nothing else. */
export function contentSecurityPolicy(): string {
  const hash = base64(sha256Bytes(STYLE));
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
}
