"""How the replay's page looks, and the little it does."""

STYLE = """
:root { --bg:#faf9f7; --card:#fff; --ink:#22242a; --quiet:#6d7079; --line:#e4e1dc;
  --accent:#d6557a; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --bg:#17181c; --card:#202228; --ink:#eceae6;
  --quiet:#9a9da6; --line:#33353d; --accent:#f08aa8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1280px; padding: 40px 28px 64px; background: var(--bg);
  color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.kicker { margin: 0; color: var(--accent); font-weight: 600; letter-spacing: .04em; }
h1 { margin: 2px 0 6px; font-size: 34px; line-height: 1.15; letter-spacing: -.015em; }
h2 { margin: 48px 0 4px; font-size: 22px; }
.lead, .note { max-width: 70ch; margin: 0; color: var(--quiet); }
.lead b { color: var(--ink); font-weight: 600; }
figure { margin: 0; min-width: 0; }
figcaption { margin-top: 6px; font-size: 13px; color: var(--quiet); }
.sheet { position: relative; aspect-ratio: 1; background: #fff; border: 1px solid var(--line);
  border-radius: 10px; overflow: hidden; }
.sheet img { position: absolute; inset: 0; width: 100%; height: 100%; display: block; }
.guided img:first-child { opacity: .55; }
.hero { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px;
  margin: 28px 0 22px; }
.figures { display: flex; flex-wrap: wrap; gap: 8px 44px; padding: 16px 0;
  border: solid var(--line); border-width: 1px 0; }
.figures div { display: flex; flex-direction: column; }
.figures b { font-size: 22px; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures span { font-size: 13px; color: var(--quiet); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 0; margin: 14px 0 20px;
  list-style: none; font-size: 13px; color: var(--quiet); }
.legend i { display: inline-block; width: 18px; height: 4px; margin-right: 6px;
  border-radius: 2px; vertical-align: middle; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 14px;
  padding: 14px 16px 12px; margin-bottom: 14px; }
h3 { display: flex; justify-content: space-between; margin: 0 0 10px; font-size: 15px; }
h3 span { font-weight: 400; font-size: 13px; color: var(--quiet);
  font-variant-numeric: tabular-nums; }
.stage { display: grid; grid-template-columns: repeat(3, 1fr) 1fr; gap: 14px; }
.suggestions { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; align-content: start; }
.small { position: relative; }
.small img { display: block; width: 100%; aspect-ratio: 1; border-radius: 8px;
  border: 1px solid var(--line); }
.small figcaption { position: absolute; right: 5px; bottom: 5px; margin: 0; padding: 0 6px;
  font-size: 11px; color: #fff; background: rgb(20 20 25 / 55%); border-radius: 6px; }
.hint { color: var(--quiet); }
footer { margin-top: 28px; font-size: 13px; color: var(--quiet); }
dialog { padding: 0; border: 0; border-radius: 14px; background: #fff; max-width: 94vmin; }
dialog::backdrop { background: rgb(0 0 0 / 70%); }
dialog .sheet { width: 90vmin; border: 0; }
img { cursor: zoom-in; }
@media (max-width: 760px) { .hero { grid-template-columns: 1fr; }
  .stage { grid-template-columns: 1fr 1fr; } }
"""

#: A click on a picture shows it large, with what lies over it.
SCRIPT = """
const box = document.body.appendChild(document.createElement("dialog"));
document.addEventListener("click", (event) => {
  if (box.open) { box.close(); return; }
  const image = event.target.closest("img");
  if (!image) return;
  const shown = (image.closest(".sheet") ?? image).cloneNode(true);
  const sheet = document.createElement("div");
  sheet.className = "sheet";
  box.replaceChildren(shown.matches(".sheet") ? shown : (sheet.append(shown), sheet));
  box.showModal();
});
"""
