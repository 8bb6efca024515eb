// No driver can answer the system's own dialogue to choose files; it is left out. The input is there
// all the same, and takes the files as from the dialogue.
{
  const { HTMLInputElement } = window;
  const click = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    if (this.type !== 'file') click.call(this);
  };
}
