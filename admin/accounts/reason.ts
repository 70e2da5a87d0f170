/** A reason as the API takes it: none where nothing was written. */
export function reasonOf(text: string): { readonly reason?: string } {
  return text.trim() === '' ? {} : { reason: text.trim() };
}
