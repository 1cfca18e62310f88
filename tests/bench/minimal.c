/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The least that carrying out commands can cost: minimal FOLDER <COMMANDS
 *
 * Standard input is what `lunward plan --writes` prints, a file, a tab and a text a line. Each is opened, written to and
 * closed; nothing is read, kept or checked. Prints how many were refused.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int write_one(const char *path, const char *text)
{
	size_t len = strlen(text);
	int fd = open(path, O_WRONLY | O_CLOEXEC), r;

	if (fd < 0)
		return -1;
	r = write(fd, text, len) == (ssize_t)len ? 0 : -1;
	close(fd);
	return r;
}

int main(int argc, char *argv[])
{
	unsigned long refused = 0;
	char *line = NULL, *tab;
	size_t cap = 0;

	if (argc != 2 || chdir(argv[1]) < 0) {
		fprintf(stderr, "usage: minimal FOLDER <COMMANDS\n");
		return 2;
	}
	setvbuf(stdin, NULL, _IOFBF, 1 << 20);
	while (getline(&line, &cap, stdin) > 0) {
		line[strcspn(line, "\n")] = '\0';
		tab = strchr(line, '\t');
		if (!tab)
			continue;
		*tab = '\0';
		refused += write_one(line, tab + 1) < 0;
	}
	free(line);
	printf("%lu refused\n", refused);
	return refused ? 1 : 0;
}
