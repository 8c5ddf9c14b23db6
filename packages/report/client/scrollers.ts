/** Boxes that scroll sideways can be reached with the keyboard; those that do not need it are no stop on the way. */
export function focusableScrollers(): void {
  const update = () => {
    for (const box of document.querySelectorAll<HTMLElement>('.scroll')) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  };
  addEventListener('resize', update);
  update();
}
