// Drops files on an element with the events of a person's hand. Arguments: element, files.
const [target, files] = arguments;
const carried = new DataTransfer();
for (const { name, bytes } of files) {
  carried.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
}
for (const type of ['dragenter', 'dragover', 'drop']) {
  target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
}
