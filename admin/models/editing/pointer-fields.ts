/** The attribute by which a field says what of the document it edits. */
export const pointerAttribute = 'data-pointer';

/**
 * Which of the fields on a page edits what a pointer points at: the field itself, else the first one within it,
 * else that of what is around it.
 * @param fields pointers of the fields, in the order of the page.
 * @returns undefined where no field is nearer than an item of a list.
 */
export function nearestField(fields: readonly string[], pointer: string): string | undefined {
  let around = pointer;
  let inner = '';
  while (around !== '') {
    if (fields.includes(around)) return around;
    const inside = fields.find((field) => field.startsWith(`${around}/`));
    // The first item of a list says little about another one.
    if (inside !== undefined && !/^\d+$/.test(inner)) return inside;
    const cut = around.lastIndexOf('/');
    inner = around.slice(cut + 1);
    around = around.slice(0, cut);
  }
  return undefined;
}

/** Puts the focus on the field nearest to a pointer; false where there is none. */
export function focusField(root: ParentNode, pointer: string): boolean {
  const elements = [...root.querySelectorAll<HTMLElement>(`[${pointerAttribute}]`)];
  const found = nearestField(
    elements.map((element) => element.getAttribute(pointerAttribute)!),
    pointer,
  );
  const element = elements.find((item) => item.getAttribute(pointerAttribute) === found);
  if (found === undefined || element === undefined) return false;
  const folded = element.closest('details');
  if (folded !== null) folded.open = true;
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
  return true;
}
