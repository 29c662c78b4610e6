/** Style of the pages: WCAG 2.2 AA contrast, visible focus, targets of at least 44 px, no colour alone as a sign. */
export const pageStyle = `
:root { font-family: "Noto Sans TC", "Microsoft JhengHei", "PingFang TC", sans-serif; color: #0b0c0c; background: #fff; line-height: 1.6 }
body { margin: 0 }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
.skip { position: absolute; left: -100vw } .skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem }
h1 { font-size: 1.75rem; margin: 0 0 1rem } h2 { font-size: 1.25rem; margin: 1.5rem 0 .5rem }
h1:focus { outline: none }
.caption, .hint, .optional { color: #484949 } .caption { margin: 0 0 .25rem } .hint { margin: 0 0 .25rem }
.field { margin: 0 0 1.5rem } .field.wrong { border-left: 5px solid #a8201a; padding-left: .75rem }
label, legend { font-weight: 600; display: block; margin-bottom: .25rem; padding: 0 } .choice label, .part label { font-weight: 400 }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0 }
input[type=text], input[type=password], textarea, select { font: inherit; box-sizing: border-box; width: 100%; min-height: 44px; padding: .35rem .5rem; border: 2px solid #0b0c0c; border-radius: 0; background: #fff; color: inherit }
.wrong input[type=text], .wrong input[type=password], .wrong textarea, .wrong select { border-color: #a8201a }
.choice { display: flex; align-items: center; gap: .75rem; min-height: 44px } .choice input { width: 24px; height: 24px; margin: 0; flex: none } .choice label { margin: 0; padding: .5rem 0; flex: 1 }
.address { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: .75rem } .part.street { grid-column: 1 / -1 }
@media (max-width: 30rem) { .address { grid-template-columns: 1fr } }
.error { color: #a8201a; font-weight: 600; margin: 0 0 .25rem } .notice { margin: .25rem 0; border-left: 4px solid #6b5900; padding-left: .5rem; color: #4d4000 }
.summary { border: 4px solid #a8201a; padding: 1rem; margin: 0 0 1.5rem } .summary h2 { margin: 0 0 .5rem } .summary a { color: #a8201a; font-weight: 600; display: inline-block; min-height: 24px }
button { font: inherit; min-height: 44px; padding: .5rem 1.25rem; border-radius: 0; cursor: pointer }
button.main { background: #00602d; color: #fff; border: 2px solid #00602d } button.main:disabled { background: #e4e4e4; color: #5a5a5a; border-color: #5a5a5a; cursor: not-allowed }
button.second { background: #fff; color: #0b0c0c; border: 2px solid #0b0c0c } button.back, button.link { background: none; border: 0; color: #1a4d99; text-decoration: underline; padding: .25rem 0 } button.back { margin-bottom: .75rem }
.actions { display: flex; flex-wrap: wrap; gap: 1rem; margin: 2rem 0 1rem }
dl { margin: 0 } .row { display: grid; grid-template-columns: 14rem 1fr; gap: .5rem 1rem; border-bottom: 1px solid #b1b4b6; padding: .5rem 0 } dt { font-weight: 600 } dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere }
@media (max-width: 30rem) { .row { grid-template-columns: 1fr } }
:focus-visible { outline: 3px solid #1a4d99; outline-offset: 2px; box-shadow: 0 0 0 6px #ffdd00 }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
`;
