import { valueAt } from '../../../define/paths.ts';
import { partsOf } from './address-html.ts';
import { type PageState, redraw } from './page-state.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Takes what was typed or chosen into the model. */
export function takeInput({ type, target }: Event, state: PageState): void {
  if (!isControl(target) || target.name === '') return;
  const [, section = '', name = '', part] = target.name.split('/');
  const path = `/${section}/${name}`;
  const { model } = state;
  const value =
    target instanceof HTMLInputElement && target.type === 'checkbox' ? target.checked : target.value;
  model.input(path, part === undefined ? value : { ...partsOf(valueAt(model.draft(), path)), [part]: value });
  if (type === 'change' && changesPage(target)) redraw(state, target.id);
}

function isControl(target: EventTarget | null): target is Control {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

/** A county brings other districts, a tick may make a field superfluous. */
function changesPage(control: Control): boolean {
  return control instanceof HTMLSelectElement || control.type === 'checkbox';
}
