/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/command.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#define LARGE (1024 * 1024)

/*
 * A large text is freed as soon as it is parsed. Left to itself, malloc learns from that to keep what is large in the heap,
 * where the text's room is a hole between what grows; told a size once and for all, it gives the room back.
 */
static void give_back_what_is_large(void)
{
#ifdef M_MMAP_THRESHOLD
	(void)mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

/*
 * The next file to be opened would take the number of a standard stream that is closed, and get what is meant for that: the
 * journal an error message. In its place comes what nothing can be written to, so that whoever writes hears of it.
 */
static void fill_closed_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
			(void)open("/dev/null", O_RDONLY);
}

int main(int argc, char **argv)
{
	fill_closed_streams();
	give_back_what_is_large();
	return cli_main(argc, argv);
}
