/**
 * How the page looks: one sheet for screens of any width, light and dark, and for paper. Colour never stands alone:
 * sure repairs have a line, likely ones two, doubtful ones a wave, suggestions dashes, replaced words are struck.
 * Class names are short where thousands of elements carry them.
 */
export const sheet = `
:root{color-scheme:light dark;--paper:#faf9f6;--card:#fff;--ink:#1d2329;--faint:#5b646e;--line:#e0e0dc;--soft:#f1f0ec;
--link:#12577f;--sure:#0f6e45;--likely:#8a5a00;--likely-bg:#fbf1d9;--weak:#a8390c;--weak-bg:#fde9df;--hint:#5d3fa6;
--gone:#9b3640;--bad:#a8201a;--bad-bg:#fdeeec;--warn:#8a5a00;--warn-bg:#fcf4e1;--good:#0f6e45;--good-bg:#e9f4ee;
--bar:#3f7f9f;--rail:#e6e6e1;--spin:#c26a3a;--shade:0 6px 24px #0003}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14171a;--card:#1c2024;--ink:#e3e6e8;--faint:#9da7b0;
--line:#31373d;--soft:#22272c;--link:#86c1e6;--sure:#6fcf9d;--likely:#e9bd5f;--likely-bg:#3a2f14;--weak:#ff9d73;
--weak-bg:#43251a;--hint:#bda6f5;--gone:#e58a92;--bad:#ff8f86;--bad-bg:#3b1f1e;--warn:#e9bd5f;--warn-bg:#352c17;
--good:#6fcf9d;--good-bg:#17302a;--bar:#5ea3c4;--rail:#2d3338;--spin:#d98a5c;--shade:0 6px 24px #000a}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:4.5rem;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC",
"Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;
overflow-wrap:anywhere}
main,.foot{max-width:76rem;margin:0 auto;padding:0 clamp(1rem,3vw,2.5rem)}
.foot{padding-block:2rem;color:var(--faint);font-size:.85rem}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
:target{scroll-margin-top:5rem}
h1{font-size:clamp(1.35rem,1rem + 1.6vw,1.9rem);line-height:1.3;margin:0;font-weight:650;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.3;margin:0 0 .75rem;font-weight:650}
h3{font-size:1rem;margin:1rem 0 .5rem}
p{margin:0}
section{padding:2rem 0 0}
small{font-size:.82em;color:var(--faint)}
.faint{color:var(--faint);font-size:.9rem}
ul{margin:0;padding:0;list-style:none}dl,dd{margin:0}
button,input{font:inherit;color:inherit}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.head{padding-top:2rem}
.origin{color:var(--faint);font-size:.9rem;margin-top:.4rem}.origin b{font-weight:500;color:var(--ink)}
.verdict{margin-top:.75rem;font-weight:600}
.verdict:before{content:"";display:inline-block;width:.65em;height:.65em;border-radius:50%;margin-right:.5em;background:var(--good)}
.verdict.spun:before,.verdict.partly-spun:before{background:var(--spin)}.verdict.beyond-repair:before{background:var(--bad)}
.tiles{display:flex;flex-wrap:wrap;gap:0;margin:1rem 0 0;border:1px solid var(--line);border-radius:10px;background:var(--card);overflow:hidden}
.tile{flex:1 1 7.5rem;display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:.7rem 1rem;border-left:1px solid var(--line);margin-left:-1px}
.tile dd{font-size:1.5rem;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums}
.tile dt{color:var(--faint);font-size:.85rem}
.tile.bad dd,td.bad{color:var(--bad);font-weight:650}
.strip{margin:1rem 0 0}.strip figcaption{color:var(--faint);font-size:.85rem;margin-bottom:.25rem}
.strip svg{display:block;width:100%;height:1.5rem;border-bottom:1px solid var(--faint);background:var(--soft);border-radius:4px 4px 0 0}
.strip rect{fill:var(--spin)}
nav.parts{position:sticky;top:0;z-index:3;display:flex;gap:.25rem 1.25rem;overflow-x:auto;margin:1.5rem 0 0;padding:.6rem 0;
background:var(--paper);border-bottom:1px solid var(--line);scrollbar-width:none}
nav.parts a{white-space:nowrap;text-decoration:none;padding:.15rem 0}nav.parts a:hover{text-decoration:underline}
.cards{display:grid;gap:1rem}
.card{border:1px solid var(--line);border-left:4px solid var(--faint);border-radius:8px;background:var(--card);padding:1rem 1.25rem;break-inside:avoid}
.card.error{border-left-color:var(--bad)}.card.warning{border-left-color:var(--warn)}.card.solved{border-left-color:var(--good)}
.card header{font-size:.9rem;color:var(--faint)}.card>*+*{margin-top:.6rem}
.badge{display:inline-block;border-radius:4px;padding:0 .5em;font-size:.8rem;line-height:1.6;font-weight:600;background:var(--soft);color:var(--ink);text-decoration:none}
.error>header .badge,.badge.error,a.badge{background:var(--bad-bg);color:var(--bad)}
.warning>header .badge,.badge.warning{background:var(--warn-bg);color:var(--warn)}
.solved>header .badge{background:var(--good-bg);color:var(--good)}
.expression{font-size:1.2rem;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.5}
.amounts{display:flex;flex-wrap:wrap;gap:.5rem 2rem}.amounts dt{color:var(--faint);font-size:.85rem}
.amounts dd{font-variant-numeric:tabular-nums;font-weight:600}
blockquote{margin:.75rem 0 0;padding-left:1rem;border-left:2px solid var(--line);color:var(--faint);line-height:1.8}
blockquote mark{background:none;color:var(--ink);font-weight:600;text-decoration:underline;text-underline-offset:.25em;text-decoration-thickness:1px}
.lead{color:var(--faint);font-size:.85rem}
.chips{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.35rem}
.chips a{display:block;border:1px solid var(--line);border-radius:6px;padding:.2rem .6rem;text-decoration:none;color:var(--ink);font-size:.9rem}
.chips a:hover{border-color:var(--link)}.chips b{color:var(--link);font-weight:600}
.good{color:var(--good);font-weight:500}.good+.cards:not(:empty){margin-top:.75rem}
.fold{margin-top:1rem;border-top:1px solid var(--line)}.fold+.fold{margin-top:0}
.fold:last-child{border-bottom:1px solid var(--line)}
summary{cursor:pointer;padding:.55rem 0;color:var(--link)}summary:hover{text-decoration:underline}
.fold[open]{padding-bottom:1rem}
.w{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem;overflow-wrap:break-word}
.pairs td:nth-child(3),.pairs td:nth-child(4){text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
th,td{padding:.35rem .75rem .35rem 0;vertical-align:top;border-bottom:1px solid var(--line);text-align:left}
th{color:var(--faint);font-weight:500;font-size:.85rem;white-space:nowrap}
th button{background:none;border:0;padding:0;cursor:pointer;text-align:inherit}
th button:after{content:"↕";opacity:.35;margin-left:.3em}
th[aria-sort] button{color:var(--ink);font-weight:600}
th[aria-sort] button:after{content:"↑";opacity:1}th[aria-sort=descending] button:after{content:"↓"}
th.n{text-align:right}tbody tr:hover{background:var(--soft)}tr:target{background:var(--likely-bg)}.card:target{border-color:var(--link)}
.formula{font-variant-numeric:tabular-nums}
.faint+.trees,.faint+.plots{margin-top:.6rem}.faint+.filter{margin-top:.6rem}.filter{display:none;align-items:baseline;gap:.5rem;flex-wrap:wrap;margin-bottom:.75rem;color:var(--faint);font-size:.9rem}.js .filter{display:flex}
.filter input{border:1px solid var(--line);background:var(--card);border-radius:6px;padding:.3rem .6rem;min-width:12rem}
.facts td:nth-child(4),.facts td:nth-child(3),.facts td:nth-child(7){white-space:nowrap}.facts td:nth-child(6){color:var(--faint);font-size:.85rem}
td i{font-style:normal;color:var(--faint)}
.views{display:flex;flex-wrap:wrap;gap:.25rem 1rem;border:0;padding:0;margin:0;align-items:baseline}
.views legend{float:left;margin:0 1rem 0 0;padding:0;line-height:1.6;color:var(--faint);font-size:.9rem}
.views label{display:inline-flex;gap:.3em;align-items:center;cursor:pointer}
.legend ul{display:flex;flex-wrap:wrap;gap:.35rem 1.5rem;font-size:.9rem;padding-bottom:.5rem}
.hint{display:none}.js .hint{display:block}
.pair{margin-top:.75rem;border:1px solid var(--line);border-radius:10px;background:var(--card);padding:0 1.25rem 1rem}
.heads,.b{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem}
.heads{color:var(--faint);font-size:.85rem;border-bottom:1px solid var(--line);padding:.6rem 0;margin-bottom:.75rem}
.b{line-height:1.95;content-visibility:auto;contain-intrinsic-size:auto 8rem;padding:.2rem 0;scroll-margin-top:4rem}
.b p{white-space:pre-line}.b:not(.t,.h,.g,.x,.c)>p{text-align:justify}
.s{color:var(--faint)}
.t{font-size:1.3rem;line-height:1.5;font-weight:650}.h{font-size:1.12rem;font-weight:650;padding-top:.6rem}
.h2{font-size:1.02rem}.h3,.h4{font-size:1rem;font-weight:600}.i p{padding-left:1em}.c,.n:is(.b){font-size:.9rem}
.b.n{text-align:left;white-space:normal}
.g{font-size:.85rem;font-style:normal}.g p{color:var(--faint)}
.b.x>p{white-space:pre-wrap;font-family:ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;font-size:.88rem;overflow-x:auto}
.b table{font-size:.9rem;line-height:1.6}.b td{border:1px solid var(--line);padding:.25rem .5rem}.b tr:hover{background:none}
.pg{text-align:center;color:var(--faint);font-size:.8rem;border-bottom:1px dashed var(--line);margin:.75rem 0}
ins,u,del{text-underline-offset:.28em;text-decoration-skip-ink:none;border-radius:2px}
.text ins,.text u,.text del,.text mark{cursor:pointer}
ins{color:var(--sure);text-decoration:underline 1px}
ins.m{color:var(--likely);text-decoration:underline double 1.5px;background:var(--likely-bg)}
ins.w{color:var(--weak);text-decoration:underline wavy 1.2px;background:var(--weak-bg)}
u{color:var(--hint);text-decoration:underline dashed 1.5px}
del{color:var(--gone);text-decoration:line-through 1px color-mix(in srgb,currentColor 55%,transparent)}
.l{color:inherit;text-decoration:none;border-bottom:1px dotted var(--faint)}.s .l:before{content:"⏎";color:var(--faint);font-size:.7em}
.on{background:var(--likely-bg);box-shadow:0 0 0 2px var(--likely-bg),0 0 0 3px currentColor}
.f{color:inherit;text-decoration:underline dotted 1px var(--link);text-underline-offset:.28em}
.f.e{background:var(--bad-bg);text-decoration:underline solid 2px var(--bad)}
.f:target{background:var(--likely-bg);box-shadow:0 0 0 2px var(--likely-bg),0 0 0 4px var(--link)}
.text mark{color:inherit;background:repeating-linear-gradient(-45deg,var(--soft) 0 4px,var(--line) 4px 6px);border-radius:2px}
mark.g:before{content:"‸";color:var(--bad);font-weight:700;padding:0 .1em}.text mark.g{background:none;opacity:1;font-size:1em}
.text:has([value=source]:checked) .r,.text:has([value=repaired]:checked) .s{display:none}
.text:has([value=source]:checked) .b,.text:has([value=repaired]:checked) .b{grid-template-columns:1fr}
.text:has([value=source]:checked) .heads,.text:has([value=repaired]:checked) .heads{display:none}
.text:has([value=source]:checked) .s{display:block;color:inherit}
.tree ul{padding-left:1.1rem;margin-left:.3rem;border-left:1px solid var(--line)}
.trees{display:grid;gap:1rem 1.25rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,28rem),1fr));align-items:start}.trees>ul{break-inside:avoid;border:1px solid var(--line);border-radius:8px;background:var(--card);padding:.75rem 1.25rem}
.leaf{display:grid;grid-template-columns:minmax(0,1fr) minmax(3rem,11rem) minmax(5.5rem,auto);gap:0 1rem;align-items:center;padding:.15rem 0}
.leaf b{text-align:right;font-weight:600;font-variant-numeric:tabular-nums}
.leaf a{color:inherit;text-decoration-color:var(--line)}
.bar{display:block;width:100%;height:.5rem}.bar rect{fill:var(--bar)}.bar .rail{fill:var(--rail)}
.state{font-size:.8rem;border-radius:4px;padding:0 .4em;background:var(--soft);color:var(--faint);white-space:nowrap}
.state.mismatch{background:var(--bad-bg);color:var(--bad);font-weight:600}.state.holds,.state.solved{background:var(--good-bg);color:var(--good)}
.plots .leaf{grid-template-columns:minmax(0,1fr) minmax(4rem,12rem) minmax(9rem,14rem);border-bottom:1px solid var(--line);padding:.4rem 0}
.plot{display:block;width:100%;height:1.1rem}.before{fill:var(--faint);opacity:.55}.axis{fill:var(--faint)}
.plot .increase,.plot .level{fill:var(--bar)}.plot .decrease{fill:var(--spin)}
.course{color:var(--faint);font-size:.9rem;font-variant-numeric:tabular-nums}
.plots b small{font-weight:400;display:block}
.plain li{padding:.2rem 0}
details.doc{border-top:1px solid var(--line);scroll-margin-top:1rem}
details.doc>summary{padding:.8rem 0;font-size:1.05rem}details.doc[open]{padding-bottom:3rem}
.overview small{display:block}.overview .bar{width:4rem;float:left;margin-top:.5em}
#panel{position:absolute;z-index:8;width:22rem;max-width:calc(100vw - 2rem);background:var(--card);border:1px solid var(--line);
border-radius:10px;box-shadow:var(--shade);padding:.8rem 1rem;font-size:.92rem;line-height:1.5}
#panel[hidden]{display:none}
#panel button{position:absolute;right:.4rem;top:.4rem;width:2rem;height:2rem;border:0;border-radius:6px;background:none;cursor:pointer;font-size:1.1rem;color:var(--faint)}
#panel button:hover{background:var(--soft)}
.swap{font-size:1.15rem;font-weight:600;padding-right:2rem}.swap del{font-weight:400}
#panel dl{margin-top:.4rem}#panel dt{color:var(--faint);font-size:.82rem;margin-top:.35rem}
meter{width:6rem;vertical-align:middle}
@media screen and (max-width:699px){
html{scroll-padding-top:3.5rem}
.heads{display:none}.b{display:block;padding:.35rem 0}.pair{padding:.5rem .9rem}
.s{font-size:.92em;border-left:3px solid var(--line);padding-left:.6rem}.r{border-left:3px solid var(--sure);padding-left:.6rem;margin-top:.3rem}
.k .s{display:none}.k .r{border-left-color:transparent}.g .r{border:0}
.text:has([value=source]:checked) .k .s{display:block}
.b.w p,.b:not(.t,.h,.g,.x,.c)>p{text-align:left}
#panel{position:fixed;left:0;right:0;bottom:0;width:auto;max-width:none;max-height:55vh;overflow:auto;border-radius:14px 14px 0 0;padding-bottom:max(1rem,env(safe-area-inset-bottom))}
#panel button{width:2.75rem;height:2.75rem}
.tile{flex:1 1 33%;padding:.5rem .75rem;border-bottom:1px solid var(--line);margin-bottom:-1px}.tile dd{font-size:1.25rem}
.facts thead tr,.overview thead tr{display:flex;flex-wrap:wrap;gap:.2rem 1rem}
.facts th,.overview th{border:0;padding:.25rem 0}
.facts tbody tr{display:flex;flex-wrap:wrap;gap:0 .6rem;border-bottom:1px solid var(--line);padding:.5rem 0;align-items:baseline}
.facts tbody tr[hidden]{display:none}
.facts td{border:0;padding:0;font-size:.85rem;color:var(--faint)}.facts td:empty{display:none}
.facts td:nth-child(1){flex:1 0 55%;font-size:.95rem;color:var(--ink)}.facts td:nth-child(2){font-size:1rem;font-weight:600;color:var(--ink)}
.facts td:nth-child(3){color:var(--ink);margin-right:auto}.facts td:nth-child(7){margin-left:auto}
.facts td:nth-child(1),.facts td:nth-child(2),.facts td:nth-child(3){max-width:100%}
.overview tbody tr{display:flex;flex-wrap:wrap;gap:.1rem .9rem;border-bottom:1px solid var(--line);padding:.6rem 0}
.overview tbody tr[hidden]{display:none}.overview td{border:0;padding:0;font-size:.85rem}
.overview td:first-child{flex:1 0 100%;font-size:1rem}.overview td[data-l]:before{content:attr(data-l) " ";color:var(--faint)}
.overview .bar{display:none}
.leaf{grid-template-columns:minmax(0,1fr) 4.5rem minmax(4.5rem,auto);gap:0 .6rem;font-size:.92rem}
.plots .leaf{grid-template-columns:minmax(0,1fr) 6.5rem}.plots .leaf>:first-child{grid-column:1/-1}.plots .leaf>svg,.plots .leaf>span:nth-child(2){grid-column:1}
.card{padding:.8rem .9rem}.expression{font-size:1.05rem}
}
@media print{
:root{color-scheme:light}
html{font-size:9pt}body{background:#fff}main{max-width:none;padding:0}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
nav.parts,.views,.hint,.filter,#panel,.js .filter,.js .hint{display:none}
th button:after{content:none}
.b{content-visibility:visible;break-inside:auto;gap:0 1.5rem}
.text .r,.text .s{display:block}.text .b{display:grid;grid-template-columns:1fr 1fr}
details::details-content{content-visibility:visible;height:auto}
summary{color:var(--ink);font-weight:600;list-style:none}
tr,.leaf,.card{break-inside:avoid}h1,h2,h3,summary{break-after:avoid}thead{display:table-header-group}
.w{overflow:visible}section{padding-top:1.2rem}
details.doc{break-before:page}
}
`
