// Parses every line of a file with yyjson and does nothing else with it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "yyjson.h"

int main(int count, char **arguments) {
  if (count != 2) return 64;
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return 66;
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (!text || fread(text, 1, size, file) != size) return 66;
  fclose(file);

  size_t values = 0;
  const char *line = text, *end = text + size;
  while (line < end) {
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    if (!stop) stop = end;
    yyjson_doc *document = yyjson_read(line, (size_t)(stop - line), 0);
    if (!document) return 65;
    values += yyjson_doc_get_val_count(document);
    yyjson_doc_free(document);
    line = stop + 1;
  }
  free(text);
  printf("%zu values\n", values);
  return 0;
}
