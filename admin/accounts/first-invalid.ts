/** Leads to the first field of a form that is wrong, once that is shown: who does not see it hears what is wrong. */
export function leadToFirstInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
