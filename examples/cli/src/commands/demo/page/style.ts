/** The page's look: ink on paper, one red of the seal, one green of the receipt. */
export const STYLE = `
:root { --ink:#1d2430; --soft:#5b6473; --line:#d9dce2; --paper:#fff; --desk:#eef0f3; --seal:#b3261e; --good:#1b6e43; --blue:#1f4e8c; }
* { box-sizing: border-box; }
body { margin:0; background:var(--desk); color:var(--ink); font:16px/1.65 "Noto Sans TC","Microsoft JhengHei","PingFang TC",sans-serif; }
header { background:#16233a; color:#fff; padding:2.2rem 1rem 3.6rem; }
header h1 { margin:0 0 .3rem; font-size:1.9rem; letter-spacing:.06em; }
header p { margin:0; color:#c8d1e0; }
.wrap { max-width:1080px; margin:0 auto; padding:0 1rem; }
ol.stages { list-style:none; margin:-2.2rem 0 1.5rem; padding:0; display:grid; grid-template-columns:repeat(auto-fit,minmax(220px,1fr)); gap:.8rem; }
ol.stages > li { background:var(--paper); border-radius:10px; padding:1rem 1.1rem; box-shadow:0 2px 10px #0002; border-top:4px solid var(--good); }
ol.stages h2 { font-size:1.02rem; margin:0 0 .4rem; display:flex; justify-content:space-between; gap:.5rem; }
ol.stages h2 span { color:var(--good); font-weight:600; white-space:nowrap; font-variant-numeric:tabular-nums; }
ol.stages ul { list-style:none; margin:0; padding:0; font-size:.86rem; color:var(--soft); }
ol.stages ul li { display:flex; justify-content:space-between; gap:.6rem; }
ol.stages ul li::before { content:"✔"; color:var(--good); }
ol.stages ul li span:first-of-type { flex:1; }
section { background:var(--paper); border-radius:10px; box-shadow:0 2px 10px #0001; padding:1.4rem 1.5rem; margin:0 0 1.2rem; }
section > h2 { margin:0 0 .8rem; font-size:1.25rem; border-left:5px solid var(--seal); padding-left:.7rem; line-height:1.3; }
.papers { display:grid; grid-template-columns:repeat(auto-fill,minmax(220px,1fr)); gap:1.4rem; align-items:start; }
.letter { display:flex; gap:1.6rem; flex-wrap:wrap; align-items:flex-start; }
figure.paper { margin:0; }
figure.paper.large { flex:1 1 420px; max-width:560px; }
figure.paper .sheet { border:1px solid var(--line); box-shadow:0 4px 14px #0002; background:#fff; display:block; width:100%; }
figure.paper a { display:block; }
figcaption { margin:.6rem 0 .2rem; font-weight:600; }
.files { display:flex; flex-wrap:wrap; gap:.4rem; margin:.3rem 0 0; padding:0; list-style:none; }
.files a { display:inline-block; border:1px solid var(--line); border-radius:999px; padding:.1rem .7rem; font-size:.82rem; color:var(--blue); text-decoration:none; }
.files a:hover, .files a:focus { background:#e8eef7; }
.card { width:330px; max-width:100%; aspect-ratio:1.586; border-radius:14px; color:#fff; padding:1.1rem 1.2rem; background:linear-gradient(135deg,#27476f,#152a47 60%,#3b5c85); position:relative; box-shadow:0 6px 18px #0004; display:flex; flex-direction:column; justify-content:space-between; }
.card b { font-size:1.05rem; letter-spacing:.08em; } .card .chip { width:44px; height:34px; border-radius:6px; background:linear-gradient(135deg,#e9cf8d,#b8923d); }
.card small { display:block; color:#cfdaea; } .card code { font-size:1.1rem; letter-spacing:.12em; }
.card .mark { position:absolute; right:1.1rem; top:1.1rem; border:1px solid #fff9; border-radius:6px; padding:0 .5rem; font-size:.8rem; }
.answers { list-style:none; padding:0; margin:0 0 1rem; display:grid; gap:.4rem; }
.answers li { display:flex; gap:.6rem; align-items:baseline; } .answers b { color:var(--good); } .answers b.no { color:var(--seal); }
table { border-collapse:collapse; width:100%; font-size:.9rem; } th,td { text-align:left; padding:.45rem .6rem; border-bottom:1px solid var(--line); vertical-align:top; }
th { color:var(--soft); font-weight:600; } td.num { font-variant-numeric:tabular-nums; white-space:nowrap; } code { font-family:ui-monospace,Consolas,monospace; font-size:.85em; overflow-wrap:anywhere; }
.state { display:inline-block; border-radius:999px; padding:.05rem .7rem; background:#e4f3ea; color:var(--good); font-weight:600; white-space:nowrap; }
.track { display:flex; flex-wrap:wrap; gap:.2rem .5rem; padding:0; margin:.2rem 0 0; list-style:none; font-size:.84rem; color:var(--soft); }
.track li:not(:last-child)::after { content:" →"; color:var(--line); }
pre { background:#f6f7f9; border:1px solid var(--line); border-radius:8px; padding:.7rem .9rem; font-size:.78rem; line-height:1.5; max-height:560px; overflow:auto; white-space:pre-wrap; overflow-wrap:anywhere; }
summary { cursor:pointer; color:var(--soft); }
td.name { min-width:9rem; }
.scroll { overflow-x:auto; }
.note { font-size:.88rem; color:var(--soft); }
footer { padding:1rem 0 3rem; color:var(--soft); font-size:.88rem; }
@media print { body { background:#fff; } section, ol.stages > li { box-shadow:none; border:1px solid var(--line); } }
`;
